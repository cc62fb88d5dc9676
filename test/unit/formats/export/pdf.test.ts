import fc from "fast-check";
import { expect, test } from "vitest";
import type { RecordAccess } from "../../../../functions/contract/record.ts";
import { Refusal } from "../../../../functions/domain/errors.ts";
import { LANGUAGES } from "../../../../functions/domain/vocabulary.ts";
import { MAX_PDF_ROWS, toPdf } from "../../../../functions/formats/export/pdf.ts";
import { LETTER_WORDS } from "../../../../functions/words/letter.ts";
import { all, type ReadPdf, readPdf } from "./read-pdf.ts";
import { aHeader, anAccess, aRecord } from "./sample.ts";

const named = (name: string): RecordAccess => {
  const { employee } = anAccess();
  return anAccess({ employee: { ...employee, name } });
};
const texts = ({ trees }: ReadPdf, role: string) => trees.flatMap((tree) => all(tree, role).map(({ text }) => text));
const rowsOf = (letter: ReadPdf) => letter.trees.flatMap((tree) => all(tree, "TR")).filter((row) => all(row, "TD")[0]);
/** One look an hour, for as long as it takes. */
const hourly = (count: number) =>
  Array.from({ length: count }, (_, hour) =>
    anAccess({
      eventId: `e-${hour}`,
      occurredAt: new Date(Date.UTC(2026, 0, 1, hour)).toISOString(),
      evidenceWords: `Row ${hour}.`,
    }),
  );

test.each(LANGUAGES)("the letter in %s has its title, its language and its headings", async (language) => {
  const words = LETTER_WORDS[language];
  const letter = await readPdf(aRecord([anAccess()], { language }));
  expect(letter.title).toBe(`${words.title} · RG-7K2M-Q4XD`);
  expect(letter.language).toBe(language);
  expect(texts(letter, "H1")).toEqual([words.title]);
  expect(texts(letter, "H2")).toEqual([words.coverage, words.evidenceHeading, words.standing, words.looks]);
});

test("the letter says what the record says, in local time and with the zone named", async () => {
  const letter = await readPdf(aRecord([anAccess()]));
  const [page] = letter.pages;
  for (const text of ["Marlow & Finch", "RG-7K2M-Q4XD", "24 November 2025 to 23 November 2026", "(Europe/London)"]) {
    expect(page).toContain(text);
  }
  const header = aHeader();
  for (const text of [header.summary.words, ...header.coverage.words, ...header.standing]) expect(page).toContain(text);
  expect(texts(letter, "TH")).toEqual([...LETTER_WORDS.en.columns, "Sunday, 3 May 2026", "14:02:31"]);
  expect(texts(letter, "TD")).toEqual([
    "They delivered to you or came to you. order A-1042",
    "Looked at: your phone number, your address. delivery-desk",
    "Zoë Groß Driver, North depot",
    "Confirmed Matches your order of 3 May 2026.",
  ]);
});

test("an explanation stands under its row, paragraph by paragraph, over the whole width", async () => {
  const explanation = { at: "2026-05-20T08:00:00.000Z", words: "She was called back.\n\nThe call is on record." };
  const letter = await readPdf(aRecord([anAccess({ explanation }), anAccess({ eventId: "e-2" })]));
  expect(texts(letter, "TD").filter((text) => text.includes("called back"))).toEqual([
    "Explained by the data protection officer on 20 May 2026: She was called back. The call is on record.",
  ]);
  expect(rowsOf(letter)).toHaveLength(3);
  expect(letter.pages[0]).not.toContain("\ufffd");
});

test("a look after midnight by the customer's clock stands under the customer's day", async () => {
  const letter = await readPdf(aRecord([anAccess({ occurredAt: "2026-05-03T23:30:00.000Z" })], { language: "de" }));
  expect(texts(letter, "TH").slice(-2)).toEqual(["Montag, 4. Mai 2026", "00:30:00"]);
});

test.each(["Zoë Groß", "Łukasz Żółć", "Жанна Д’Арк", "Ελένη Παπαδοπούλου", "Nguyễn Thị Minh Khai", "Đặng Ťažký Ğ ő ș"])(
  "%s is printed and can be read back",
  async (name) => {
    expect(texts(await readPdf(aRecord([named(name)])), "TD")[2]).toContain(name.normalize("NFC"));
  },
);

test("a character without a glyph is seen to be missing, and the letter says so", async () => {
  const letter = await readPdf(aRecord([named("田中 Sakura")]));
  expect(texts(letter, "TD")[2]).toContain("\ufffd\ufffd Sakura");
  expect(letter.pages[0]).toContain(LETTER_WORDS.en.unprintable);
  expect((await readPdf(aRecord([anAccess()]))).pages[0]).not.toContain(LETTER_WORDS.en.unprintable);
});

test("whatever a name is made of, the letter is made and its table is whole", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "binary", minLength: 1, maxLength: 300 }), async (name) => {
      expect(rowsOf(await readPdf(aRecord([named(name)])))).toHaveLength(1);
    }),
    { numRuns: 25 },
  );
});

test("a long record goes over many pages: every row once and in order, page numbers, heads that only the eye sees", async () => {
  const letter = await readPdf(aRecord(hourly(300)));
  const pages = letter.pages.length;
  expect(pages).toBeGreaterThan(10);
  expect(rowsOf(letter).map((row) => all(row, "TD").at(-1)?.text)).toEqual(
    Array.from({ length: 300 }, (_, hour) => `Confirmed Row ${hour}.`),
  );
  for (const [index, page] of letter.pages.entries()) {
    expect(page).toContain(`Page ${index + 1} of ${pages}`);
    expect(page).toContain("Marlow & Finch · RG-7K2M-Q4XD");
    expect(page).toContain(LETTER_WORDS.en.columns[1]);
  }
  expect(letter.pages[2]).toContain("(continued)");
  const heads = texts(letter, "TH");
  expect(heads.filter((text) => text === "Why")).toHaveLength(1);
  expect(heads.filter((text) => text.includes("January 2026"))).toHaveLength(13);
  expect(heads.join()).not.toContain("continued");
});

test("heads say what they are the heads of, and a day spans the table", async () => {
  const { bytes } = await readPdf(aRecord(hourly(3)));
  const attributes = bytes
    .toString("latin1")
    .match(/\/S \/TH\n.*?\/A <<\n(.*?)>>/gs)
    ?.map((one) => one.replace(/.*\/A/s, ""));
  const kinds = (attributes ?? []).map((one) =>
    /ColSpan 5/.test(one) ? "day" : (/Scope \/(\w+)/.exec(one)?.[1] ?? ""),
  );
  expect(kinds.filter((kind) => kind === "Column")).toHaveLength(5);
  expect(kinds.filter((kind) => kind === "day")).toHaveLength(1);
  expect(kinds.filter((kind) => kind === "Row")).toHaveLength(3);
});

test("a cell that is longer than a page goes on over the next ones, word for word", async () => {
  const words = Array.from({ length: 1_500 }, (_, index) => `word${index}`);
  const letter = await readPdf(
    aRecord([anAccess({ sawWords: words.join(" ") }), anAccess({ evidenceWords: "The end." })]),
  );
  expect(letter.pages.length).toBeGreaterThan(4);
  expect(
    texts(letter, "TD")
      .join(" ")
      .match(/word\d+/g),
  ).toEqual(words);
  expect(texts(letter, "TD").at(-1)).toContain("The end.");
});

test("a word that is wider than its column is cut, not lost", async () => {
  const letter = await readPdf(aRecord([named("Donaudampfschifffahrtsgesellschaftskapitän".repeat(3))]));
  expect(texts(letter, "TD")[2]?.replaceAll(" ", "")).toContain("Donaudampfschifffahrtsgesellschaftskapitän".repeat(3));
});

test("a record without rows is a letter without a table", async () => {
  const letter = await readPdf(aRecord([]));
  expect(texts(letter, "Table")).toEqual([]);
  expect(letter.pages).toHaveLength(1);
});

test("what the company is called cannot break the file's metadata", async () => {
  const { bytes, title } = await readPdf(aRecord([anAccess()], { company: "</rdf:RDF> & <Co>" }));
  const xmp = /<x:xmpmeta.*?<\/x:xmpmeta>/s.exec(bytes.toString("utf8"))?.[0] ?? "";
  expect(xmp).toContain("RG-7K2M-Q4XD");
  expect(xmp).not.toContain("Co>");
  expect(title).toContain("RG-7K2M-Q4XD");
});

test("every font is embedded", async () => {
  const { bytes } = await readPdf(aRecord([named("Zoë Łódź Жанна Ελένη")]));
  const file = bytes.toString("latin1");
  expect(file.match(/\/FontDescriptor \d/g)).toHaveLength(file.match(/\/FontFile2 \d/g)?.length ?? 0);
  expect(file).not.toContain("Helvetica");
});

test("a record that is too long for a letter is refused before a row of it is read", async () => {
  const record = aRecord([]);
  const asked = toPdf({
    header: { ...record.header, summary: { ...record.header.summary, accesses: MAX_PDF_ROWS + 1 } },
    accesses: (async function* (): AsyncGenerator<RecordAccess[]> {
      yield await Promise.reject(new Error("a row was read"));
    })(),
  });
  await expect(asked.next()).rejects.toThrow(new Refusal("RECORD_TOO_LONG_FOR_PDF"));
});
