import type { LookBackAnswer } from "../../contract/desk-matters.ts";
import type { EventRef, Matter, StaffMember } from "../../contract/matter.ts";
import { type Access, isOfCustomer } from "../../domain/access.ts";
import { showedContact } from "../../domain/candidates.ts";
import { Refusal } from "../../domain/errors.ts";
import { monthsBetween } from "../../domain/months.ts";
import { EVER } from "../../domain/period.ts";
import { retentionHorizon } from "../../domain/retention.ts";
import { firstLanguage } from "../../domain/vocabulary.ts";
import { accessJudge } from "../judge-accesses.ts";
import type { KeepLookDeps } from "../keep-look.ts";
import type { MatterStore } from "../matter-ports.ts";
import type { AccessLog } from "../ports.ts";
import { type Raise, type RaiseDeps, raisePart } from "../raise-part.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";
import { keepDeskLook, keepLookAtOthers } from "./keep-desk-look.ts";
import { partsOf, sendersIn } from "./matter-looks.ts";

/** Customers that one answer shows; those with the most unconfirmed looks. */
const MAX_CUSTOMERS = 500;
/** Unconfirmed looks at one customer that a matter is opened with. */
const MAX_LOOKS = 50;
/** What the signal is called that a look back raises. */
const RULE = "look-back";

export interface LookBackDeps extends DeskDeps, Pick<KeepLookDeps, "sources"> {
  readonly accessLog: DeskDeps["accessLog"] & KeepLookDeps["accessLog"] & Pick<AccessLog, "ofEmployee">;
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf" | "openMatterOf">;
}

interface Seen {
  looks: number;
  unconfirmed: number;
  contact: number;
  firstAt: string;
  lastAt: string;
  /** The newest unconfirmed looks. */
  readonly open: EventRef[];
}

/** What one employee saw of each customer since the log's horizon, judged anew. */
const seenBy = async (deps: LookBackDeps, employeeId: string, now: number): Promise<ReadonlyMap<string, Seen>> => {
  const { accessLog, facts, config } = deps;
  const judgedAt = new Date(now).toISOString();
  const judgePage = accessJudge(facts, config, judgedAt);
  const seen = new Map<string, Seen>();
  const note = ({ customerKey, occurredAt, source, eventId }: Access, isConfirmed: boolean, isContact: boolean) => {
    const one = seen.get(customerKey) ?? {
      looks: 0,
      unconfirmed: 0,
      contact: 0,
      firstAt: occurredAt,
      lastAt: "",
      open: [],
    };
    one.looks += 1;
    one.lastAt = occurredAt;
    if (!isConfirmed) {
      one.unconfirmed += 1;
      if (isContact) one.contact += 1;
      one.open.push({ source, eventId });
      one.open.splice(0, one.open.length - MAX_LOOKS);
    }
    seen.set(customerKey, one);
  };
  for (const month of monthsBetween(retentionHorizon(judgedAt, config.retention.months), judgedAt))
    for await (const page of accessLog.ofEmployee(employeeId, month))
      for (const { access, evidence } of await judgePage(
        page.filter((one) => one.involvement === "opened" && isOfCustomer(one)),
      ))
        note(access, evidence.level === "confirmed", showedContact(access));
  return seen;
};

/**
 * The matter in which somebody may look an employee up: one that they can still act in, and that the employee has to do
 * with, because it is about them, they looked at its customer, or the customer was contacted from their number. All of it
 * is checked before anything is read of other customers, so that no log tells of a look that never was.
 */
const refuseStrangers = async (deps: LookBackDeps, matter: Matter, employeeId: string): Promise<void> => {
  if (matter.employeeIds.includes(employeeId)) return;
  for await (const page of deps.accessLog.ofCustomer(matter.customerKey, EVER))
    if (page.some(({ employee, onBehalfOf }) => employee.id === employeeId || onBehalfOf === employeeId)) return;
  if ((await sendersIn(deps, await deps.matters.entriesOf(matter.reference))).has(employeeId)) return;
  throw new Refusal("ACT_NOT_POSSIBLE", {
    field: "employeeId",
    detail: "Nothing in this matter leads to that employee.",
  });
};

/**
 * Everything that an employee opened in the retention time, judged anew and added up by customer. Who searches for an
 * employee does so in a matter that they have to do with; everybody whom it shows is looked at by it, and it is in all of
 * their logs before it is shown (LAW L15).
 *
 * Throws what an act throws, ACT_NOT_POSSIBLE where nothing leads to that employee, and LOOK_NOT_LOGGED.
 */
export const lookBack = async (
  deps: LookBackDeps,
  command: DeskCommand & { readonly employeeId: string },
): Promise<LookBackAnswer> => {
  const { employeeId, reference, staff } = command;
  let found: ReadonlyMap<string, Seen> = new Map();
  const { revision } = await deskAct(deps, command, "look-back", async (matter, now) => {
    await refuseStrangers(deps, matter, employeeId);
    found = await seenBy(deps, employeeId, now);
    const others = shownOf(found).flatMap(([key]) => (key === matter.customerKey ? [] : [key]));
    await keepDeskLook(deps, staff, matter);
    await keepLookAtOthers(deps, staff, others);
    return {
      deed: { act: "look-back", employeeId, customers: found.size, accesses: sumOf(found) },
      to: { employeeIds: [...new Set([...matter.employeeIds, employeeId])] },
    };
  });
  const customers = await Promise.all(
    shownOf(found).map(async ([customerKey, { open: _, ...one }]) => {
      const open = await deps.matters.openMatterOf(customerKey);
      if (open === reference) return { customerKey, ...one, own: true as const };
      return { customerKey, ...one, ...(open !== undefined && { open }) };
    }),
  );
  return {
    revision,
    since: retentionHorizon(new Date(deps.clock()).toISOString(), deps.config.retention.months),
    looks: sumOf(found),
    customers,
    cut: found.size > MAX_CUSTOMERS,
  };
};

/** Those with the most unconfirmed looks. */
const shownOf = (seen: ReadonlyMap<string, Seen>): readonly (readonly [string, Seen])[] =>
  [...seen].sort(([, a], [, b]) => b.unconfirmed - a.unconfirmed || b.looks - a.looks).slice(0, MAX_CUSTOMERS);

const sumOf = (seen: ReadonlyMap<string, Seen>): number =>
  [...seen.values()].reduce((sum, { looks }) => sum + looks, 0);

const matterOf = async ({ matters }: LookBackDeps, reference: string): Promise<Matter> => {
  const found = await matters.matterOf(reference);
  if (found === undefined) throw new Refusal("NOT_FOUND");
  return found.value;
};

/**
 * Opens a matter for each of some other customers whom the employee looked up without a reason that anything bears out.
 * It needs a matter in which misuse was marked; a customer with an open matter gets it as a part of that one, once.
 *
 * Throws NOT_FOUND, ACT_NOT_POSSIBLE where no misuse of that employee was marked, SECOND_PERSON_NEEDED where it is about
 * oneself, and LOOK_NOT_LOGGED.
 */
export const openForOthers = async (
  deps: LookBackDeps & RaiseDeps,
  {
    reference,
    employeeId,
    customerKeys,
    staff,
  }: {
    readonly reference: string;
    readonly employeeId: string;
    readonly customerKeys: readonly string[];
    readonly staff: StaffMember;
  },
): Promise<readonly string[]> => {
  const { breach, customerKey: own } = await matterOf(deps, reference);
  if (breach?.employeeId !== employeeId) {
    throw new Refusal("ACT_NOT_POSSIBLE", { detail: "Mark the misuse first: without one nobody is looked back on." });
  }
  if (employeeId === staff.id) throw new Refusal("SECOND_PERSON_NEEDED");
  const seen = await seenBy(deps, employeeId, deps.clock());
  const others = [...new Set(customerKeys)].flatMap((customerKey) => {
    const accesses = customerKey === own ? [] : (seen.get(customerKey)?.open ?? []);
    return accesses.length === 0 ? [] : [{ customerKey, accesses }];
  });
  await keepLookAtOthers(
    deps,
    staff,
    others.map(({ customerKey }) => customerKey),
  );
  const references: string[] = [];
  for (const { customerKey, accesses } of others) {
    const before = await raisedBefore(deps, customerKey, employeeId);
    const raised = before ?? (await raisePart(deps, raiseOf(deps, customerKey, { reference, employeeId, accesses })));
    references.push(raised.reference);
  }
  return references;
};

/** The customer's open matter where a look back on the same employee stands in it already: sent twice, it is opened once. */
const raisedBefore = async (
  { matters }: LookBackDeps,
  customerKey: string,
  employeeId: string,
): Promise<{ readonly reference: string } | undefined> => {
  const reference = await matters.openMatterOf(customerKey);
  const parts = reference === undefined ? [] : partsOf(await matters.entriesOf(reference));
  const isThere = parts.some((part) => part.kind === "signal" && part.rule === RULE && part.employeeId === employeeId);
  return isThere && reference !== undefined ? { reference } : undefined;
};

const raiseOf = (
  { config }: LookBackDeps,
  customerKey: string,
  {
    reference,
    employeeId,
    accesses,
  }: { readonly reference: string; readonly employeeId: string; readonly accesses: readonly EventRef[] },
): Raise => ({
  customerKey,
  part: { kind: "signal", rule: RULE, employeeId, accesses: [...accesses], words: `Misuse was found in ${reference}.` },
  by: { kind: "rule" },
  language: firstLanguage(config),
});
