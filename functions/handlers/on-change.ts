import { failsByName } from "./fails-by-name.ts";
import { onOutboxChange } from "./outbox.ts";
import { mailParts } from "./parts.ts";

export const handler = failsByName(onOutboxChange(await mailParts()));
