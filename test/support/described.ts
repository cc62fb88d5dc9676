import type { Totals } from "../../functions/domain/record.ts";
import type { Language } from "../../functions/domain/vocabulary.ts";
import { describeRecord, type RecordSubject } from "../../functions/words/describe-record.ts";
import { company } from "./company.ts";

export const HORIZON = "2025-11-24T10:00:00.000Z";
export const NOW = "2026-11-24T10:00:00.000Z";

export const totals = (changes: Partial<Totals> = {}): Totals => ({
  accesses: 23,
  employees: 7,
  lookers: 7,
  looks: 23,
  refused: 0,
  automated: 0,
  listed: 0,
  listedLooks: 0,
  byEvidence: { confirmed: 21, stated: 0, contradicted: 0, missing: 2 },
  ...changes,
});
export const evidence = (changes: Partial<Totals["byEvidence"]>) => ({
  byEvidence: { confirmed: 0, stated: 0, contradicted: 0, missing: 0, ...changes },
});

export const subject = (changes: Partial<RecordSubject> = {}): RecordSubject => ({
  period: { from: HORIZON, to: NOW },
  asked: {},
  horizon: HORIZON,
  reach: HORIZON,
  totals: totals(),
  reports: [],
  covered: [],
  uncounted: new Set(),
  unreported: [],
  bulk: undefined,
  nameOf: (employeeId) => `K7P-${employeeId}`,
  ...changes,
});

/** What is said of a record, of the sample company with one source, `crm`. */
export const described = (changes: Partial<RecordSubject> = {}, language: Language = "en") =>
  describeRecord(company({ sources: [{ source: "crm", name: "Customer file" }] }), language, subject(changes));
