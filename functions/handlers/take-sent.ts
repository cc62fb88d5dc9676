import type { SentEvent } from "../domain/sent-event.ts";
import type { Log } from "../http/log.ts";
import { faultOf } from "../http/problems.ts";
import { type TakeEvents, type TakenEvent, takeEvents } from "../use-cases/take-events.ts";

export interface TakeSent extends Omit<TakeEvents, "missed"> {
  readonly log: Log;
}

/** Takes events, however they came, and writes into the log what somebody has to hear of. */
export const takeSent = async (
  { log, ...parts }: TakeSent,
  route: string,
  sent: readonly SentEvent[],
): Promise<readonly TakenEvent[]> => {
  const missed = (cause: unknown) => {
    const fault = faultOf(cause);
    log({ code: "EVENTS_UNWATCHED", route, ...(fault !== undefined && { fault }) });
  };
  const taken = await takeEvents({ ...parts, missed }, sent);
  const conflicts = taken.filter((one) => "refusal" in one && one.refusal.code === "EVENT_CONFLICT").length;
  const quarantined = taken.filter(({ outcome }) => outcome === "quarantined").length;
  if (conflicts > 0) log({ code: "EVENT_CONFLICT", route, count: conflicts });
  if (quarantined > 0) log({ code: "EVENTS_QUARANTINED", route, count: quarantined });
  return taken;
};
