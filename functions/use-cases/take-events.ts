import { isErased } from "../domain/erasure.ts";
import { Refusal, type RefusalCode } from "../domain/errors.ts";
import { eraseAt } from "../domain/retention.ts";
import type { SentEvent } from "../domain/sent-event.ts";
import { type AppendAccesses, type AppendedEvent, appendAccesses } from "./append-accesses.ts";
import type { Quarantine, QuarantinedEvent } from "./intake-ports.ts";

export interface TakeEvents extends AppendAccesses {
  readonly quarantine: Pick<Quarantine, "put">;
}

/** What became of an event; see functions/contract/intake-api.ts. */
export type TakenEvent =
  | { readonly outcome: "accepted" | "duplicate" }
  | { readonly outcome: "rejected" | "quarantined"; readonly refusal: Refusal };

/** Events are sent as they happen. What comes later than this is a mistake, or says that it is late. */
const LATE_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * What is not kept aside: an id that is taken (what was kept first stays), what may not be kept any more, and what is
 * larger than anything here.
 */
const NOT_KEPT: ReadonlySet<RefusalCode> = new Set(["EVENT_CONFLICT", "EVENT_EXPIRED", "EVENT_TOO_LARGE"]);

/**
 * Takes events that a system sent just now: into the log, or into the quarantine, where they wait for somebody. Answers
 * in the order of `sent`; one bad event stops none of the others. Idempotent, also where it is cut off half-way.
 */
export const takeEvents = async (deps: TakeEvents, sent: readonly SentEvent[]): Promise<readonly TakenEvent[]> => {
  const { keyring, quarantine, erasures, config, clock } = deps;
  const now = clock();
  const receivedAt = new Date(now).toISOString();
  const endOf = (occurredAt: string) => eraseAt(occurredAt, config.retention.months);

  const judge = ({ event, refusal, occurredAt, late, struckOut }: SentEvent): AppendedEvent | Refusal => {
    if (occurredAt !== undefined && endOf(occurredAt) <= receivedAt) return new Refusal("EVENT_EXPIRED");
    if (refusal) return refusal;
    const isOld = Date.parse(event.occurredAt) < now - LATE_AFTER_MS;
    if (isOld && !late) return new Refusal("EVENT_LATE", { field: "occurredAt" });
    return struckOut === undefined ? event : { ...event, struckOut };
  };
  const judged = sent.map(judge);
  const outcomes = (
    await appendAccesses(deps, { events: judged.flatMap((one) => (one instanceof Refusal ? [] : [one])) })
  ).values();

  const settled = judged.map((one) => {
    const outcome = one instanceof Refusal ? one : (outcomes.next().value ?? "expired");
    return outcome === "expired" ? new Refusal("EVENT_EXPIRED") : outcome;
  });
  const isToWait = (one: (typeof settled)[number] | undefined): one is Refusal =>
    one instanceof Refusal && !NOT_KEPT.has(one.code);
  const waiting = sent.filter((_, at) => isToWait(settled[at]));
  const erased = await erasures.among(
    waiting.flatMap(({ customerId }) => [customerId ?? []].flat().map(keyring.customerKey)),
  );

  const aside: QuarantinedEvent[] = [];
  const taken = sent.map((one, at): TakenEvent => {
    const outcome = settled[at] ?? new Refusal("EVENT_EXPIRED");
    if (!(outcome instanceof Refusal)) return { outcome };
    if (!isToWait(outcome)) return { outcome: "rejected", refusal: outcome };
    const { source = "", occurredAt = receivedAt } = one;
    // What is dated in the future may not stay until its own end, and happened before it came.
    const happenedAt = occurredAt < receivedAt ? occurredAt : receivedAt;
    const text = one.without((id) => isErased(erased.get(keyring.customerKey(id)), happenedAt));
    if (text === undefined) return { outcome: "rejected", refusal: new Refusal("EVENT_EXPIRED") };
    const { code, field } = outcome;
    const id = one.waitsAs ?? keyring.mac("quarantine", one.text).toString("hex", 0, 16);
    aside.push({ id, code, field, source, receivedAt, text, eraseAt: endOf(happenedAt) });
    return { outcome: "quarantined", refusal: outcome };
  });
  if (aside.length > 0) await quarantine.put(aside);
  return taken;
};
