import { type Access, type Period, personBehind } from "../access.ts";
import { eventKey } from "../corrections.ts";
import type { Evidence } from "../evidence.ts";

/** One look by a person, judged, as the rules see it. */
export interface Look {
  readonly access: Access;
  readonly evidence: Evidence;
  /** Who caused it, whoever's account it went through. */
  readonly employeeId: string;
  /** The event's key; one look at several customers has the same key for each. */
  readonly key: string;
  /** When, in milliseconds since 1970, and the civil date in the company's zone. */
  readonly at: number;
  readonly day: string;
}

/** The look behind a judged access; undefined where nobody looked: a system, or an agent in nobody's name. */
export const lookOf = (
  { access, evidence }: { readonly access: Access; readonly evidence: Evidence },
  dayOf: (instant: string) => string,
): Look | undefined => {
  const employeeId = personBehind(access);
  if (employeeId === undefined) return undefined;
  const { source, eventId, occurredAt } = access;
  return {
    access,
    evidence,
    employeeId,
    key: eventKey(source, eventId),
    at: Date.parse(occurredAt),
    day: dayOf(occurredAt),
  };
};

/** By time, then by key: the same order however the events arrived. */
export const inTimeOrder = (looks: readonly Look[]): readonly Look[] =>
  looks.toSorted((one, other) => one.at - other.at || (one.key < other.key ? -1 : one.key > other.key ? 1 : 0));

const HOUR = 3_600_000;

/** Whoever did a job may look up its customer for so long after it: a wrong door, a forgotten key, a call back. */
export const CONTACT_GRACE_MS = 2 * HOUR;

/** The end of the job to which a look belongs, where it names one that had ended. Milliseconds since 1970. */
export const jobEnd = ({ evidence, at }: Pick<Look, "evidence" | "at">): number | undefined => {
  const end = evidence.closedAt === undefined ? undefined : Date.parse(evidence.closedAt);
  return end !== undefined && end < at ? end : undefined;
};

/** Whether the case that the look names was running, or had ended no longer ago than contact with its customer takes. */
export const isRunning = (look: Pick<Look, "evidence" | "at">): boolean =>
  look.at - (jobEnd(look) ?? look.at) <= CONTACT_GRACE_MS;

/** What an employee did to get hold of something, beside having a screen open. */
const GRABBING: ReadonlySet<string> = new Set(["reveal", "export", "print", "call", "message"]);
export const isGrab = ({ access }: Pick<Look, "access">): boolean => GRABBING.has(access.action);

export const isWithin = (at: number, { from, to }: Period): boolean => at >= Date.parse(from) && at < Date.parse(to);

/** Each look once: a server and a client that report the same one share its correlation id (IHE BALP). */
export const distinctOpens = (looks: readonly Look[]): readonly Look[] => {
  const seen = new Set<string>();
  return looks.filter(({ access, key }) => {
    const id = access.correlationId ?? key;
    return !seen.has(id) && seen.add(id);
  });
};

/** How many looks, and from when to when. `looks` are in time order and not empty. */
export const spanOf = (looks: readonly Look[]): { opens: number; firstAt: string; lastAt: string } => ({
  opens: distinctOpens(looks).length,
  firstAt: looks[0]?.access.occurredAt ?? "",
  lastAt: looks.at(-1)?.access.occurredAt ?? "",
});

/** The part of a hit that says whom and what it is about. `looks` are one employee's at one customer, in time order. */
export const aboutPair = (
  looks: readonly Look[],
): { employeeId?: string; customerKey?: string; accesses: string[] } => {
  const [first] = looks;
  return {
    ...(first !== undefined && { employeeId: first.employeeId, customerKey: first.access.customerKey }),
    accesses: [...new Set(looks.map(({ key }) => key))],
  };
};
