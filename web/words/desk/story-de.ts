import { storyEn } from "./story-en.ts";
export const storyDe = storyEn;
