import { countMonthBefore } from "./count-month-schedule.ts";
import { numbersParts } from "./parts.ts";

const parts = await numbersParts();

export const handler = countMonthBefore(parts);
