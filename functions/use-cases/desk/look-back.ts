import type { LookBackAnswer } from "../../contract/desk-matters.ts";
import type { EventRef, StaffMember } from "../../contract/matter.ts";
import type { Access } from "../../domain/access.ts";
import { showedContact } from "../../domain/candidates.ts";
import { Refusal } from "../../domain/errors.ts";
import { retentionHorizon } from "../../domain/retention.ts";
import { accessJudge } from "../judge-accesses.ts";
import type { KeepLookDeps } from "../keep-look.ts";
import type { MatterStore } from "../matter-ports.ts";
import type { AccessLog } from "../ports.ts";
import { type RaiseDeps, raisePart } from "../raise-part.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";
import { keepDeskLook } from "./read-desk-matter.ts";

/** Customers that one answer shows; those with the most unconfirmed looks. */
const MAX_CUSTOMERS = 500;
/** Unconfirmed looks at one customer that a matter is opened with. */
const MAX_LOOKS = 50;

export interface LookBackDeps extends DeskDeps, Pick<KeepLookDeps, "sources"> {
  readonly accessLog: DeskDeps["accessLog"] & KeepLookDeps["accessLog"] & Pick<AccessLog, "ofEmployee">;
  readonly matters: Pick<MatterStore, "matterOf" | "openMatterOf">;
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

/** The calendar months (UTC) from one instant to another, oldest first. */
const monthsFrom = (from: string, to: string): readonly string[] => {
  const next = new Date(`${from.slice(0, 7)}-01T00:00:00.000Z`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return from.slice(0, 7) >= to.slice(0, 7)
    ? [to.slice(0, 7)]
    : [from.slice(0, 7), ...monthsFrom(next.toISOString(), to)];
};

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
  for (const month of monthsFrom(retentionHorizon(judgedAt, config.retention.months), judgedAt))
    for await (const page of accessLog.ofEmployee(employeeId, month))
      for (const { access, evidence } of await judgePage(page.filter(({ involvement }) => involvement === "opened")))
        note(access, evidence.level === "confirmed", showedContact(access));
  return seen;
};

/**
 * Everything that an employee opened in the retention time, judged anew and added up by customer. Who searches for an
 * employee does so in a matter; everybody whom it shows is looked at by it, and it is in all of their logs before it is
 * shown (LAW L15).
 *
 * Throws LOOK_NOT_LOGGED.
 */
export const lookBack = async (
  deps: LookBackDeps,
  command: DeskCommand & { readonly employeeId: string },
): Promise<LookBackAnswer> => {
  const { employeeId, reference } = command;
  const now = deps.clock();
  const seen = await seenBy(deps, employeeId, now);
  const shown = [...seen]
    .sort(([, a], [, b]) => b.unconfirmed - a.unconfirmed || b.looks - a.looks)
    .slice(0, MAX_CUSTOMERS);
  await keepDeskLook(
    deps,
    command,
    shown.map(([customerKey]) => customerKey),
  );
  const looks = [...seen.values()].reduce((sum, one) => sum + one.looks, 0);
  const { revision } = await deskAct(deps, command, "look-back", ({ employeeIds }) => ({
    deed: { act: "look-back", employeeId, customers: seen.size, accesses: looks },
    to: { employeeIds: [...new Set([...employeeIds, employeeId])] },
  }));
  const customers = await Promise.all(
    shown.map(async ([customerKey, { open: _, ...one }]) => {
      const open = await deps.matters.openMatterOf(customerKey);
      return { customerKey, ...one, ...(open !== undefined && open !== reference && { open }) };
    }),
  );
  return {
    revision,
    since: retentionHorizon(new Date(now).toISOString(), deps.config.retention.months),
    looks,
    customers,
    cut: seen.size > MAX_CUSTOMERS,
  };
};

/**
 * Opens a matter for each of some other customers whom the employee looked up without a reason that anything bears out.
 * It needs a matter in which misuse was marked; a customer with an open matter gets it as a part of that one.
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
  const matter = (await deps.matters.matterOf(reference))?.value;
  if (matter === undefined) throw new Refusal("NOT_FOUND");
  if (matter.breach?.employeeId !== employeeId) {
    throw new Refusal("ACT_NOT_POSSIBLE", { detail: "Mark the misuse first: without one nobody is looked back on." });
  }
  const seen = await seenBy(deps, employeeId, deps.clock());
  const known = customerKeys.flatMap((customerKey) => {
    const one = seen.get(customerKey);
    return one === undefined || one.open.length === 0 ? [] : [{ customerKey, accesses: one.open }];
  });
  await keepDeskLook(
    deps,
    { staff, reference },
    known.map(({ customerKey }) => customerKey),
  );
  const references: string[] = [];
  for (const { customerKey, accesses } of known) {
    const raised = await raisePart(deps, {
      customerKey,
      part: { kind: "signal", rule: "look-back", employeeId, accesses, words: `Misuse was found in ${reference}.` },
      by: { kind: "rule" },
      language: deps.config.languages[0] ?? "en",
    });
    references.push(raised.reference);
  }
  return references;
};
