import { Refusal, type RefusalCode } from "../domain/errors.ts";
import { eraseAt } from "../domain/retention.ts";
import type { SentEvent } from "../domain/sent-event.ts";
import { type AppendAccesses, appendAccesses } from "./append-accesses.ts";
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
  const { keyring, quarantine, config, clock } = deps;
  const now = clock();
  const receivedAt = new Date(now).toISOString();
  const endOf = (occurredAt: string) => eraseAt(occurredAt, config.retention.months);

  const judge = ({ event, refusal, occurredAt, late }: SentEvent) => {
    if (occurredAt !== undefined && endOf(occurredAt) <= receivedAt) return new Refusal("EVENT_EXPIRED");
    if (refusal) return refusal;
    const isOld = Date.parse(event.occurredAt) < now - LATE_AFTER_MS;
    return isOld && !late ? new Refusal("EVENT_LATE", { field: "occurredAt" }) : event;
  };
  const judged = sent.map(judge);
  const outcomes = (
    await appendAccesses(deps, { events: judged.flatMap((one) => (one instanceof Refusal ? [] : [one])) })
  ).values();

  const aside: QuarantinedEvent[] = [];
  const taken = judged.map((one, at): TakenEvent => {
    const outcome = one instanceof Refusal ? one : (outcomes.next().value ?? "expired");
    if (outcome === "accepted" || outcome === "duplicate") return { outcome };
    const refusal = outcome === "expired" ? new Refusal("EVENT_EXPIRED") : outcome;
    const { text = "", source = "", occurredAt = receivedAt } = sent[at] ?? {};
    if (NOT_KEPT.has(refusal.code)) return { outcome: "rejected", refusal };
    const { code, field } = refusal;
    const id = keyring.mac("quarantine", text).toString("hex", 0, 16);
    // What is dated in the future may not stay until its own end.
    const until = endOf(occurredAt < receivedAt ? occurredAt : receivedAt);
    aside.push({ id, code, field, source, receivedAt, text, eraseAt: until });
    return { outcome: "quarantined", refusal };
  });
  if (aside.length > 0) await quarantine.put(aside);
  return taken;
};
