import type { DeskAct } from "./act-names.ts";
import { DECIDING_FORMS } from "./deciding-forms.ts";
import type { FormContext, FormSpec } from "./form-spec.ts";
import { PEOPLE_FORMS } from "./people-forms.ts";
import { WRITING_FORMS } from "./writing-forms.ts";

/** The form of every act. */
export const FORMS: { readonly [Act in DeskAct]: (context: FormContext) => FormSpec } = {
  take: () => ({ start: {}, fields: () => [], body: () => ({}) }),
  ...WRITING_FORMS,
  ...PEOPLE_FORMS,
  ...DECIDING_FORMS,
};
