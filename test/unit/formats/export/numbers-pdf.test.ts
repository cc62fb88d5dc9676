import { expect, test } from "vitest";
import type { MonthNumbers } from "../../../../functions/contract/numbers.ts";
import { LANGUAGES, type Language } from "../../../../functions/domain/vocabulary.ts";
import { numbersPdf } from "../../../../functions/formats/export/numbers-pdf.ts";
import { describeNumbers } from "../../../../functions/words/describe-numbers.ts";
import { company } from "../../../support/company.ts";
import { someNumbers, tallied } from "../../../support/numbers.ts";
import { all, readLetter } from "./read-pdf.ts";

const ZONE = company().timeZone;
const read = (numbers: MonthNumbers, language: Language = "en") => readLetter(numbersPdf(company(), numbers, language));
const people = (units: number): MonthNumbers["people"] => ({
  refused: 0,
  all: tallied(5 * units, 50 * units),
  units: Array.from({ length: units }, (_, n) => ({ unit: `Depot ${n + 1}`, ...tallied(5, 50) })),
});

test.each(LANGUAGES)(
  "the numbers in %s are one tagged page with every word and number of the page",
  async (language) => {
    const numbers = someNumbers();
    const pdf = await read(numbers, language);
    const { title, sections } = describeNumbers(numbers, language, ZONE);
    const [tree, ...more] = pdf.trees;
    if (tree === undefined) throw new Error("There is no page.");
    expect(more).toEqual([]);
    expect([pdf.title, pdf.language]).toEqual([`${title} · 2026-10`, language]);
    const texts = (role: string) => all(tree, role).map(({ text }) => text);
    const plain = (text: string) => text.replaceAll(/\s+/g, " ");
    expect(texts("H2")).toEqual(sections.map(({ heading }) => heading));
    const tables = sections.flatMap(({ table }) => table ?? []);
    // One row after the other, though two stand side by side on paper.
    const rows = all(tree, "TBody").flatMap((body) =>
      all(body, "TR").map((row) => [...all(row, "TH"), ...all(row, "TD")].map(({ text }) => text)),
    );
    expect(rows).toEqual(tables.flatMap((table) => table.rows.map((row) => row.map(plain))));
    expect(texts("Caption")).toEqual(tables.map(({ caption }) => caption));
  },
);

test("the chart is a picture with a text that says the same", async () => {
  const { bytes, trees } = await read(someNumbers());
  expect(trees.flatMap((tree) => all(tree, "Figure"))).toHaveLength(1);
  expect(bytes.toString("latin1")).toMatch(/\/Alt \(Confirmed 1,500 \\\(75%\\\), Stated 420/);
});

test("nine units fit on the page; with fifty there are more pages, and no row is lost", async () => {
  expect((await read(someNumbers({ people: people(9) }))).pages).toHaveLength(1);
  const { pages, trees } = await read(someNumbers({ people: people(50) }));
  expect(pages.length).toBeGreaterThan(1);
  const heads = new Set(trees.flatMap((tree) => all(tree, "TH")).map(({ text }) => text));
  for (let n = 1; n <= 50; n += 1) expect(heads).toContain(`Depot ${n}`);
});

test("of too few people the page says why there is nothing", async () => {
  const { people: _, ...numbers } = someNumbers();
  const { pages } = await read(numbers);
  expect(pages[0]).toContain("Fewer than five different people looked in this month.");
  expect(pages[0]).not.toContain("1,204");
});

test("every font is embedded", async () => {
  const file = (await read(someNumbers())).bytes.toString("latin1");
  expect(file.match(/\/FontDescriptor \d/g)).toHaveLength(file.match(/\/FontFile2 \d/g)?.length ?? 0);
});
