import type { DeskRow } from "../../functions/contract/desk-matters.ts";
import { MAX_ACCESSES, MAX_WORDS } from "../../functions/domain/matter-vocabulary.ts";
import type { Values } from "./drafts.ts";

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly help?: string;
}

/** One field of a form. Its value is text whatever it is, so that a draft is text. */
export type Field = { readonly name: string; readonly label: string; readonly hint?: string } & (
  | { readonly kind: "words" }
  | { readonly kind: "line"; readonly max: number }
  | { readonly kind: "mail" }
  /** A civil date after `after`. */
  | { readonly kind: "day"; readonly after: string }
  | { readonly kind: "choice"; readonly options: readonly Option[] }
  | { readonly kind: "pick"; readonly options: readonly Option[] }
  | { readonly kind: "looks"; readonly rows: readonly DeskRow[]; readonly mayBeNone?: boolean }
);

/** No id has a line end in it, and no source a space. */
export const lookKey = ({ source, eventId }: Pick<DeskRow, "source" | "eventId">): string => `${source} ${eventId}`;
export const looksIn = (value: string | undefined): readonly string[] =>
  (value ?? "").split("\n").filter((key) => key !== "");
export const looksText = (keys: readonly string[]): string => keys.join("\n");
/** As many of these as one act takes. */
export const firstLooks = (rows: readonly DeskRow[]): string => looksText(rows.slice(0, MAX_ACCESSES).map(lookKey));
export const refsIn = (value: string | undefined) =>
  looksIn(value).map((key) => {
    const space = key.indexOf(" ");
    return { source: key.slice(0, space), eventId: key.slice(space + 1) };
  });

export type Fault = "empty" | "tooLong" | "choose" | "chooseLooks" | "wrongMail" | "wrongDay";

const ADDRESS = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with a field; undefined where nothing is. The service reads all of it again. */
export const faultOf = (field: Field, values: Values): Fault | undefined => {
  const value = (values[field.name] ?? "").trim();
  switch (field.kind) {
    case "words":
      return value === "" ? "empty" : value.length > MAX_WORDS ? "tooLong" : undefined;
    case "line":
      return value.length > field.max ? "tooLong" : undefined;
    case "mail":
      return ADDRESS.test(value) && value.length <= 254 ? undefined : "wrongMail";
    case "day":
      return /^\d{4}-\d\d-\d\d$/.test(value) && value > field.after ? undefined : "wrongDay";
    case "choice":
    case "pick":
      return field.options.some((option) => option.value === value) ? undefined : "choose";
    case "looks": {
      const known = new Set(field.rows.map(lookKey));
      const chosen = looksIn(values[field.name]);
      const fits =
        (chosen.length > 0 || field.mayBeNone === true) &&
        chosen.length <= MAX_ACCESSES &&
        chosen.every((key) => known.has(key));
      return fits ? undefined : "chooseLooks";
    }
  }
};
