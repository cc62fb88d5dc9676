import fc from "fast-check";
import { expect, test } from "vitest";
import { recordDocument } from "../../../../functions/contract/record.ts";
import { toJson } from "../../../../functions/formats/export/json.ts";
import { aHeader, anAccess, aRecord, textOf } from "./sample.ts";

const read = async (record: Parameters<typeof toJson>[0]) =>
  recordDocument.parse(JSON.parse(await textOf(toJson(record))));

test("the JSON file is the record, whatever stands in it and however its rows were paged", async () => {
  const rows = fc.array(
    fc.record({ eventId: fc.string({ unit: "binary" }), why: fc.string({ unit: "grapheme" }), sawWords: fc.string() }),
    { maxLength: 9 },
  );
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 4 }), async (texts, pageSize) => {
      const accesses = texts.map((text) => anAccess(text));
      const record = aRecord(accesses, { pageSize });
      expect(await read(record)).toEqual({ ...record.header, accesses });
    }),
  );
});

test("a record without rows is a whole JSON file", async () => {
  expect((await read(aRecord([]))).accesses).toEqual([]);
});

test("the file begins with what the format promises, in its order", async () => {
  const text = await textOf(toJson(aRecord([anAccess()])));
  expect(text.startsWith(`{"format":"regard-record/1","reference":"${aHeader().reference}"`)).toBe(true);
});

test("rows are handed on page by page: the second page is not asked for before the first is written", async () => {
  let asked = 0;
  const record = aRecord([]);
  const chunks = toJson({
    header: record.header,
    accesses: (async function* () {
      for (asked = 1; asked <= 2; asked += 1) yield [anAccess({ eventId: `e-${asked}` })];
    })(),
  });
  await chunks.next();
  expect((await chunks.next()).value).toContain("e-1");
  expect(asked).toBe(1);
});
