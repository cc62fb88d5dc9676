import { actsEn } from "./acts-en.ts";
export const actsFr = actsEn;
