import { stringify } from "csv-stringify/sync";
import { plainText } from "./plain-text.ts";

/**
 * Without it Excel reads UTF-8 as the computer's old code page, and é, ł and Ж are lost for the very people who open
 * the file with a double click. Every CSV reader of note skips it.
 */
export const BYTE_ORDER_MARK = "\ufeff";

// A formula begins a cell, or what a spreadsheet that separates by semicolons takes for one (OWASP, CSV injection).
const FORMULA = /(?:^|;)[ "']*(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/** Text that no spreadsheet takes for a formula: an apostrophe goes before what would start one. */
export const cell = (text: string): string => plainText(text).replace(FORMULA, "$&'");

export const lines = (rows: string[][]): string =>
  // Semicolons are quoted too, for the spreadsheets that separate by them.
  stringify(rows, { record_delimiter: "windows", quoted_match: ";" });
