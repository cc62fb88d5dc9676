import { actsEn } from "./acts-en.ts";
export const actsEs = actsEn;
