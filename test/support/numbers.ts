import type { EvidenceTally, MonthNumbers } from "../../functions/contract/numbers.ts";

/** A group's looks by evidence, in the order of `EVIDENCE_LEVELS`. */
export const tallied = (
  people: number,
  ...[confirmed = 0, stated = 0, contradicted = 0, missing = 0]: readonly number[]
): EvidenceTally => ({
  people,
  looks: confirmed + stated + contradicted + missing,
  byEvidence: { confirmed, stated, contradicted, missing },
});

/** A busy October, with whatever a test cares about put in its place. */
export const someNumbers = (changes: Partial<MonthNumbers> = {}): MonthNumbers => ({
  month: "2026-10",
  madeAt: "2026-11-09T03:00:00.000Z",
  automated: 1_204,
  people: {
    refused: 3,
    all: tallied(31, 1_500, 420, 20, 60),
    units: [
      { unit: "Customer Care", ...tallied(12, 700, 300, 5, 20) },
      { unit: "Deliveries North", ...tallied(11, 750, 50, 10, 30) },
    ],
    others: { units: 3, ...tallied(8, 50, 70, 5, 10) },
  },
  desk: {
    recordsAtOnce: 214,
    times: {
      all: { closed: 9, medianDays: 12, ninetiethDays: 33, overdue: 1 },
      question: { closed: 7, medianDays: 11, ninetiethDays: 20, overdue: 0 },
      "contact-report": { closed: 3, medianDays: 19, ninetiethDays: 33, overdue: 1 },
    },
    closedSignals: 2,
    outcomes: { explained: 6, misuse: 1, "no-finding": 2, refused: 1, "partly-refused": 0, withdrawn: 1 },
    open: 5,
    openOverdue: 1,
    breaches: { marked: 1, notifiedInTime: 1, notifiedLate: 0, riskUnlikely: 0 },
    releases: { proposed: 2, approved: 1, declined: 1, expired: 0 },
  },
  ...changes,
});
