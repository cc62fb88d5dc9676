import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import * as z from "zod/mini";
import { numbersCsv } from "../../../../functions/formats/export/numbers-csv.ts";
import { someNumbers, tallied } from "../../../support/numbers.ts";

const rows = z.array(z.record(z.string(), z.string()));
const read = (csv: string) => rows.parse(parse(csv, { bom: true, columns: true }));

test("every number stands in a line of its own, under its path in the JSON", () => {
  const written = read(numbersCsv(someNumbers()));
  const valuesOf = (number: string, unit = "") =>
    written.filter((row) => row["number"] === number && row["unit"] === unit).map(({ value }) => value);
  expect(written[0]).toEqual({
    month: "2026-10",
    madeAt: "2026-11-09T03:00:00.000Z",
    ...{ number: "automated", unit: "", value: "1204" },
  });
  expect(valuesOf("people.all.looks")).toEqual(["2000"]);
  expect(valuesOf("people.units.byEvidence.missing", "Deliveries North")).toEqual(["30"]);
  expect(valuesOf("people.others.units")).toEqual(["3"]);
  expect(valuesOf("desk.times.contact-report.ninetiethDays")).toEqual(["33"]);
  expect(valuesOf("desk.outcomes.no-finding")).toEqual(["2"]);
  expect(valuesOf("desk.breaches.notifiedInTime")).toEqual(["1"]);
  expect(new Set(written.map(({ number, unit }) => `${number} ${unit}`)).size).toBe(written.length);
});

test("of too few people there is no line, and a median of nothing is empty", () => {
  const { desk } = someNumbers();
  const none = { closed: 0, overdue: 0 };
  const { people: _, ...nobody } = someNumbers({ desk: { ...desk, times: { ...desk.times, all: none } } });
  const written = read(numbersCsv(nobody));
  expect(written.filter(({ number = "" }) => number.startsWith("people"))).toEqual([]);
  expect(written.find(({ number }) => number === "desk.times.all.medianDays")?.["value"]).toBe("");
});

test("no name of a unit becomes a formula", () => {
  const units = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "ok;=1+1"].map((unit) => ({ unit, ...tallied(5, 5) }));
  const csv = numbersCsv(someNumbers({ people: { refused: 0, all: tallied(25, 25), units } }));
  const cells = read(csv).flatMap((row) => Object.values(row));
  expect(cells.filter((cell) => /^[=+\-@]|;\s*[=+\-@]/.test(cell))).toEqual([]);
  expect(cells).toContain("'=cmd|' /C calc'!A0");
});
