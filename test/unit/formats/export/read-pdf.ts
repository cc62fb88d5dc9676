import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import * as z from "zod/mini";
import type { RecordStream } from "../../../../functions/contract/record.ts";
import { toPdf } from "../../../../functions/formats/export/pdf.ts";

/** A node of the structure tree, with the text that it holds on its page. */
export interface Node {
  readonly role: string;
  readonly text: string;
  readonly children: readonly Node[];
}

export interface ReadPdf {
  readonly bytes: Buffer;
  readonly title: string | undefined;
  readonly language: string | undefined;
  /** Everything on a page, artifacts included, line ends as spaces. */
  readonly pages: readonly string[];
  /** The structure tree of every page. */
  readonly trees: readonly Node[];
}

const leaf = z.object({ type: z.literal("content"), id: z.string() });
const branch = z.object({
  role: z.string(),
  get children() {
    return z.array(z.union([leaf, branch]));
  },
});
const info = z.object({ Title: z.optional(z.string()), Language: z.optional(z.nullable(z.string())) });
const item = z.object({
  type: z.optional(z.string()),
  id: z.optional(z.nullable(z.string())),
  str: z.optional(z.string()),
  hasEOL: z.optional(z.boolean()),
});
type Item = z.infer<typeof item>;

const textOf = ({ str = "", hasEOL }: Item): string => (hasEOL ? `${str} ` : str);
const tidy = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Text by the id of its marked content. */
const textsById = (items: readonly Item[]): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const one of items) {
    if (one.type === "endMarkedContent") open.pop();
    else if (one.type !== undefined) open.push(one.id ?? undefined);
    const current = open.at(-1);
    if (current !== undefined) texts.set(current, (texts.get(current) ?? "") + textOf(one));
  }
  return texts;
};

const nodeOf = ({ role, children }: z.infer<typeof branch>, texts: ReadonlyMap<string, string>): Node => ({
  role,
  text: tidy(children.map((child) => ("id" in child ? (texts.get(child.id) ?? "") : "")).join("")),
  // A page's tree names the rows of the other pages too, without content.
  children: children
    .flatMap((child) => ("role" in child ? [nodeOf(child, texts)] : []))
    .filter((child) => child.text !== "" || child.children.length > 0),
});

/** Every node below (and with) this one that has the role. */
export const all = (node: Node, role: string): readonly Node[] => [
  ...(node.role === role ? [node] : []),
  ...node.children.flatMap((child) => all(child, role)),
];

/** Reads a letter back with another program than the one that wrote it. */
export const readLetter = async (written: AsyncIterable<Buffer>): Promise<ReadPdf> => {
  const bytes = Buffer.concat(await Array.fromAsync(written));
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS }).promise;
  const { Title: title, Language: language } = info.parse((await document.getMetadata()).info);
  const pages: string[] = [];
  const trees: Node[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    const read = z.array(item).parse(items);
    pages.push(tidy(read.map(textOf).join("")));
    trees.push(nodeOf(branch.parse(await page.getStructTree()), textsById(read)));
  }
  await document.loadingTask.destroy();
  return { bytes, title, language: language ?? undefined, pages, trees };
};

/** Makes the letter of a record and reads it back. */
export const readPdf = (record: RecordStream): Promise<ReadPdf> => readLetter(toPdf(record));
