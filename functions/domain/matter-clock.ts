import type { MatterClock } from "../contract/matter.ts";
import type { Jurisdiction } from "./jurisdiction.ts";
import { type RequestClock, type RequestDeadlines, requestDeadlines } from "./request-clock.ts";

/** A matter falls due as a request does (GDPR Art. 12(3)): what is asked about a record is part of the right of access. */
export const requestClockOf = ({ receivedOn, clarifications, extendedOn }: MatterClock): RequestClock => ({
  receivedOn,
  clarifications: clarifications.map(({ askedOn, answeredOn }) => ({
    askedOn,
    ...(answeredOn !== undefined && { answeredOn }),
  })),
  extended: extendedOn !== undefined,
});

export const matterDeadlines = (clock: MatterClock, jurisdiction: Jurisdiction): RequestDeadlines =>
  requestDeadlines(requestClockOf(clock), jurisdiction);

/** The clock once the customer has said on a civil date what they mean. */
export const clarified = (clock: MatterClock, answeredOn: string): MatterClock => ({
  ...clock,
  clarifications: clock.clarifications.map((one) => ({ ...one, answeredOn: one.answeredOn ?? answeredOn })),
});
