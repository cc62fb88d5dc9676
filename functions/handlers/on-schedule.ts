import { moveAddresses } from "./address-changes.ts";
import { inTurn } from "./in-turn.ts";
import { onOutboxSchedule } from "./outbox.ts";
import { mailParts } from "./parts.ts";

const parts = await mailParts();

export const handler = inTurn(moveAddresses(parts), onOutboxSchedule(parts));
