import type { MonthNumbers } from "../contract/numbers.ts";
import type { Finality } from "../domain/numbers/month.ts";

type Row<Numbers> = Readonly<Record<keyof Numbers, string>>;

/** The numbers of a month for the board. Numbers come written; counted phrases get the number itself. */
export interface NumbersWords {
  readonly title: (month: string) => string;
  readonly made: (date: string, time: string) => string;
  /** From how many accesses, and how many of these no person caused. */
  readonly counted: (accesses: number, automated: number) => string;
  readonly finality: Readonly<Record<Exclude<Finality, "settled">, string>>;

  readonly evidence: string;
  readonly looked: (people: number, looks: number) => string;
  readonly refused: (tries: number) => string;
  /** Nothing is said about the looks of so few people. */
  readonly tooFew: string;
  readonly byUnit: string;
  /** Heads of unit, people and looks; the levels of evidence follow. */
  readonly unitHeads: readonly [unit: string, people: string, looks: string];
  readonly noUnit: string;
  readonly others: (units: number) => string;
  readonly all: string;
  /** Why some units do not stand by themselves. */
  readonly whyOthers: string;

  readonly times: string;
  readonly recordsAtOnce: (records: number) => string;
  readonly timesCaption: string;
  readonly timeHeads: readonly [what: string, answered: string, median: string, ninetieth: string, overdue: string];
  readonly waits: Row<MonthNumbers["desk"]["times"]>;
  /** How days and percentiles are counted. */
  readonly howTimes: string;

  readonly decisions: string;
  readonly decisionsCaption: string;
  readonly decisionHeads: readonly [what: string, number: string];
  readonly outcomes: Row<MonthNumbers["desk"]["outcomes"]>;
  readonly closedSignals: string;
  readonly open: string;
  readonly openOverdue: string;
  readonly breaches: Row<MonthNumbers["desk"]["breaches"]>;
  readonly releases: Row<MonthNumbers["desk"]["releases"]>;
  /** As of when what is open is counted. */
  readonly openNow: string;
}
