import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { BREACH_DECISIONS, OUTCOMES, REFUSAL_GROUNDS } from "../../functions/domain/matter-vocabulary.ts";
import { isBuiltInPurpose, PURPOSES } from "../../functions/domain/purposes.ts";
import type { Field, Option } from "./fields.ts";
import { type FormContext, type FormSpec, wordsField, wordsOf } from "./form-spec.ts";
import { heldBack } from "./offers.ts";
import { today } from "./when.ts";
import { w } from "./words.ts";

/** What somebody calls a purpose: built-in ones that may be held back have words, a company's own one its code. */
export const purposeName = (code: string): string =>
  code === "FRAUD_SECURITY" || code === "LEGAL_REQUEST" ? w(`form.purposes.${code}`) : code;

const RESTRICTABLE = ["FRAUD_SECURITY", "LEGAL_REQUEST"] as const;
const purposeField = (codes: readonly string[]): Field => ({
  kind: "pick",
  name: "purpose",
  label: w("form.purpose"),
  options: codes.map((value) => ({ value, label: purposeName(value) })),
});

const restrict = (context: FormContext): FormSpec => {
  const own = context.matter.rows.map(({ purpose }) => purpose).filter((code) => !isBuiltInPurpose(code));
  const codes = [...RESTRICTABLE.filter((code) => PURPOSES[code].mayBeRestricted), ...new Set(own)];
  return {
    start: { purpose: codes[0] ?? "" },
    fields: () => [
      purposeField(codes),
      { kind: "day", name: "until", label: w("form.until"), after: today(context.now) },
      wordsField(context, "restrict"),
    ],
    body: (values) => ({ purpose: values["purpose"], until: values["until"], words: wordsOf(values) }),
  };
};

const lift = (context: FormContext): FormSpec => {
  const codes = heldBack(context.matter);
  return {
    start: { purpose: codes[0] ?? "" },
    fields: () => [purposeField(codes), wordsField(context, "lift")],
    body: (values) => ({ purpose: values["purpose"], words: wordsOf(values) }),
  };
};

const decideBreach = (context: FormContext): FormSpec => ({
  start: {},
  fields: ({ kind }) => [
    {
      kind: "choice",
      name: "kind",
      label: w("form.whatKind"),
      options: BREACH_DECISIONS.map((value) => ({
        value,
        label: w(`form.breachKinds.${value}.label`),
        help: w(`form.breachKinds.${value}.help`),
      })),
    },
    wordsField(context, "decide-breach", "reasons"),
    ...(kind === "notified"
      ? [{ kind: "line", name: "authorityReference", label: w("form.authorityReference"), max: 120 } as const]
      : []),
  ],
  body: (values) => {
    const number = wordsOf(values, "authorityReference");
    const isTold = values["kind"] === "notified" && number !== "";
    return {
      decision: {
        kind: values["kind"],
        reasons: wordsOf(values, "reasons"),
        ...(isTold && { authorityReference: number }),
      },
    };
  },
});

const oneOf = <const Value extends string>(all: readonly Value[], value: string | undefined): Value | undefined =>
  all.find((one) => one === value);

const refuse = (context: FormContext): FormSpec => ({
  start: {},
  fields: () => [
    {
      kind: "choice",
      name: "ground",
      label: w("form.ground"),
      options: REFUSAL_GROUNDS.map((value) => ({
        value,
        label: w(`form.grounds.${value}.label`),
        help: w(`form.grounds.${value}.help`),
      })),
    },
    {
      kind: "choice",
      name: "extent",
      label: w("form.extent"),
      options: [
        { value: "wholly", label: w("form.wholly") },
        { value: "partly", label: w("form.partly") },
      ],
    },
    wordsField(context, "refuse"),
  ],
  writes: true,
  body: (values) => ({ ground: values["ground"], partly: values["extent"] === "partly", words: wordsOf(values) }),
  letter: (values) => {
    const ground = oneOf(REFUSAL_GROUNDS, values["ground"]);
    const kind = values["extent"] === "partly" ? "partial-refusal" : "refusal";
    return ground && { kind, ground, words: wordsOf(values) };
  },
});

const ENDS = ["explained", "misuse", "no-finding", "withdrawn"] as const;

/** Whether the customer can see that there is such a matter: they wrote in it, or were written to. */
const isKnown = ({ entries }: DeskMatter): boolean =>
  entries.some(({ by, deed }) => by.kind === "customer" || ("letter" in deed && deed.letter !== undefined));

/** A matter of which its customer knows nothing ends without a letter. */
const close = (context: FormContext): FormSpec => {
  const { breach } = context.matter;
  const isTheirs = isKnown(context.matter);
  const options = ENDS.filter((end) => end !== "misuse" || breach !== undefined).map(
    (value): Option => ({
      value,
      label: w(`form.outcomes.${value}.label`),
      help: w(`form.outcomes.${value}.help`),
    }),
  );
  return {
    start: {},
    fields: () => [
      { kind: "choice", name: "outcome", label: w("form.outcome"), options },
      wordsField(context, "close"),
    ],
    writes: isTheirs,
    body: (values) => ({ outcome: values["outcome"], words: wordsOf(values) }),
    letter: (values) => {
      const outcome = oneOf(OUTCOMES, values["outcome"]);
      return isTheirs && outcome !== undefined ? { kind: "closing", outcome, words: wordsOf(values) } : undefined;
    },
  };
};

/** Forms in which somebody decides. */
export const DECIDING_FORMS = { restrict, lift, "decide-breach": decideBreach, refuse, close } as const;
