import * as z from "zod/mini";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { DESK_PATHS } from "./desk-paths.ts";
import { calendarMonth, numbersDescription } from "./numbers.ts";
import { utcInstant } from "./text.ts";

const NUMBERS_FORMATS = ["csv", "pdf"] as const;

/** The months that have numbers, the newest first. */
export const numbersMonths = z.strictObject({
  months: z.array(z.strictObject({ month: calendarMonth, madeAt: utcInstant })),
});

const readNumbers = z.strictObject({ month: calendarMonth, language: z.enum(LANGUAGES) });
const exportNumbers = z.extend(readNumbers, { format: z.enum(NUMBERS_FORMATS) });

/** The desk's routes about the numbers for the board; part of `DESK_ROUTES`. They show no customer and no employee. */
export const DESK_NUMBERS_ROUTES = {
  listNumbers: {
    ...DESK_PATHS.listNumbers,
    who: "staff",
    function: "desk",
    body: undefined,
    status: 200,
    answer: numbersMonths,
  },
  readNumbers: {
    ...DESK_PATHS.readNumbers,
    who: "staff",
    function: "desk",
    body: readNumbers,
    status: 200,
    answer: numbersDescription,
  },
  /** An export: needs a sign-in of the last few minutes. */
  exportNumbers: {
    ...DESK_PATHS.exportNumbers,
    who: "staff",
    function: "desk",
    body: exportNumbers,
    status: 200,
    answer: undefined,
  },
} as const;
