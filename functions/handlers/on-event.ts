import { onQueuedEvents } from "./event-queue.ts";
import { failsByName } from "./fails-by-name.ts";
import { intakeParts } from "./parts.ts";

export const handler = failsByName(onQueuedEvents(await intakeParts()));
