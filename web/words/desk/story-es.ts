import { storyEn } from "./story-en.ts";
export const storyEs = storyEn;
