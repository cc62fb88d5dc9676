import { moveAddresses } from "./address-changes.ts";
import { failsByName } from "./fails-by-name.ts";
import { inTurn } from "./in-turn.ts";
import { moveMatters } from "./matters-clock.ts";
import { onOutboxSchedule } from "./outbox.ts";
import { scheduleParts } from "./parts.ts";
import { watchArrivals } from "./watch-arrivals.ts";
import { countAnnounced } from "./watch-sources.ts";

const parts = await scheduleParts();

// Mail after what queues it; the rules last, for they take what time is left, and their mail leaves by the stream.
export const handler = failsByName(
  inTurn(
    moveAddresses(parts),
    moveMatters(parts),
    onOutboxSchedule(parts),
    countAnnounced(parts),
    watchArrivals(parts),
  ),
);
