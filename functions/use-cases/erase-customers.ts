import type { RegardConfig } from "../contract/config.ts";
import { type Erasure, type ErasureGround, goesWithErasure, type NamedKind } from "../domain/erasure.ts";
import { Refusal } from "../domain/errors.ts";
import { civilDateOf } from "../domain/period.ts";
import { restrictedPurposes } from "../domain/restrictions.ts";
import { decidedBy } from "../domain/rulings.ts";
import { auditLine, noteOrRefuse } from "./commit.ts";
import { type EraseWaitingDeps, eraseMails, eraseQuarantined } from "./erase-waiting.ts";
import type { CustomerItems, Erasures, LogEraser, NamedItem } from "./erasure-ports.ts";
import type { AuditAct } from "./identity-ports.ts";
import type { MatterStore, Rulings } from "./matter-ports.ts";
import type { Random } from "./ports.ts";

export interface EraseDeps extends EraseWaitingDeps {
  readonly erasures: Erasures;
  readonly logEraser: LogEraser;
  readonly customerItems: CustomerItems;
  readonly matters: Pick<MatterStore, "openMatterOf">;
  readonly rulings: Rulings;
  readonly config: Pick<RegardConfig, "restrictions" | "timeZone">;
  readonly random: Random;
}

/** What went of the customers and what stays, or would go and would stay. */
export interface ErasureReport {
  /** UTC instant before which everything goes. */
  readonly upTo: string;
  readonly customers: number;
  /** Rows of the access log. */
  readonly rows: number;
  /** Rows that are held back from the customer for a purpose (Art. 23), and are needed for what they are held back for. */
  readonly restrictedRows: number;
  /** Other items, by kind: those of `ERASED_KINDS` go, those of `KEPT_KINDS` stay. */
  readonly items: Readonly<Partial<Record<NamedKind, number>>>;
  /** The matter that stands in the way of an erasure. */
  readonly openMatter?: string;
}

interface Acting {
  /** Who does it, on the company's side. */
  readonly by: string;
  /** False: finds out what would go, and changes nothing. */
  readonly execute: boolean;
}

const noteErasing = ({ store, keyring, clock, random }: EraseDeps, act: AuditAct, by: string): Promise<void> => {
  const who = keyring.mac("staff", by).toString("base64url");
  return noteOrRefuse(store, auditLine(random, act, clock(), who));
};

const eraseRows = async (
  { logEraser, rulings, config, clock }: EraseDeps,
  { customerKey, upTo }: Erasure,
  execute: boolean,
): Promise<{ readonly rows: number; readonly restrictedRows: number }> => {
  const { restrictions } = decidedBy(await rulings.of(customerKey));
  const restricted = restrictedPurposes(
    [...config.restrictions, ...restrictions],
    civilDateOf(clock(), config.timeZone),
  );
  let [rows, restrictedRows] = [0, 0];
  for await (const page of logEraser.rowsOf(customerKey, upTo)) {
    const going = page.filter(({ purpose }) => !restricted.has(purpose)).map(({ rowKey }) => rowKey);
    if (execute) await logEraser.erase(customerKey, going);
    rows += going.length;
    restrictedRows += page.length - going.length;
  }
  return { rows, restrictedRows };
};

/** Nothing here remembers how far it came: what is still there is what is still to do. */
const erase = async (
  deps: EraseDeps,
  erasures: ReadonlyMap<string, Erasure>,
  upTo: string,
  execute: boolean,
): Promise<ErasureReport> => {
  let [rows, restrictedRows] = [0, 0];
  for (const erasure of erasures.values()) {
    const found = await eraseRows(deps, erasure, execute);
    rows += found.rows;
    restrictedRows += found.restrictedRows;
  }
  const items: Partial<Record<NamedKind, number>> = {};
  const addressed: NamedItem[] = [];
  for await (const page of deps.customerItems.naming(new Set(erasures.keys()))) {
    const going = page.filter(({ kind }) => goesWithErasure(kind));
    if (execute) await deps.customerItems.erase(going.filter(({ addressKey }) => addressKey === undefined));
    addressed.push(...going.filter(({ addressKey }) => addressKey !== undefined));
    for (const { kind } of page) items[kind] = (items[kind] ?? 0) + 1;
  }
  const addressKeys = new Set(addressed.flatMap(({ addressKey = [] }) => addressKey));
  const waiting = {
    ...(await eraseQuarantined(deps, erasures, execute)),
    ...(await eraseMails(deps, erasures, addressKeys, execute)),
  };
  // Last of all: without them nobody finds the mails any more.
  if (execute) await deps.customerItems.erase(addressed);
  return { upTo, customers: erasures.size, rows, restrictedRows, items: { ...items, ...waiting } };
};

/**
 * Erases what is kept of a customer at their own request (GDPR Art. 17): the rows of their log, and whatever else of the
 * portal names them, also what waits in the quarantine and the outbox. The erasure is noted first, so that nothing of it comes back with an import or a backup. Cut off
 * anywhere and called again, it completes what was begun. A dry run says what would go.
 *
 * Not erased: matters that were closed, until their own end (legal claims, Art. 17(3)(e)); rows that are held back for a
 * purpose, until they no longer are; mails that are still owed to them; what ends by itself within days or says nothing
 * without the company's secret.
 *
 * Throws ERASURE_HELD while the customer has a matter open.
 */
export const eraseCustomer = async (
  deps: EraseDeps,
  {
    customerId,
    ground,
    by,
    execute,
  }: Acting & { readonly customerId: string; readonly ground?: ErasureGround | undefined },
): Promise<ErasureReport> => {
  const { store, matters, keyring, clock } = deps;
  const customerKey = keyring.customerKey(customerId);
  const now = clock();
  const upTo = new Date(now).toISOString();
  const erasure = { customerKey, upTo, ground };
  const openMatter = await matters.openMatterOf(customerKey);
  if (!execute) {
    await noteErasing(deps, "erasure-checked", by);
    const report = await erase(deps, new Map([[customerKey, erasure]]), upTo, false);
    return { ...report, ...(openMatter !== undefined && { openMatter }) };
  }
  if (openMatter !== undefined) {
    throw new Refusal("ERASURE_HELD", { detail: `The customer has a matter open, ${openMatter}. Close it first.` });
  }
  await noteErasing(deps, "erasure-begun", by);
  // Refused where somebody noted a later one at this instant: then that one stands.
  await store.commit([{ kind: "note-erasure", erasure, now }]);
  const report = await erase(deps, new Map([[customerKey, erasure]]), upTo, true);
  await noteErasing(deps, "erasure-done", by);
  return report;
};

/**
 * Does every erasure again, after a restore from a backup and before anybody sees it: those that the table lists and
 * those of `more`, a list that was taken from elsewhere and is noted again. Safe to repeat.
 */
export const replayErasures = async (
  deps: EraseDeps,
  { more, by, execute }: Acting & { readonly more: readonly Erasure[] },
): Promise<ErasureReport> => {
  const { store, erasures, clock } = deps;
  const now = clock();
  await noteErasing(deps, execute ? "erasure-begun" : "erasure-checked", by);
  const all = new Map<string, Erasure>();
  const add = (erasure: Erasure): void => {
    const known = all.get(erasure.customerKey);
    if (known === undefined || known.upTo < erasure.upTo) all.set(erasure.customerKey, erasure);
  };
  for await (const page of erasures.all()) page.forEach(add);
  for (const erasure of more) {
    if (execute) await store.commit([{ kind: "note-erasure", erasure, now }]);
    add(erasure);
  }
  const report = await erase(deps, all, new Date(now).toISOString(), execute);
  if (execute) await noteErasing(deps, "erasure-done", by);
  return report;
};
