import { ERASED_KINDS, ERASED_WITHIN_MS, KEPT_KINDS, type NamedKind } from "../domain/erasure.ts";
import type { ErasureReport } from "../use-cases/erase-customers.ts";
import { english } from "./english.ts";

const DAY_MS = 24 * 60 * 60 * 1_000;
const number = new Intl.NumberFormat("en");
const GOES: Readonly<Record<(typeof ERASED_KINDS)[number], string>> = {
  "address-link": "links from mail addresses",
  "address-change": "changes of an address that wait",
  identity: "the customer's id, sealed",
  fact: "facts about the customer",
  case: "items about cases, such as orders and tickets",
  request: "items about requests for the record",
  "sign-in": "items about sign-ins",
  "quarantined-event": "events that wait in the quarantine",
  "quarantined-name": "events that wait there and are about others, too: the name goes, the rest waits on",
  mail: "mails that nobody needs any more",
};

const STAYS: Readonly<Record<(typeof KEPT_KINDS)[number], string>> = {
  matter: "closed matters, four years from their last word, for legal claims: Art. 17(3)(e)",
  "employee-fact": "facts that employees declared (an account or a conflict of theirs): send the fact again without it",
  "owed-mail": "mails that the customer still has to get: they go when they are sent, or end by themselves",
};

type Line = readonly [count: number, what: string];

const block = (lines: readonly Line[]): string[] => {
  const shown = lines.filter(([count]) => count > 0);
  const width = Math.max(...shown.map(([count]) => number.format(count).length), 1);
  return shown.length === 0
    ? ["  nothing"]
    : shown.map(([n, what]) => `  ${number.format(n).padStart(width)}  ${what}`);
};

/** What an erasure did, or would do, in words for whoever runs it. */
export const describeErasure = (report: ErasureReport, executed: boolean): string => {
  const { upTo, customers, rows, restrictedRows, items, openMatter } = report;
  const count = (kind: NamedKind): number => items[kind] ?? 0;
  const whose = english(customers, "# customer", "# customers");
  return [
    executed
      ? `Erased, of ${whose}, what was kept up to ${upTo}:`
      : `Nothing was changed. Would go, of ${whose}, up to ${upTo}:`,
    ...block([[rows, "rows of the access log"], ...ERASED_KINDS.map((kind): Line => [count(kind), GOES[kind]])]),
    executed ? "Stays:" : "Would stay:",
    ...block([
      [
        restrictedRows,
        "rows held back from the customer for a purpose: Art. 17(3)(b), 23. Run --replay when that ends; tell nobody of it",
      ],
      ...KEPT_KINDS.map((kind): Line => [count(kind), STAYS[kind]]),
    ]),
    "  Also: audit lines, which hold keyed hashes alone (three years), and what ends by itself: limits of an address and",
    `  dead letters, within ${ERASED_WITHIN_MS / DAY_MS} days; backups of all of it, 35 days later.`,
    ...(openMatter === undefined
      ? []
      : [`The customer has a matter open, ${openMatter}: close it first, or nothing is erased.`]),
    "",
  ].join("\n");
};
