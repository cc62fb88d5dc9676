import { matterEn } from "./matter-en.ts";
export const matterFr = matterEn;
