import type * as z from "zod/mini";
import { nearestWord } from "../domain/nearest-word.ts";
import { fieldAt, namesBelow, withoutPlaces } from "./config-fields.ts";

/** One wrong field of a configuration. */
export interface ConfigFault {
  readonly path: readonly PropertyKey[];
  /** What is wrong, after the field's name: "is missing". */
  readonly wrong: string;
  /** What to write instead where the table of fields cannot know it: a whole sentence. */
  readonly fix?: string;
}

type Issue = z.core.$ZodIssue;

const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? Reflect.get(value, part) : undefined),
    input,
  );

const kindOf = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "text" : typeof value === "number" ? "a number" : `a ${typeof value}`;
};

/** What the schema expects, in words, by the name that zod has for it. */
const EXPECTED: Readonly<Record<string, string>> = {
  string: "text in quotes",
  array: "a list in [ ]",
  tuple: "a list in [ ]",
  object: "an object in { }",
  record: "an object in { }",
  boolean: "true or false",
  int: "a whole number",
  number: "a number",
};

const tooSmall = ({ origin, minimum }: z.core.$ZodIssueTooSmall): string =>
  origin === "string" || origin === "array" ? "is empty" : `is less than ${minimum}`;

const tooBig = ({ origin, maximum }: z.core.$ZodIssueTooBig): string =>
  origin === "string" ? `is longer than ${maximum} characters` : `is more than ${maximum}`;

const meant = (value: unknown, words: readonly unknown[]): string => {
  const near =
    typeof value === "string"
      ? nearestWord(
          value,
          words.filter((word) => typeof word === "string"),
        )
      : undefined;
  return near === undefined ? "" : `; did you mean "${near}"?`;
};

const wrongIn = (issue: Issue, value: unknown): string => {
  if (value === undefined) return "is missing";
  switch (issue.code) {
    case "invalid_type":
      return `is ${kindOf(value)}, and has to be ${EXPECTED[issue.expected] ?? issue.expected}`;
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_value":
      return `is none of the words that Regard knows here${meant(value, issue.values)}`;
    case "invalid_union":
      return `is none of the words that Regard knows here${meant(value, "options" in issue && Array.isArray(issue.options) ? issue.options : [])}`;
    case "invalid_format":
      return "does not have the form that it needs";
    default:
      return issue.message === "control characters"
        ? "has characters that nobody can see; type it anew"
        : `is not known${issue.path[0] === "timeZone" ? meant(value, Intl.supportedValuesOf("timeZone")) : ""}`;
  }
};

const unknownField = (path: readonly PropertyKey[], key: string): ConfigFault => {
  const known = path.at(-1) === "words" ? [] : namesBelow(path);
  const near = nearestWord(key, known);
  const at = withoutPlaces(path);
  return {
    path: [...path, key],
    wrong: "is no field that Regard knows",
    fix: near === undefined ? "Remove it." : `Did you mean ${[...at, near].join(".")}? Otherwise remove it.`,
  };
};

/** What zod found, as faults: one for each field. */
export const faultsOf = (issues: readonly Issue[], input: unknown): ConfigFault[] => {
  const faults = issues.flatMap((issue): ConfigFault[] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => unknownField(issue.path, key))
      : [{ path: issue.path, wrong: wrongIn(issue, valueAt(input, issue.path)) }],
  );
  const seen = new Set<string>();
  return faults.filter(({ path }) => !seen.has(path.join(".")) && seen.add(path.join(".")));
};

/** One line: the field, what is wrong with it, and what to write instead. */
export const lineOf = ({ path, wrong, fix }: ConfigFault): string => {
  const field = fieldAt(path);
  const known = field && `Write ${field.what}, for example ${field.example}.`;
  const below = namesBelow(path).join(", ");
  const instead =
    fix ?? known ?? `Write ${below === "" ? "what functions/contract/config.ts says" : `an object with ${below}`}.`;
  return `${path.join(".") || "the configuration"}: ${wrong}${wrong.endsWith("?") ? "" : "."} ${instead}`;
};
