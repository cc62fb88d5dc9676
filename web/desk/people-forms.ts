import type { Values } from "./drafts.ts";
import { type Field, type Option, refsIn } from "./fields.ts";
import {
  chosenLooks,
  employeeField,
  type FormContext,
  type FormSpec,
  looksField,
  startLooks,
  theirLanguage,
  wordsField,
  wordsOf,
} from "./form-spec.ts";
import { firstPerson } from "./people.ts";
import { w } from "./words.ts";

/** Whose number the customer was contacted from can be asked without a look: they have to be heard too. */
const isTheirNumber = ({ matter }: FormContext, { employeeId }: Values): boolean =>
  matter.candidates.some((one) => one.employeeId === employeeId && one.numberMatches);

const ask = (context: FormContext): FormSpec => ({
  start: { employeeId: firstPerson(context.matter), to: "employee", ...startLooks(context.matter) },
  fields: (values) => [
    employeeField(context),
    {
      kind: "choice",
      name: "to",
      label: w("form.to"),
      options: [
        { value: "employee", label: w("form.toEmployee.label"), help: w("form.toEmployee.help") },
        { value: "manager", label: w("form.toManager.label"), help: w("form.toManager.help") },
      ],
    },
    { kind: "mail", name: "email", label: w("form.email"), hint: w("form.emailHint") },
    { ...looksField(context, values), mayBeNone: isTheirNumber(context, values) },
    wordsField(context, "ask"),
  ],
  body: (values) => ({
    ...{ to: values["to"], employeeId: values["employeeId"], email: (values["email"] ?? "").trim() },
    ...{ accesses: refsIn(chosenLooks(values)), words: wordsOf(values) },
  }),
});

export const QUESTIONS = ["essentialFor", "otherMeans", "employeeView", "safety"] as const;

/** The structured balancing: four questions, and the text that the customer would read. */
const proposeRelease = (context: FormContext): FormSpec => {
  const { asks } = context.matter;
  const heard = [...new Set(asks.filter(({ state }) => state !== "open").map(({ employeeId }) => employeeId))];
  return {
    start: { employeeId: heard.at(-1) ?? "" },
    fields: () => [
      employeeField(context, heard),
      ...QUESTIONS.map(
        (name): Field => ({
          kind: "words",
          name,
          label: w(`form.balancing.${name}.label`),
          hint: w(`form.balancing.${name}.help`),
        }),
      ),
      wordsField(context, "propose-release"),
    ],
    body: (values) => ({
      employeeId: values["employeeId"],
      balancing: Object.fromEntries(QUESTIONS.map((name) => [name, wordsOf(values, name)])),
      words: wordsOf(values),
    }),
    letter: (values) => ({ kind: "name-released", employeeId: values["employeeId"] ?? "", words: wordsOf(values) }),
  };
};

const decideRelease = (context: FormContext): FormSpec => {
  const { release } = context.matter;
  return {
    start: {},
    fields: () => [
      {
        kind: "choice",
        name: "decision",
        label: w("form.decision"),
        options: [
          { value: "approve", label: w("form.approve.label"), help: w("form.approve.help") },
          { value: "decline", label: w("form.decline.label"), help: w("form.decline.help") },
        ],
      },
      wordsField(context, "decide-release"),
    ],
    body: (values) => ({ approve: values["decision"] === "approve", words: wordsOf(values) }),
    // What was proposed goes out, not what the second person writes.
    letter: ({ decision }) =>
      release !== undefined && decision === "approve"
        ? { kind: "name-released", employeeId: release.employeeId, words: release.words }
        : undefined,
  };
};

const TELL: readonly Option[] = [
  { value: "yes", label: w("form.tellYes.label"), help: w("form.tellYes.help") },
  { value: "no", label: w("form.tellNo.label"), help: w("form.tellNo.help") },
];

/** What the customer reads of it; the act's own words stay at the desk. */
const letterField = (context: FormContext): Field => ({
  kind: "words",
  name: "letterWords",
  label: w("form.letterWords"),
  hint: w("form.letterWordsHint", { language: theirLanguage(context) }),
});

const markMisuse = (context: FormContext): FormSpec => ({
  start: { employeeId: firstPerson(context.matter), ...startLooks(context.matter) },
  fields: (values) => [
    employeeField(context),
    looksField(context, values),
    wordsField(context, "mark-misuse"),
    { kind: "choice", name: "tell", label: w("form.tell"), options: TELL },
    ...(values["tell"] === "yes" ? [letterField(context)] : []),
  ],
  body: (values) => ({
    ...{ employeeId: values["employeeId"], accesses: refsIn(chosenLooks(values)), words: wordsOf(values) },
    ...(values["tell"] === "yes" && { letterWords: wordsOf(values, "letterWords") }),
  }),
  letter: (values) =>
    values["tell"] === "yes"
      ? { kind: "misuse", accesses: refsIn(chosenLooks(values)), words: wordsOf(values, "letterWords") }
      : undefined,
});

const lookBack = (context: FormContext): FormSpec => ({
  start: { employeeId: firstPerson(context.matter) },
  fields: () => [employeeField(context)],
  body: ({ employeeId }) => ({ employeeId }),
});

/** Forms about an employee. Each names whose looks it is about. */
export const PEOPLE_FORMS = {
  ask,
  "propose-release": proposeRelease,
  "decide-release": decideRelease,
  "mark-misuse": markMisuse,
  "look-back": lookBack,
} as const;
