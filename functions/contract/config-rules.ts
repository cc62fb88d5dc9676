import { Refusal } from "../domain/errors.ts";
import { type ColourFault, colourFaults, SCHEMES } from "../domain/palette.ts";
import { isBuiltInPurpose, PURPOSES } from "../domain/purposes.ts";
import { REGIME_IDS } from "../domain/regimes.ts";
import type { RegardConfig } from "./config.ts";
import type { ConfigFault } from "./config-faults.ts";
import { MONTHS_WITHOUT_REASON } from "./config-fields.ts";
import { ownLogMap } from "./own-log.ts";

/** No regime has fewer public holidays in a year. */
const FEWEST_HOLIDAYS = 8;

const fault = (wrong: string, ...path: readonly (string | number)[]): ConfigFault => ({ path, wrong });

const repeated = (values: readonly string[]) => values.flatMap((value, at) => (values.indexOf(value) < at ? [at] : []));
const twice = (values: readonly string[], path: (at: number) => readonly (string | number)[]): ConfigFault[] =>
  repeated(values).map((at) => fault("stands there twice", ...path(at)));

const TONE_WORDS: Readonly<Record<ColourFault["front"], string>> = {
  paper: "the page",
  card: "cards",
  tint: "notes",
  marked: "marked rows",
  ink: "text",
  soft: "quiet text",
  deep: "the accent",
  "on-deep": "what is written on buttons",
  warn: "warnings",
  focus: "the frame around what has the focus",
};

const colours = ({ brand }: RegardConfig): ConfigFault[] =>
  SCHEMES.flatMap((scheme) =>
    brand.colours === undefined
      ? []
      : colourFaults(scheme, brand.colours[scheme]).map(({ colour, front, ground, ratio, least, nearest }) => ({
          path: ["brand", "colours", scheme, colour],
          // Cut off, not rounded: 4.4996 must not read as enough.
          wrong: `makes the contrast of ${TONE_WORDS[front]} on ${TONE_WORDS[ground]} ${Math.floor(ratio * 100) / 100}:1, and people need ${least}:1 (WCAG 2.2 AA)`,
          fix:
            nearest === undefined
              ? "Write a colour that is much lighter or darker."
              : `The nearest colour that can be read is "${nearest}".`,
        })),
  );

const purposes = ({ purposes: own, restrictions }: RegardConfig): ConfigFault[] => {
  const codes = own.map(({ code }) => code);
  return [
    ...twice(codes, (at) => ["purposes", at, "code"]),
    ...codes.flatMap((code, at) =>
      isBuiltInPurpose(code) ? [fault("is built in and cannot be given another meaning", "purposes", at, "code")] : [],
    ),
    ...restrictions.flatMap(({ purpose }, at) => {
      const known = codes.includes(purpose) || isBuiltInPurpose(purpose);
      const may = codes.includes(purpose) || (isBuiltInPurpose(purpose) && PURPOSES[purpose].mayBeRestricted);
      const wrong = known ? "may not be held back from customers" : "is a purpose that nobody knows";
      return may ? [] : [fault(wrong, "restrictions", at, "purpose")];
    }),
    ...twice(
      restrictions.map(({ purpose }) => purpose),
      (at) => ["restrictions", at, "purpose"],
    ),
  ];
};

/** The company's own words, in every language in which a customer may read them. */
const words = ({ languages, purposes: own, cases }: RegardConfig): ConfigFault[] =>
  [
    ...own.map((one, at) => ({ written: one.words, path: ["purposes", at, "words"] })),
    ...cases.map((one, at) => ({ written: one.words, path: ["cases", at, "words"] })),
  ].flatMap(({ written, path }) =>
    languages
      .filter((language) => written !== undefined && written[language] === undefined)
      .map((language) => fault(`is missing, and "${language}" is one of the languages`, ...path, language)),
  );

const holidays = ({ holidays: own }: RegardConfig): ConfigFault[] =>
  REGIME_IDS.flatMap((regime) => {
    const days = own[regime] ?? [];
    const years = [...new Set(days.map((day) => day.slice(0, 4)))];
    return [
      ...twice(days, (at) => ["holidays", regime, at]),
      ...years.flatMap((year) => {
        const count = new Set(days.filter((day) => day.startsWith(year))).size;
        return count >= FEWEST_HOLIDAYS
          ? []
          : [fault(`lacks holidays of ${year}, and a year that is named needs all of them`, "holidays", regime)];
      }),
    ];
  });

const ownMap = ({ ownLog }: RegardConfig): ConfigFault[] => {
  try {
    if (ownLog !== undefined) ownLogMap(ownLog);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const path = ["ownLog", "map", ...(error.field ?? "").split(".")];
    return [{ path, wrong: "makes no whole map", fix: `Write the map anew: ${error.detail}` }];
  }
};

/** Rules between fields, which no single field can know. */
export const contradictions = (config: RegardConfig): ConfigFault[] => [
  ...colours(config),
  ...twice(config.languages, (at) => ["languages", at]),
  ...(config.retention.months > MONTHS_WITHOUT_REASON && config.retention.reason === undefined
    ? [fault(`is missing, and the log is kept longer than ${MONTHS_WITHOUT_REASON} months`, "retention", "reason")]
    : []),
  ...purposes(config),
  ...words(config),
  ...twice(
    config.cases.map(({ type }) => type),
    (at) => ["cases", at, "type"],
  ),
  ...twice(
    config.sources.map(({ source }) => source),
    (at) => ["sources", at, "source"],
  ),
  ...twice(config.jurisdictions, (at) => ["jurisdictions", at]),
  ...holidays(config),
  ...ownMap(config),
  ...(config.approver.email.toLowerCase() === config.dpo.email.toLowerCase()
    ? [fault("is the data protection officer's own, and a name needs two people", "approver", "email")]
    : []),
  ...(config.staff.signIn === "oidc" && config.staff.groups.dpo === config.staff.groups.approver
    ? [fault("is the same group as dpo's, and a name needs two people", "staff", "groups", "approver")]
    : []),
];
