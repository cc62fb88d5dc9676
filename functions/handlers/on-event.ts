import { onQueuedEvents } from "./event-queue.ts";
import { intakeParts } from "./parts.ts";

export const handler = onQueuedEvents(await intakeParts());
