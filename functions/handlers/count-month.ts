import { countMonthBefore } from "./count-month-schedule.ts";
import { failsByName } from "./fails-by-name.ts";
import { numbersParts } from "./parts.ts";

const parts = await numbersParts();

export const handler = failsByName(countMonthBefore(parts));
