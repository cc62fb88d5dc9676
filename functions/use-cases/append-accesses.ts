import type { AccessEvent } from "../contract/access-event.ts";
import type { RegardConfig } from "../contract/config.ts";
import { BULK_READS, isBulk } from "../domain/access.ts";
import { type SourceReport, uniteRanges } from "../domain/coverage.ts";
import { isErased } from "../domain/erasure.ts";
import { Refusal } from "../domain/errors.ts";
import { civilDateOf } from "../domain/period.ts";
import { isBuiltInPurpose } from "../domain/purposes.ts";
import { eraseAt } from "../domain/retention.ts";
import type { Erasures } from "./erasure-ports.ts";
import type { AccessLog, Arrival, Clock, Keyring, Sources } from "./ports.ts";
import { type SetApartDeps, setApart } from "./set-apart.ts";

export interface AppendAccesses extends SetApartDeps {
  readonly accessLog: AccessLog;
  readonly sources: Sources;
  readonly erasures: Pick<Erasures, "among">;
  readonly keyring: Keyring;
  readonly config: SetApartDeps["config"] & Pick<RegardConfig, "retention">;
  readonly clock: Clock;
  /**
   * Told where events are safely in the log and could not be set apart for the rules. They are when they come again, and
   * `regard signals --since` finds them in any case.
   */
  readonly missed: (cause: unknown) => void;
}

/**
 * `expired`: not stored, because its time is over: by the retention rule, or because all its customers had theirs erased.
 * A refusal says what is wrong with the event.
 */
export type EventOutcome = "accepted" | "duplicate" | "expired" | Refusal;

/** Clocks of the company's systems may be ahead of ours by this much. */
const AHEAD_MS = 5 * 60_000;

const checkKnown = (event: AccessEvent, { config, clock }: AppendAccesses): Refusal | undefined => {
  const known = isBuiltInPurpose(event.purpose) || config.purposes.some(({ code }) => code === event.purpose);
  if (!known) return new Refusal("PURPOSE_UNKNOWN", { field: "purpose" });
  const inFuture = Date.parse(event.occurredAt) > clock() + AHEAD_MS;
  return inFuture ? new Refusal("EVENT_IN_FUTURE", { field: "occurredAt" }) : undefined;
};

/** An event; and how many customers were struck out of it, because they had their data erased before it got here. */
export type AppendedEvent = AccessEvent & { readonly struckOut?: number };

/** An event that may be kept, whose it is, and until when. */
interface Checked {
  readonly event: AppendedEvent;
  readonly keys: readonly string[];
  readonly until: string;
}
const isOpen = (one: Checked | "expired" | Refusal): one is Checked => one !== "expired" && !(one instanceof Refusal);

/** What a batch says about each of its sources. */
const reportsOf = (arrivals: readonly Arrival[]): SourceReport[] =>
  [...Map.groupBy(arrivals, ({ access }) => access.source)].map(([source, ofSource]) => {
    const accesses = ofSource.map(({ access }) => access);
    const counted = accesses.flatMap(({ sourceSeq: seq, occurredAt: at }) =>
      seq === undefined ? [] : [{ first: seq, last: seq, firstAt: at, lastAt: at }],
    );
    const earliest = (one: string, other: string) => (other < one ? other : one);
    const latest = (one: string, other: string) => (other > one ? other : one);
    return {
      source,
      since: accesses.map(({ occurredAt }) => occurredAt).reduce(earliest),
      lastReceivedAt: accesses.map(({ receivedAt }) => receivedAt).reduce(latest),
      ranges: uniteRanges(counted),
    };
  });

/**
 * Takes events into the access log, tells its sources' coverage, and sets apart what the rules have to read. Answers in the order of `events`; one bad event
 * stops none of the others. Calling again with the same events, also after a crash half-way, completes what was begun
 * and adds nothing.
 *
 * @param command `keepExpired`: stores events past the retention time too, and keeps them as long as if they had
 * happened now (trials with old logs).
 */
export const appendAccesses = async (
  deps: AppendAccesses,
  command: { readonly events: readonly AppendedEvent[]; readonly keepExpired?: boolean },
): Promise<readonly EventOutcome[]> => {
  const receivedAt = new Date(deps.clock()).toISOString();
  const { months } = deps.config.retention;

  const keysOf = ({ customerId }: AccessEvent): string[] => [
    ...new Set([customerId ?? []].flat().map(deps.keyring.customerKey)),
  ];
  const checked = command.events.map((event) => {
    const refusal = checkKnown(event, deps);
    if (refusal !== undefined) return refusal;
    const until = eraseAt(event.occurredAt, months);
    const isOver = until <= receivedAt;
    if (isOver && !command.keepExpired) return "expired";
    return { event, keys: keysOf(event), until: isOver ? eraseAt(receivedAt, months) : until };
  });
  const erased = await deps.erasures.among(checked.flatMap((one) => (isOpen(one) ? one.keys : [])));

  const arrivalOf = ({ event, keys, until }: Checked): Arrival | "expired" => {
    const { customerId, struckOut = 0, ...access } = event;
    const named = keys.length + struckOut;
    const isInBulk = isBulk(typeof customerId === "string" ? undefined : named, access);
    const erasedKeys = keys.filter((key) => isErased(erased.get(key), event.occurredAt));
    if (erasedKeys.length === keys.length && !isInBulk) return "expired";
    // One case for several customers is at most one of theirs: the count keeps it out of the others' records.
    const recordCount = Math.max(access.recordCount ?? 1, named);
    return {
      access: { ...access, ...(recordCount > 1 && { recordCount }), receivedAt },
      customerKeys: [...keys.filter((key) => !erasedKeys.includes(key)), ...(isInBulk ? [BULK_READS] : [])],
      ...(erasedKeys.length > 0 && { erasedKeys }),
      eraseAt: until,
      day: civilDateOf(event.occurredAt, deps.config.timeZone),
    };
  };
  const judged = checked.map((one) => (isOpen(one) ? arrivalOf(one) : one));
  const arrivals = judged.filter((one) => typeof one === "object" && "access" in one);

  const answers = await deps.accessLog.append(arrivals);
  const kept = arrivals.filter((_, n) => answers[n] !== "conflict");
  // After the append: a crash in between is repaired by sending the same events again, for duplicates count as well.
  for (const report of reportsOf(kept)) await deps.sources.note(report);
  // Likewise; but the log is what nobody may lose, so nothing that fails here is a reason to refuse what is in it.
  await setApart(deps, kept).catch(deps.missed);

  const outcomes = answers.values();
  return judged.map((one) => {
    if (one === "expired" || one instanceof Refusal) return one;
    const outcome = outcomes.next().value ?? "conflict";
    return outcome === "conflict" ? new Refusal("EVENT_CONFLICT", { field: "eventId" }) : outcome;
  });
};
