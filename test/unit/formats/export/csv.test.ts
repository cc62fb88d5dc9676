import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import type { RecordAccess } from "../../../../functions/contract/record.ts";
import { toCsv } from "../../../../functions/formats/export/csv.ts";
import { anAccess, aRecord, textOf } from "./sample.ts";

const rows = z.array(z.record(z.string(), z.string()));
const written = (accesses: readonly RecordAccess[]) => textOf(toCsv(aRecord(accesses)));
const read = (csv: string) => rows.parse(parse(csv, { bom: true, columns: true }));

/** Takes the apostrophes away that keep spreadsheets from seeing a formula. */
const unguarded = (text: string) => text.replace(/((?:^|;)[ "']*)'(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g, "$1");

test("a CSV row says what the JSON says, and the local time beside the instant", async () => {
  const [row] = read(await written([anAccess({ recordCount: 12, recipient: "Parcel Express GmbH" })]));
  expect(row).toEqual({
    occurredAt: "2026-05-03T13:02:31.123Z",
    localTime: "2026-05-03 14:02:31",
    timeZone: "Europe/London",
    why: "They delivered to you or came to you.",
    sawWords: "Looked at: your phone number, your address.",
    "employee.handle": "Staff member K7P-Robin",
    "employee.name": "Zoë Groß",
    "employee.role": "Driver",
    "employee.unit": "North depot",
    "employee.type": "employee",
    "employee.onBehalfOf": "",
    evidence: "confirmed",
    evidenceWords: "Matches your order of 3 May 2026.",
    purpose: "DELIVERY",
    action: "view",
    involvement: "opened",
    outcome: "success",
    dataCategories: "contact.phone | contact.address",
    fieldsRevealed: "phone | street",
    recordCount: "12",
    "case.type": "order",
    "case.id": "A-1042",
    recipient: "Parcel Express GmbH",
    "explanation.at": "",
    "explanation.words": "",
    breakGlass: "false",
    source: "delivery-desk",
    eventId: "e-1",
  });
});

test("the columns are the same in every language", async () => {
  const heads = await Promise.all(
    (["en", "fr", "de", "es"] as const).map(
      async (language) => (await textOf(toCsv(aRecord([anAccess()], { language })))).split("\r\n")[0],
    ),
  );
  expect(new Set(heads).size).toBe(1);
});

test("any text comes back as it was, and every access is one line", async () => {
  // Line separators are among the graphemes; what cannot be seen is replaced, see below.
  const text = fc
    .string({ unit: fc.oneof(fc.constantFrom(..."=+-@;,'\" \uff1d"), fc.string({ unit: "grapheme" })) })
    .filter((made) => !/[\p{Zl}\p{Zp}]/u.test(made));
  await fc.assert(
    fc.asyncProperty(fc.array(text, { maxLength: 5 }), async (texts) => {
      const csv = await written(texts.map((why) => anAccess({ why })));
      expect(csv.split("\r\n")).toHaveLength(texts.length + 2);
      expect(read(csv).map(({ why }) => unguarded(why ?? ""))).toEqual(texts);
    }),
  );
});

test.each([
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ["+49 40 123", "'+49 40 123"],
  ["-1", "'-1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\uff1d1+1", "'\uff1d1+1"],
  ["  =1+1", "  '=1+1"],
  ['"=1+1', "\"'=1+1"],
  ["a;=1+1;b", "a;'=1+1;b"],
  ["\t=1+1", "\ufffd=1+1"],
  ["a\r\n=1+1", "a\ufffd\ufffd=1+1"],
  ["Anna\u202enibor", "Anna\ufffdnibor"],
  ["nul\0", "nul\ufffd"],
  ["'t Hart", "'t Hart"],
  ['O’Neill, "Ann"', 'O’Neill, "Ann"'],
])("%j is no formula and hides nothing", async (hostile, shown) => {
  const csv = await written([anAccess({ why: hostile, eventId: hostile, source: hostile, recipient: hostile })]);
  expect(csv.split("\r\n")).toHaveLength(3);
  expect(read(csv)[0]).toMatchObject({ why: shown, eventId: shown, source: shown, recipient: shown });
});

test("an explanation stands in its row, in one line", async () => {
  const explanation = { at: "2026-05-20T08:00:00.000Z", words: "She was called back.\n\nThe call is on record." };
  const [row] = read(await written([anAccess({ explanation })]));
  expect(row).toMatchObject({
    "explanation.at": "2026-05-20T08:00:00.000Z",
    "explanation.words": "She was called back. The call is on record.",
  });
});

test("spreadsheets that separate by semicolons find no quote to misread: such cells are quoted whole", async () => {
  expect(await written([anAccess({ why: "a;b" })])).toContain(',"a;b",');
});

test("the file says that it is UTF-8, ends its lines with CRLF and has no row for nothing", async () => {
  const csv = await written([]);
  expect(csv.startsWith("\ufeffoccurredAt,localTime,timeZone,why,")).toBe(true);
  expect(csv.endsWith("eventId\r\n")).toBe(true);
});
