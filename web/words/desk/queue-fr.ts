import { queueEn } from "./queue-en.ts";
export const queueFr = queueEn;
