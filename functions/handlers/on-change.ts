import { onOutboxChange } from "./outbox.ts";
import { mailParts } from "./parts.ts";

export const handler = onOutboxChange(await mailParts());
