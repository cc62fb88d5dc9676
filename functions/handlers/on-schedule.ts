import { moveAddresses } from "./address-changes.ts";
import { inTurn } from "./in-turn.ts";
import { onOutboxSchedule } from "./outbox.ts";
import { scheduleParts } from "./parts.ts";
import { watchArrivals } from "./watch-arrivals.ts";

const parts = await scheduleParts();

// The rules last: they take what time is left, and the mail that they queue leaves by the stream.
export const handler = inTurn(moveAddresses(parts), onOutboxSchedule(parts), watchArrivals(parts));
