import type { RegardConfig } from "../contract/config.ts";
import { type Period, personBehind } from "../domain/access.ts";
import type { BulkReads } from "../domain/bulk-reads.ts";
import { countedSince, type Gap, type ShortDay, type SourceCoverage, type SourceReport } from "../domain/coverage.ts";
import type { Totals } from "../domain/record.ts";
import type { Language } from "../domain/vocabulary.ts";
import { dateWriter, LOCALES } from "./dates.ts";
import { record as de } from "./de/record.ts";
import { record as en } from "./en/record.ts";
import { record as es } from "./es/record.ts";
import { record as fr } from "./fr/record.ts";
import type { RecordWords } from "./record-words.ts";

const RECORD_WORDS: Readonly<Record<Language, RecordWords>> = { en, fr, de, es };

/** More gaps than this of one source are added up instead of told one by one. */
const GAPS_TOLD = 3;

/** What the record's frame is about. Instants are UTC. */
export interface RecordSubject {
  readonly period: Period;
  /** The period as it was asked for; an end that was left open means everything held. */
  readonly asked: Partial<Period>;
  /** Start of what the retention rule keeps. */
  readonly horizon: string;
  /** The same, or the oldest access that was kept beyond it. */
  readonly reach: string;
  readonly totals: Totals;
  /** UTC instant before which everything was erased because the customer asked for it. */
  readonly erasedUpTo?: string | undefined;
  /** Rows of a log of the company's own that could not be read. */
  readonly unreadable?: number;
  /** What each source has sent, and what that covers of this record. */
  readonly reports: readonly SourceReport[];
  readonly covered: readonly SourceCoverage[];
  /** Of these sources, nobody would see a missing entry. */
  readonly uncounted: ReadonlySet<string>;
  /** Of sources that never sent anything. */
  readonly unreported: readonly (ShortDay & { readonly source: string })[];
  /** What was read in bulk in the period; undefined for nothing. */
  readonly bulk: BulkReads | undefined;
  /** The name of an employee where it may be shown, or the handle. */
  readonly nameOf: (employeeId: string, name: string | undefined) => string;
}

/** The sentences around the rows. */
export interface RecordDescription {
  readonly summary: string;
  readonly coverage: readonly string[];
  readonly standing: readonly string[];
}

/** Describes a record in one language. */
export const describeRecord = (
  config: Pick<RegardConfig, "retention" | "sources" | "staffIdentity" | "dpo" | "timeZone">,
  language: Language,
  subject: RecordSubject,
): RecordDescription => {
  const words = RECORD_WORDS[language];
  const date = dateWriter(language, config.timeZone);
  return {
    summary: summaryOf(words, subject.totals, periodOf(words, date, config.retention.months, subject)),
    coverage: coverageIn(words, date, config, language, subject),
    standing: [words.restricted, words.names[config.staffIdentity], words.questions(config.dpo.name, config.dpo.email)],
  };
};

const periodOf = (
  words: RecordWords,
  date: (instant: string) => string,
  months: number,
  { period, asked, horizon }: RecordSubject,
): string => {
  const first = date(period.from);
  if (asked.to === undefined) {
    return asked.from === undefined && period.from === horizon ? words.lastMonths(months) : words.since(first);
  }
  const last = date(new Date(Math.max(Date.parse(period.to) - 1, Date.parse(period.from))).toISOString());
  return first === last ? words.on(first) : words.between(first, last);
};

const summaryOf = (words: RecordWords, totals: Totals, period: string): string => {
  const { looks, lookers, byEvidence, listedLooks, refused, automated } = totals;
  const clauses = [
    looks === 0 ? words.nobodyLooked(period) : words.peopleLooked(period, lookers, looks),
    byEvidence.missing > 0 && words.withoutReason(byEvidence.missing),
    byEvidence.contradicted > 0 && words.contradicted(byEvidence.contradicted),
  ].filter((clause) => clause !== false);
  const sentences = [
    `${clauses.join(words.join)}.`,
    listedLooks > 0 && words.listedOnly(listedLooks),
    refused > 0 && words.refused(refused),
    automated > 0 && words.automated(automated),
  ].filter((sentence) => sentence !== false);
  return sentences.join(" ");
};

/** Whoever read in bulk, as a record's row would show them. */
const readerOf = (
  words: RecordWords,
  { nameOf }: Pick<RecordSubject, "nameOf">,
  { employee, onBehalfOf }: BulkReads["each"][number],
): string => {
  const person = personBehind({ employee, onBehalfOf });
  if (person === undefined) return words.automaticReader;
  if (person !== employee.id) return nameOf(person, undefined);
  const place = [employee.role, employee.unit].filter((part) => part !== undefined).join(", ");
  return `${nameOf(person, employee.name)}${place && ` (${place})`}`;
};

/** Of what was read without anybody knowing whose data it was, she may be part: the record has to say so. */
const bulkIn = (
  words: RecordWords,
  date: (instant: string) => string,
  subject: Pick<RecordSubject, "bulk" | "nameOf">,
): readonly string[] => {
  const { bulk } = subject;
  if (bulk === undefined) return [];
  if (bulk.each.length === 0) {
    return [words.bulkReads(date(bulk.firstAt), date(bulk.lastAt), bulk.reads, bulk.people, bulk.records)];
  }
  return bulk.each.map((read) =>
    words.bulkRead(date(read.occurredAt), read.recordCount ?? 0, readerOf(words, subject, read)),
  );
};

const coverageIn = (
  words: RecordWords,
  date: (instant: string) => string,
  { retention, sources }: Pick<RegardConfig, "retention" | "sources">,
  language: Language,
  subject: RecordSubject,
): readonly string[] => {
  const { horizon, reach, erasedUpTo, unreadable = 0, reports, covered, uncounted, unreported } = subject;
  const names = new Map(sources.map(({ source, name }) => [source, name]));
  const nameOf = (source: string): string => names.get(source) ?? source;
  const reported = new Map(reports.map((report) => [report.source, report]));
  const civil = (day: string): string => dateWriter(language, "UTC")(`${day}T12:00:00.000Z`);
  const list = new Intl.ListFormat(LOCALES[language], { type: "conjunction" });

  const gapWords = (missing: number, after: string, before: string): string =>
    after === before ? words.gapOn(missing, after) : words.gap(missing, after, before);

  const gapsIn = (gaps: readonly Gap[]): readonly string[] => {
    const lost = gaps.reduce((sum, { missing }) => sum + missing, 0);
    return gaps.length > GAPS_TOLD
      ? [words.gaps(lost, gaps.length)]
      : gaps.map((gap) => gapWords(gap.missing, date(gap.after), date(gap.before)));
  };

  const shortIn = (days: readonly ShortDay[]): readonly string[] =>
    days.length > GAPS_TOLD
      ? [
          words.shortDays(
            days.reduce((sum, { missing }) => sum + missing, 0),
            days.length,
          ),
        ]
      : days.map(({ day, announced, received, missing }) =>
          received < announced ? words.shortDay(announced, received, civil(day)) : words.gapOn(missing, civil(day)),
        );

  const sentencesOf = ({
    source,
    since,
    lastReceivedAt,
    gaps,
    shortDays,
    silent,
  }: SourceCoverage): readonly string[] => {
    const report = reported.get(source);
    const counted = date((report && countedSince(report, since)) ?? since);
    return [
      words.entriesSince(date(since), date(lastReceivedAt)),
      ...(counted === date(since) ? [] : [words.countedSince(counted)]),
      ...(silent ? [words.silent] : []),
      ...gapsIn(gaps),
      ...shortIn(shortDays),
    ];
  };

  const unseen = covered.filter(({ source }) => uncounted.has(source));
  const isWhole = ({ gaps, shortDays, silent }: SourceCoverage): boolean =>
    gaps.length === 0 && shortDays.length === 0 && !silent;
  return [
    words.keptFor(retention.months, date(horizon)),
    ...(reach < horizon ? [words.keptLonger] : []),
    ...(erasedUpTo === undefined ? [] : [words.erasedOnRequest(date(erasedUpTo))]),
    ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
    ...covered.flatMap((one) => sentencesOf(one).map((sentence) => words.ofSource(nameOf(one.source), sentence))),
    ...[...new Set([...sources, ...unreported].map(({ source }) => source))]
      .filter((source) => !reported.has(source))
      .flatMap((source) =>
        [words.nothingYet, ...shortIn(unreported.filter((one) => one.source === source))].map((sentence) =>
          words.ofSource(nameOf(source), sentence),
        ),
      ),
    ...(unseen.length > 0 ? [words.uncounted(list.format(unseen.map(({ source }) => nameOf(source))))] : []),
    ...(unseen.length < covered.length && unreported.length === 0 && covered.every(isWhole) ? [words.noGaps] : []),
    ...bulkIn(words, date, subject),
  ];
};
