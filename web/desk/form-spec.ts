import type { StaffSession } from "../../functions/contract/desk-api.ts";
import type { DeskMatter, DeskRow } from "../../functions/contract/desk-matters.ts";
import type { DeskAct } from "./act-names.ts";
import type { LetterDraft } from "./desk-api.ts";
import type { Values } from "./drafts.ts";
import { type Field, firstLooks } from "./fields.ts";
import { fullNameOf, peopleOf, personOf } from "./people.ts";
import { w } from "./words.ts";

/** What a form is made from. */
export interface FormContext {
  readonly matter: DeskMatter;
  readonly staff: StaffSession;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The form of one act. */
export interface FormSpec {
  /** What stands in it before anybody types. */
  readonly start: Values;
  /** They may depend on what was chosen. */
  readonly fields: (values: Values) => readonly Field[];
  /** What is sent, beside the matter's reference and revision. */
  readonly body: (values: Values) => object;
  /** The letter that goes to the customer by it, if one does. */
  readonly letter?: (values: Values) => LetterDraft | undefined;
  /** A letter goes out by it whatever is chosen: it will be read first, even while its ground is still open. */
  readonly writes?: boolean;
}

export const wordsOf = (values: Values, name = "words"): string => (values[name] ?? "").trim();

/** In which language the customer reads what is written. */
export const theirLanguage = ({ matter }: FormContext): string => w(`matter.languages.${matter.language}`);

/** The words of an act, with what they are for. */
export const wordsField = (
  context: FormContext,
  act: Exclude<DeskAct, "take" | "look-back">,
  name = "words",
): Field => ({
  kind: "words",
  name,
  label: w(`acts.${act}.words`),
  hint: w(`acts.${act}.hint`, { language: theirLanguage(context) }),
});

/** Whose looks: everybody whom the matter is about. */
export const employeeField = ({ matter }: FormContext, ids: readonly string[] = peopleOf(matter)): Field => ({
  kind: "pick",
  name: "employeeId",
  label: w("form.employee"),
  options: ids.map((id) => ({ value: id, label: fullNameOf(matter, id) })),
});

export const rowsOf = ({ rows }: DeskMatter, employeeId: string | undefined): readonly DeskRow[] =>
  rows.filter((row) => personOf(row) === employeeId || row.employeeId === employeeId);

/** Looks that are chosen beforehand: those that were named; where none was, those that nothing confirms. */
const likelyLooks = (rows: readonly DeskRow[]): string => {
  const named = rows.filter((row) => row.named);
  const likely = named.length > 0 ? named : rows.filter(({ evidence }) => evidence !== "confirmed");
  return firstLooks(likely);
};

/** Looks of one person, kept apart by person so that a change of mind loses no choice. */
export const looksField = ({ matter }: FormContext, { employeeId = "" }: Values): Field => ({
  kind: "looks",
  name: `looks ${employeeId}`,
  label: w("form.looks"),
  rows: rowsOf(matter, employeeId),
});
export const chosenLooks = (values: Values): string | undefined => values[`looks ${values["employeeId"] ?? ""}`];
/** What is chosen beforehand for each person. */
export const startLooks = (matter: DeskMatter): Values =>
  Object.fromEntries(peopleOf(matter).map((id) => [`looks ${id}`, likelyLooks(rowsOf(matter, id))]));
