import { queueEn } from "./queue-en.ts";
export const queueDe = queueEn;
