import type { RegardConfig } from "../contract/config.ts";
import type { Matter } from "../contract/matter.ts";
import type { EntryActor, Letter, Part } from "../contract/matter-entry.ts";
import { complaintAcknowledgement } from "../domain/deadlines.ts";
import { Refusal } from "../domain/errors.ts";
import { jurisdictionOf } from "../domain/jurisdiction.ts";
import { caseOf, isAskedFor } from "../domain/matter-case.ts";
import { matterDeadlines } from "../domain/matter-clock.ts";
import { civilDateOf } from "../domain/period.ts";
import { REFERENCE_BYTES, referenceFrom } from "../domain/request.ts";
import type { StaffRole } from "../domain/staff.ts";
import type { Language } from "../domain/vocabulary.ts";
import { composeLetter } from "../words/compose-letter.ts";
import { deadlineDescriber } from "../words/describe-deadline.ts";
import { type ActDeps, actOnMatter } from "./act-on-matter.ts";
import { auditLine, newId, ROUNDS } from "./commit.ts";
import type { Change } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import { isSentAgain } from "./sent-again.ts";
import { deskNews } from "./tell-news.ts";

export interface RaiseDeps extends ActDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf" | "openMatterOf">;
  readonly config: RegardConfig;
}

export interface Raise {
  readonly customerKey: string;
  readonly part: Part;
  readonly by: EntryActor;
  readonly language: Language;
  /** Where news goes; absent where a rule raises it and the customer is not to know of it yet. */
  readonly address?: string;
  /** Who at the desk hears of it; the data protection officer where nothing is said. */
  readonly tells?: readonly StaffRole[];
  /** What else is written in the same transaction, asked anew for each try. What it throws ends the whole call. */
  readonly along?: (reference: string) => Promise<readonly Change[]>;
}

const union = <T>(some: readonly T[], more: readonly T[]): T[] => [...new Set([...some, ...more])];

/**
 * Brings up a question, a contact report or a signal: as a new matter, or as a part of the one that the customer has open,
 * so that what belongs together is seen together. A customer gets an acknowledgement at once (LAW L12), and the desk a
 * mail that names the reference alone; what a rule finds is told to nobody but the desk.
 *
 * Any number of calls at once end in one open matter with all their parts; what a customer sends again, because the answer
 * was lost, is kept once. Throws `UNAVAILABLE` where others are always
 * faster.
 */
export const raisePart = async (deps: RaiseDeps, raise: Raise): Promise<Matter> => {
  for (let round = 0; round < ROUNDS; round++) {
    const open = await deps.matters.openMatterOf(raise.customerKey);
    const raised = open === undefined ? await openMatter(deps, raise) : await joinWhileOpen(deps, raise, open);
    if (raised !== undefined) return raised;
  }
  throw new Refusal("UNAVAILABLE", { retryAfterSeconds: 1 });
};

/** Undefined where somebody else opened one for this customer at the same instant. */
const openMatter = async (deps: RaiseDeps, raise: Raise): Promise<Matter | undefined> => {
  const { store, config, clock, random } = deps;
  const now = clock();
  const matter = newMatter(deps, raise, now);
  const { reference, customerKey, openedAt } = matter;
  const letter = acknowledgementOf(config, raise, matter, now);
  const deed = { act: "raise", part: raise.part, ...(letter && { letter }) } as const;
  const isOpen = await store.commit([
    { kind: "open-matter", matter, entry: { id: newId(random), at: openedAt, by: raise.by, deed } },
    { kind: "keep-case", case: caseOf(matter) },
    auditLine(random, "matter-raise", now, customerKey, reference),
    ...news(deps, raise, now, reference),
    ...((await raise.along?.(reference)) ?? []),
  ]);
  return isOpen ? matter : undefined;
};

const news = (deps: RaiseDeps, { tells = ["dpo"] }: Raise, now: number, reference: string): readonly Change[] =>
  tells.map((role) => deskNews(deps, role, now, reference));

const clockFrom = ({ jurisdictions, timeZone }: RegardConfig, now: number): Matter["clock"] => ({
  regime: jurisdictions[0],
  receivedOn: civilDateOf(now, timeZone),
  clarifications: [],
});

const newMatter = ({ config, random }: RaiseDeps, raise: Raise, now: number): Matter => {
  const { customerKey, part, language, address } = raise;
  const openedAt = new Date(now).toISOString();
  return {
    reference: referenceFrom(random(REFERENCE_BYTES)),
    state: "received",
    customerKey,
    language,
    ...(address !== undefined && { address }),
    kinds: [part.kind],
    openedAt,
    clock: clockFrom(config, now),
    workers: [],
    employeeIds: part.kind === "signal" ? [part.employeeId] : [],
    asks: [],
    overdueTold: [],
  };
};

/** Undefined where it was closed between the two reads: its place is free now. */
const joinWhileOpen = (deps: RaiseDeps, raise: Raise, reference: string): Promise<Matter | undefined> =>
  join(deps, raise, reference).then(
    ({ value }) => value,
    (error: unknown) => {
      if (error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE") return undefined;
      throw error;
    },
  );

const join = (deps: RaiseDeps, raise: Raise, reference: string) =>
  actOnMatter(deps, { reference, by: raise.by }, "join", async (matter, now) => {
    const { part, address, language } = raise;
    const isCustomer = raise.by.kind === "customer";
    if (isCustomer && isSentAgain(await deps.matters.entriesOf(reference), part, now)) return undefined;
    // A rule's matter is nobody's request yet: the customer's time counts from when they ask (LAW L1).
    const isFirst = isCustomer && !isAskedFor(matter);
    const clock = isFirst ? clockFrom(deps.config, now) : matter.clock;
    const letter = acknowledgementOf(deps.config, raise, { ...matter, clock }, now);
    return {
      deed: { act: "join", part, ...(letter && { letter }) },
      to: {
        kinds: union(matter.kinds, [part.kind]),
        employeeIds: union(matter.employeeIds, part.kind === "signal" ? [part.employeeId] : []),
        ...(address !== undefined && { address, language }),
        clock,
      },
      more: [...news(deps, raise, now, reference), ...((await raise.along?.(reference)) ?? [])],
    };
  });

/** What the customer gets at once; nothing where a rule raised it. */
const acknowledgementOf = (
  config: RegardConfig,
  { part, language, by }: Raise,
  matter: Matter,
  now: number,
): Letter | undefined => {
  if (by.kind !== "customer") return undefined;
  const { regime, receivedOn } = matter.clock;
  const jurisdiction = jurisdictionOf(regime, config.holidays);
  const deadlines = matterDeadlines(matter.clock, jurisdiction);
  // What joins an older matter is a complaint of its own day (DPA 2018 s.164A).
  const today = civilDateOf(now, config.timeZone);
  const describer = deadlineDescriber(language, config.timeZone);
  return composeLetter(config, language, {
    kind: "acknowledgement",
    reference: matter.reference,
    regime,
    receivedOn,
    ...(deadlines.state === "running" && { dueOn: deadlines.due.on }),
    why: describer.forCustomer(deadlines),
    isComplaint: complaintAcknowledgement(today, jurisdiction) !== undefined && part.kind !== "signal",
  });
};
