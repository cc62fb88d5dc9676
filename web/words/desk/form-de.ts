import { formEn } from "./form-en.ts";
export const formDe = formEn;
