import { storyEn } from "./story-en.ts";
export const storyFr = storyEn;
