import type { Alarms } from "./alarms.ts";
import type { HouseFunction } from "./house-function.ts";

/** What whoever takes events has to tell somebody of. */
export const raiseIntakeAlarms = (alarms: Alarms, takers: Readonly<Record<string, HouseFunction>>): void => {
  for (const [name, fn] of Object.entries(takers)) {
    alarms.raise(`${name}Conflict`, {
      metric: fn.countOf("EVENT_CONFLICT"),
      impact:
        "A system reported a look at a customer's data a second time with different content: somebody may be rewriting what happened. The first content stays.",
      runbook: "an-event-came-twice-with-different-content",
    });
    alarms.raise(`${name}Quarantined`, {
      metric: fn.countOf("EVENTS_QUARANTINED"),
      impact:
        "Looks at customers' data were reported in a way that cannot be taken, and are in no record until somebody looks.",
      runbook: "events-wait-in-the-quarantine",
    });
    alarms.raise(`${name}Unwatched`, {
      metric: fn.countOf("EVENTS_UNWATCHED"),
      impact:
        "Looks at customers' data are in the log, and the rules of detection do not know of them: misuse may go unnoticed.",
      runbook: "the-rules-of-detection-cannot-read",
    });
  }
};
