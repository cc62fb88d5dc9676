import * as z from "zod/mini";
import { MAX_WORDS } from "../domain/matter-vocabulary.ts";
import { eventRef } from "./matter.ts";
import { civilDate, purposeCode, reference, text, utcInstant, words } from "./text.ts";

const of = { at: utcInstant, reference } as const;

/**
 * What the data protection officer decided for one customer and every later record of theirs shows: the explanation of a
 * look, a name that two people released, accesses held back for a purpose until a day (GDPR Art. 23).
 */
export const ruling = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("explanation"), ...of, access: eventRef, words: words(MAX_WORDS) }),
  z.strictObject({ kind: z.literal("release"), ...of, employeeId: text(120) }),
  z.strictObject({ kind: z.literal("restriction"), ...of, purpose: purposeCode, until: civilDate }),
]);
export type Ruling = z.infer<typeof ruling>;
