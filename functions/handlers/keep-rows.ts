import { failsByName } from "./fails-by-name.ts";
import { keepRowsSchedule } from "./keep-rows-schedule.ts";
import { rowParts } from "./parts.ts";

export const handler = failsByName(keepRowsSchedule(rowParts()));
