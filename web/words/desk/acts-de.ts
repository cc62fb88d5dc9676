import { actsEn } from "./acts-en.ts";
export const actsDe = actsEn;
