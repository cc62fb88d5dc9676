import { moveAddresses } from "./address-changes.ts";
import { inTurn } from "./in-turn.ts";
import { moveMatters } from "./matters-clock.ts";
import { onOutboxSchedule } from "./outbox.ts";
import { scheduleParts } from "./parts.ts";

const parts = await scheduleParts();

// Mail last: what the others wrote leaves in the same turn.
export const handler = inTurn(moveAddresses(parts), moveMatters(parts), onOutboxSchedule(parts));
