import { answerEn } from "./en-answer.ts";
export const answerEs = answerEn;
