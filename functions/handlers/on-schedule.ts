import { onOutboxSchedule } from "./outbox.ts";
import { mailParts } from "./parts.ts";

export const handler = onOutboxSchedule(await mailParts());
