import { CONFIG_FIELDS } from "../contract/config-fields.ts";
import { Refusal } from "../domain/errors.ts";
import { type Command, readWords } from "./command.ts";

const help = `Usage: regard init > regard.config.ts

Writes a configuration to begin with to standard output: every field with what belongs there, an example in
its place, and what may be left out behind //. Replace the examples, decide on staffIdentity, which has no
default, and ask "regard doctor" what is left.

Example:
  npx regard init > regard.config.ts && npx regard doctor
`;

const WIDTH = 110;
const LISTS = ["purposes", "restrictions", "cases", "sources"];
/** What may be left out; and what nobody may decide for the company. */
const OPTIONAL = [
  ...["brand.colours", "brand.logo", "retention.reason", "purposes", "restrictions", "cases", "holidays", "staff"],
  ...["ownLog", "staffIdentity"],
];

/** Text as comments of at most so many characters a line. */
const comment = (text: string, indent: string): string[] =>
  (text.match(new RegExp(`\\S(?:.{0,${WIDTH - indent.length}}(?=\\s|$))`, "g")) ?? []).map(
    (line) => `${indent}// ${line}`,
  );

/** The names directly below a path, in the order of the table. */
const below = (path: string): string[] => [
  ...new Set(
    Object.keys(CONFIG_FIELDS)
      .filter((field) => path === "" || field.startsWith(`${path}.`))
      .map((field) => field.slice(path === "" ? 0 : path.length + 1).split(".")[0] ?? ""),
  ),
];

const example = (path: string): string =>
  // What a company writes only where the other choice does not do.
  path === "staff.signIn" ? '"oidc"' : (CONFIG_FIELDS[path]?.example ?? "");

const linesOf = (path: string, indent: string): string[] => {
  const name = path.slice(path.lastIndexOf(".") + 1);
  const field = CONFIG_FIELDS[path];
  const inner = below(path).flatMap((one) => linesOf(`${path}.${one}`, `${indent}  `));
  const [open, close] = LISTS.includes(path) ? ["[{", "}]"] : ["{", "}"];
  const aside = (line: string) => (OPTIONAL.includes(path) ? `${indent}// ${line.slice(indent.length)}` : line);
  return field === undefined
    ? [`${indent}${name}: ${open}`, ...inner, `${indent}${close},`].map(aside)
    : [...comment(field.what, indent), aside(`${indent}${name}: ${example(path)},`)];
};

/** A configuration to begin with, as the text of its file. */
export const starterConfig = (): string =>
  [
    'import { defineConfig } from "./functions/contract/define-config.ts";',
    "",
    '// Every field is explained in OPERATIONS.md, "The config, field by field".',
    "export default defineConfig({",
    ...below("").flatMap((name) => linesOf(name, "  ")),
    "});",
    "",
  ].join("\n");

/** `regard init`: something to begin with. */
export const initCommand: Command = {
  summary: "writes a configuration to begin with",
  help,
  run: async (words) => {
    if (readWords(words, {}).positionals.length > 0)
      throw new Refusal("COMMAND_INVALID", { detail: "This command takes no other words." });
    process.stdout.write(starterConfig());
    return 0;
  },
};
