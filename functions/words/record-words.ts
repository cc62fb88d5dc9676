import type { StaffIdentity } from "../domain/vocabulary.ts";

/** Everything that a record says around its rows. Clauses join to sentences; sentences end with a full stop. */
export interface RecordWords {
  /** The period at the beginning of the summary: "In the last 12 months". */
  readonly lastMonths: (months: number) => string;
  readonly since: (date: string) => string;
  readonly between: (first: string, last: string) => string;
  readonly on: (date: string) => string;

  /** Clauses of the summary sentence, without a full stop. */
  readonly nobodyLooked: (period: string) => string;
  readonly peopleLooked: (period: string, people: number, times: number) => string;
  readonly withoutReason: (accesses: number) => string;
  readonly contradicted: (accesses: number) => string;
  /** What stands between the clauses. */
  readonly join: string;
  /** Sentences after it. */
  readonly listedOnly: (looks: number) => string;
  readonly refused: (attempts: number) => string;
  readonly automated: (accesses: number) => string;

  readonly keptFor: (months: number, horizon: string) => string;
  readonly keptLonger: string;
  /** After a customer's own erasure request: everything before that day went. */
  readonly erasedOnRequest: (date: string) => string;
  readonly unreadable: (entries: number) => string;
  /** What is said of one source, after its name: each of the sentences that follow. */
  readonly ofSource: (source: string, sentence: string) => string;
  readonly entriesSince: (since: string, lastReceived: string) => string;
  readonly nothingYet: string;
  /** The counter is checked from a date that is later than the source's first entry. */
  readonly countedSince: (date: string) => string;
  readonly gap: (missing: number, after: string, before: string) => string;
  readonly gapOn: (missing: number, date: string) => string;
  readonly gaps: (missing: number, gaps: number) => string;

  /** Nothing came since the date that was just told, for longer than is usual. */
  readonly silent: string;
  /** A day of which less came than the source counted itself, and several of them added up. */
  readonly shortDay: (announced: number, received: number, date: string) => string;
  readonly shortDays: (missing: number, days: number) => string;

  readonly uncounted: (sources: string) => string;
  readonly noGaps: string;
  /** A look at so many customers at once that nobody can say whether this one was among them. */
  readonly bulkRead: (date: string, records: number, reader: string) => string;
  /** The same of many, added up. */
  readonly bulkReads: (first: string, last: string, reads: number, people: number, records: number) => string;
  /** Who read, where no person did. */
  readonly automaticReader: string;

  /** In every record, whether or not anything was held back from it (GDPR Art. 23, no tipping-off). */
  readonly restricted: string;
  readonly names: Readonly<Record<StaffIdentity, string>>;
  readonly questions: (dpo: string, email: string) => string;
}
