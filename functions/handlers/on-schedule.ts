import { moveAddresses } from "./address-changes.ts";
import { onOutboxSchedule } from "./outbox.ts";
import { mailParts } from "./parts.ts";
import { inTurn } from "./in-turn.ts";

const parts = await mailParts();

export const handler = inTurn(moveAddresses(parts), onOutboxSchedule(parts));
