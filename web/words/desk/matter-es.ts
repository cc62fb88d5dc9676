import { matterEn } from "./matter-en.ts";
export const matterEs = matterEn;
