import { matterEn } from "./matter-en.ts";
export const matterDe = matterEn;
