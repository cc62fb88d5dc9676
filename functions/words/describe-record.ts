import type { RegardConfig } from "../contract/config.ts";
import type { Period } from "../domain/access.ts";
import { countedSince, type Gap, type SourceCoverage, type SourceReport } from "../domain/coverage.ts";
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

const coverageIn = (
  words: RecordWords,
  date: (instant: string) => string,
  { retention, sources }: Pick<RegardConfig, "retention" | "sources">,
  language: Language,
  { horizon, reach, erasedUpTo, unreadable = 0, reports, covered }: RecordSubject,
): readonly string[] => {
  const names = new Map(sources.map(({ source, name }) => [source, name]));
  const nameOf = (source: string): string => names.get(source) ?? source;
  const reported = new Map(reports.map((report) => [report.source, report]));
  const list = new Intl.ListFormat(LOCALES[language], { type: "conjunction" });

  const gapWords = (missing: number, after: string, before: string): string =>
    after === before ? words.gapOn(missing, after) : words.gap(missing, after, before);

  const gapsIn = (gaps: readonly Gap[]): readonly string[] => {
    const lost = gaps.reduce((sum, { missing }) => sum + missing, 0);
    return gaps.length > GAPS_TOLD
      ? [words.gaps(lost, gaps.length)]
      : gaps.map((gap) => gapWords(gap.missing, date(gap.after), date(gap.before)));
  };

  const sentencesOf = ({ source, since, lastReceivedAt, gaps }: SourceCoverage): readonly string[] => {
    const report = reported.get(source);
    const counted = date((report && countedSince(report, since)) ?? since);
    return [
      words.entriesSince(date(since), date(lastReceivedAt)),
      ...(counted === date(since) ? [] : [words.countedSince(counted)]),
      ...gapsIn(gaps),
    ];
  };

  const uncounted = covered.filter(({ source }) => reported.get(source)?.ranges.length === 0);
  return [
    words.keptFor(retention.months, date(horizon)),
    ...(reach < horizon ? [words.keptLonger] : []),
    ...(erasedUpTo === undefined ? [] : [words.erasedOnRequest(date(erasedUpTo))]),
    ...(unreadable > 0 ? [words.unreadable(unreadable)] : []),
    ...covered.flatMap((one) => sentencesOf(one).map((sentence) => words.ofSource(nameOf(one.source), sentence))),
    ...sources.filter(({ source }) => !reported.has(source)).map(({ name }) => words.ofSource(name, words.nothingYet)),
    ...(uncounted.length > 0 ? [words.uncounted(list.format(uncounted.map(({ source }) => nameOf(source))))] : []),
    ...(uncounted.length < covered.length && covered.every(({ gaps }) => gaps.length === 0) ? [words.noGaps] : []),
  ];
};
