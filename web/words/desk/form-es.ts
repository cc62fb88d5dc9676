import { formEn } from "./form-en.ts";
export const formEs = formEn;
