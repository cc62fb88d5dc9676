import { firstLooks, refsIn } from "./fields.ts";
import { type FormContext, type FormSpec, wordsField, wordsOf } from "./form-spec.ts";
import { w } from "./words.ts";

type WritingAct = "note" | "message" | "explain" | "pause" | "resume" | "extend";

const words = (
  context: FormContext,
  act: WritingAct,
  letter?: "message" | "clarification" | "extension",
): FormSpec => ({
  start: {},
  fields: () => [wordsField(context, act)],
  body: (values) => ({ words: wordsOf(values) }),
  ...(letter && { letter: (values) => ({ kind: letter, words: wordsOf(values) }) }),
});

/** An explanation is about any looks that are on the page; those that were named first. */
const explain = (context: FormContext): FormSpec => {
  const { rows } = context.matter;
  return {
    start: { looks: firstLooks(rows.filter(({ named }) => named)) },
    fields: () => [{ kind: "looks", name: "looks", label: w("form.looks"), rows }, wordsField(context, "explain")],
    body: (values) => ({ accesses: refsIn(values["looks"]), words: wordsOf(values) }),
    letter: (values) => ({ kind: "explanation", accesses: refsIn(values["looks"]), words: wordsOf(values) }),
  };
};

/** Forms in which somebody writes: to the customer, or for the desk. */
export const WRITING_FORMS: { readonly [Act in WritingAct]: (context: FormContext) => FormSpec } = {
  note: (context) => words(context, "note"),
  message: (context) => words(context, "message", "message"),
  explain,
  pause: (context) => words(context, "pause", "clarification"),
  resume: (context) => words(context, "resume"),
  extend: (context) => words(context, "extend", "extension"),
};
