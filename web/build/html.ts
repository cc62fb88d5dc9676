/** Text that is already HTML. Everything else is escaped where it is put in. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Part = string | number | boolean | undefined | Html | readonly Part[];

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const written = (part: Part): string => {
  if (part instanceof Html) return part.source;
  if (part === undefined || typeof part === "boolean") return "";
  return typeof part === "object" ? part.map(written).join("") : escaped(String(part));
};

/** A piece of a page. Strings are escaped, lists joined, `undefined` and booleans left out. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((string, at) => string + written(parts[at])).join(""));

/** Words with `{places}` filled in; a place may be a link, whatever stands around it is escaped. */
export const fill = (words: string, places: Readonly<Record<string, Part>>): Html =>
  html`${words.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 1 ? (places[part] ?? `{${part}}`) : part))}`;

/** One page without the indentation that only its authors need. */
export const compact = (page: Html): string => `${page.source.replace(/\n\s*/g, "\n").trim()}\n`;
