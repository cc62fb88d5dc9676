import fc from "fast-check";
import { expect, test } from "vitest";
import type { Letter } from "../../../../functions/contract/matter-entry.ts";
import { LANGUAGES } from "../../../../functions/domain/vocabulary.ts";
import { letterPdf } from "../../../../functions/formats/export/letter-pdf.ts";
import { composeLetter } from "../../../../functions/words/compose-letter.ts";
import { MATTER_LETTER_WORDS } from "../../../../functions/words/matter-letter.ts";
import { company } from "../../../support/company.ts";
import { all, type ReadPdf, readLetter } from "./read-pdf.ts";

// In London it is the first of May already.
const SENT = { reference: "RG-7K2M-Q4XD", at: "2026-04-30T23:30:00.000Z" };
const aLetter = (of: Partial<Letter> = {}): Letter => ({
  kind: "message",
  language: "en",
  title: "A message for you",
  paragraphs: ["Dear customer,", "This is all."],
  ...of,
});
const read = (letter: Letter, config = company()) => readLetter(letterPdf(config, letter, SENT));
const texts = ({ trees }: ReadPdf, role: string) => trees.flatMap((tree) => all(tree, role).map(({ text }) => text));
const oneLine = (text: string) => text.replaceAll(/\s+/g, " ").trim();

test.each(LANGUAGES)("a letter in %s has its title, its language, its date and every paragraph", async (language) => {
  const letter = composeLetter(company(), language, {
    kind: "refusal",
    reference: SENT.reference,
    regime: "FR",
    ground: "rights-of-others",
    words: "First line.\nSecond line.\n\nAnd the end.",
  });
  const pdf = await read(letter);
  expect(pdf.title).toBe(`${letter.title} · RG-7K2M-Q4XD`);
  expect(pdf.language).toBe(language);
  expect(texts(pdf, "H1")).toEqual([letter.title]);
  const date = {
    en: "Date 1 May 2026",
    fr: "Date 1er mai 2026",
    de: "Datum 1. Mai 2026",
    es: "Fecha 1 de mayo de 2026",
  };
  const [sender, reference, dated, ...paragraphs] = texts(pdf, "P");
  expect(sender).toBe("Marlow & Finch");
  expect(reference).toMatch(/ RG-7K2M-Q4XD$/);
  expect(dated).toBe(date[language]);
  expect(paragraphs).toEqual(letter.paragraphs.map(oneLine));
});

test("what a person wrote keeps its lines", async () => {
  const { pages, trees } = await read(aLetter({ paragraphs: ["One.\nTwo.\twith a tab", "Three."] }));
  expect(pages[0]).toContain("One. Two. with a tab Three.");
  expect(pages[0]).not.toContain("\ufffd");
  expect(trees.flatMap((tree) => all(tree, "P"))).toHaveLength(5);
});

test("a long letter goes over many pages, word for word, with page numbers", async () => {
  const words = Array.from({ length: 3_000 }, (_, index) => `word${index}`);
  const pdf = await read(aLetter({ paragraphs: [words.slice(0, 1_500).join(" "), words.slice(1_500).join(" ")] }));
  expect(pdf.pages.length).toBeGreaterThan(4);
  expect(
    texts(pdf, "P")
      .join(" ")
      .match(/word\d+/g),
  ).toEqual(words);
  for (const [index, page] of pdf.pages.entries()) {
    expect(page).toContain(`Page ${index + 1} of ${pdf.pages.length}`);
    expect(page).toContain("Marlow & Finch · RG-7K2M-Q4XD");
  }
});

test.each(["https://www.edpb.europa.eu/about-edpb/about-edpb/members_en", "dpo@marlow-finch.example", "RG-1K2M-Q4XD"])(
  "%s is parted at no hyphen, wherever on a line it stands",
  async (copied) => {
    const paragraphs = Array.from({ length: 40 }, (_, at) => `${"o".repeat(at)} ${copied} ${copied} ${copied}`);
    const pdf = await read(aLetter({ paragraphs }));
    expect(texts(pdf, "P").join(" ").split(copied)).toHaveLength(40 * 3 + 1);
  },
);

test("an address that no line can hold is parted at its hyphens", async () => {
  const endless = `https://${"far-away-".repeat(30)}1`;
  const pdf = await read(aLetter({ paragraphs: [endless] }));
  expect(texts(pdf, "P").at(-1)?.replaceAll("- ", "-")).toBe(endless);
});

test("a character without a glyph is seen to be missing, and the letter says so", async () => {
  const pdf = await read(aLetter({ paragraphs: ["田中 Sakura"] }));
  expect(pdf.pages[0]).toContain("\ufffd\ufffd Sakura");
  expect(pdf.pages[0]).toContain(MATTER_LETTER_WORDS.en.unprintable);
  expect((await read(aLetter())).pages[0]).not.toContain(MATTER_LETTER_WORDS.en.unprintable);
});

test("whatever a person wrote, the letter is made and has as many paragraphs as they wrote", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), async (text) => {
      const pdf = await read(aLetter({ paragraphs: [`a${text}`, "The end."] }));
      const paragraphs = texts(pdf, "P").slice(3);
      expect(paragraphs[0]).toMatch(/^a/);
      expect(paragraphs[1]).toBe("The end.");
    }),
    { numRuns: 25 },
  );
});

test("what the company is called cannot break the file's metadata", async () => {
  const brand = { name: "</rdf:RDF> & <Co>", privacyNoticeUrl: "https://example.com/privacy" };
  const { bytes, title, pages } = await read(aLetter(), company({ brand }));
  expect(/<x:xmpmeta.*?<\/x:xmpmeta>/s.exec(bytes.toString("utf8"))?.[0]).not.toContain("Co>");
  expect(title).toBe("A message for you · RG-7K2M-Q4XD");
  expect(pages[0]).toContain("</rdf:RDF> & <Co>");
});

test("every font is embedded", async () => {
  const { bytes } = await read(aLetter({ paragraphs: ["Zoë Łódź Жанна Ελένη"] }));
  const file = bytes.toString("latin1");
  expect(file.match(/\/FontDescriptor \d/g)).toHaveLength(file.match(/\/FontFile2 \d/g)?.length ?? 0);
  expect(file).not.toContain("Helvetica");
});
