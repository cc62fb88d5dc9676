import { formEn } from "./form-en.ts";
export const formFr = formEn;
