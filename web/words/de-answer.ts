import { answerEn } from "./en-answer.ts";
export const answerDe = answerEn;
