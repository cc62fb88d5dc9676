import { keepRowsSchedule } from "./keep-rows-schedule.ts";
import { rowParts } from "./parts.ts";

export const handler = keepRowsSchedule(rowParts());
