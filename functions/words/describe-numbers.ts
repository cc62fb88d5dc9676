import type {
  AnswerTimes,
  EvidenceTally,
  MonthNumbers,
  NumbersDescription,
  NumbersSection,
} from "../contract/numbers.ts";
import { finalityOf } from "../domain/numbers/month.ts";
import { EVIDENCE_LEVELS, type EvidenceLevel, type Language } from "../domain/vocabulary.ts";
import { dateWriter, LOCALES } from "./dates.ts";
import { numbers as de } from "./de/numbers.ts";
import { numbers as en } from "./en/numbers.ts";
import { numbers as es } from "./es/numbers.ts";
import { numbers as fr } from "./fr/numbers.ts";
import { LETTER_WORDS } from "./letter.ts";
import type { NumbersWords } from "./numbers-words.ts";

const NUMBERS_WORDS: Readonly<Record<Language, NumbersWords>> = { en, fr, de, es };

/** What stands where there is nothing to count. */
const NOTHING = "–";

/** "October 2026", of a month as YYYY-MM. */
export const monthWriter = (language: Language): ((month: string) => string) => {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: "UTC", month: "long", year: "numeric" });
  return (month) => format.format(new Date(`${month}-01T00:00:00.000Z`));
};

const shareOf = ({ looks, byEvidence }: EvidenceTally, level: EvidenceLevel): number =>
  looks === 0 ? 0 : byEvidence[level] / looks;

/** The same numbers in words, for page, letter and command line. `timeZone`: the company's, for when they were made. */
export const describeNumbers = (numbers: MonthNumbers, language: Language, timeZone: string): NumbersDescription => {
  const words = NUMBERS_WORDS[language];
  const levels = LETTER_WORDS[language].evidence;
  const whole = new Intl.NumberFormat(LOCALES[language]);
  const percent = new Intl.NumberFormat(LOCALES[language], { style: "percent", maximumFractionDigits: 1 });
  const time = new Intl.DateTimeFormat(LOCALES[language], {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const write = (count: number | undefined): string => (count === undefined ? NOTHING : whole.format(count));
  const withShare = (tally: EvidenceTally, level: EvidenceLevel): string =>
    `${write(tally.byEvidence[level])} (${percent.format(shareOf(tally, level))})`;

  const unitRow = (head: string, tally: EvidenceTally): string[] => [
    head,
    write(tally.people),
    write(tally.looks),
    ...EVIDENCE_LEVELS.map((level) => withShare(tally, level)),
  ];

  const evidence = ({ people }: MonthNumbers): NumbersSection => {
    if (people === undefined) return { heading: words.evidence, paragraphs: [words.tooFew], notes: [] };
    const { all, units, others, refused } = people;
    const bars = EVIDENCE_LEVELS.map((level) => ({
      label: levels[level],
      value: withShare(all, level),
      share: shareOf(all, level),
    }));
    return {
      heading: words.evidence,
      paragraphs: [[words.looked(all.people, all.looks), ...(refused > 0 ? [words.refused(refused)] : [])].join(" ")],
      bars: { text: bars.map(({ label, value }) => `${label} ${value}`).join(", "), bars },
      table: {
        caption: words.byUnit,
        heads: [...words.unitHeads, ...EVIDENCE_LEVELS.map((level) => levels[level])],
        rows: [
          ...units.map(({ unit, ...tally }) => unitRow(unit ?? words.noUnit, tally)),
          ...(others === undefined ? [] : [unitRow(words.others(others.units), others)]),
          unitRow(words.all, all),
        ],
      },
      notes: others === undefined ? [] : [words.whyOthers],
    };
  };

  const timesRow = (head: string, { closed, medianDays, ninetiethDays, overdue }: AnswerTimes): string[] => [
    head,
    ...[closed, medianDays, ninetiethDays, overdue].map(write),
  ];

  const times = ({ desk }: MonthNumbers): NumbersSection => ({
    heading: words.times,
    paragraphs: [words.recordsAtOnce(desk.recordsAtOnce)],
    table: {
      caption: words.timesCaption,
      heads: [...words.timeHeads],
      rows: [
        timesRow(words.waits.question, desk.times.question),
        timesRow(words.waits["contact-report"], desk.times["contact-report"]),
        timesRow(words.waits.all, desk.times.all),
      ],
    },
    notes: [words.howTimes],
  });

  const decisions = ({ desk }: MonthNumbers): NumbersSection => {
    const { outcomes, breaches, releases } = desk;
    const rows: readonly (readonly [string, number])[] = [
      [words.outcomes.explained, outcomes.explained],
      [words.outcomes.misuse, outcomes.misuse],
      [words.outcomes["no-finding"], outcomes["no-finding"]],
      [words.outcomes.refused, outcomes.refused],
      [words.outcomes["partly-refused"], outcomes["partly-refused"]],
      [words.outcomes.withdrawn, outcomes.withdrawn],
      [words.closedSignals, desk.closedSignals],
      [words.open, desk.open],
      [words.openOverdue, desk.openOverdue],
      [words.breaches.marked, breaches.marked],
      [words.breaches.notifiedInTime, breaches.notifiedInTime],
      [words.breaches.notifiedLate, breaches.notifiedLate],
      [words.breaches.riskUnlikely, breaches.riskUnlikely],
      [words.releases.proposed, releases.proposed],
      [words.releases.approved, releases.approved],
      [words.releases.declined, releases.declined],
      [words.releases.expired, releases.expired],
    ];
    return {
      heading: words.decisions,
      paragraphs: [],
      table: {
        caption: words.decisionsCaption,
        heads: [...words.decisionHeads],
        rows: rows.map(([head, count]) => [head, write(count)]),
      },
      notes: [words.openNow],
    };
  };

  const { month, madeAt, automated, people } = numbers;
  const finality = finalityOf(month, madeAt);
  const made = words.made(dateWriter(language, timeZone)(madeAt), time.format(new Date(madeAt)));
  // Of too few people not even how often they looked is said.
  const counted = people && words.counted(automated + people.refused + people.all.looks, automated);
  return {
    title: words.title(monthWriter(language)(month)),
    paragraphs: [
      [made, ...(counted === undefined ? [] : [counted])].join(" "),
      ...(finality === "settled" ? [] : [words.finality[finality]]),
    ],
    sections: [evidence(numbers), times(numbers), decisions(numbers)],
  };
};
