import { queueEn } from "./queue-en.ts";
export const queueEs = queueEn;
