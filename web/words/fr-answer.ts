import { answerEn } from "./en-answer.ts";
export const answerFr = answerEn;
