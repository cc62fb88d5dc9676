import { describe, expect, it } from "vitest";
import { monthCounts } from "../../../web/record/months.ts";
import { look } from "./looks.ts";

describe("looks per month", () => {
  it("have every month of the period, those without a look included", () => {
    const months = monthCounts(
      [
        look("2026-03-02T10:00:00.000Z", { evidence: "missing" }),
        look("2026-03-01T10:00:00.000Z"),
        look("2025-12-31T10:00:00.000Z"),
      ],
      "2025-12-15",
      "2026-03-20",
    );
    expect(months.map(({ month, total }) => [month, total])).toEqual([
      ["2025-12", 1],
      ["2026-01", 0],
      ["2026-02", 0],
      ["2026-03", 2],
    ]);
    expect(months.at(-1)?.counts).toEqual({ confirmed: 1, stated: 0, contradicted: 0, missing: 1 });
  });

  it("fall into the month that the company's calendar shows", () => {
    const [june, july] = monthCounts([look("2026-06-30T23:30:00.000Z")], "2026-06-01", "2026-07-31");
    expect([june?.total, july?.total]).toEqual([0, 1]);
  });

  it("begin and end with the looks where the period is longer than a picture can show", () => {
    const months = monthCounts(
      [look("2011-02-10T10:00:00.000Z"), look("2010-11-10T10:00:00.000Z")],
      "1970-01-01",
      "2026-11-24",
    );
    expect(months.map(({ month }) => month)).toEqual(["2010-11", "2010-12", "2011-01", "2011-02"]);
  });

  it("show the newest 37 months of a longer history, and an empty record all the same", () => {
    const long = monthCounts(
      [look("2026-01-10T10:00:00.000Z"), look("2001-01-10T10:00:00.000Z")],
      "1970-01-01",
      "2026-11-24",
    );
    expect([long.length, long[0]?.month, long.at(-1)?.month]).toEqual([37, "2023-01", "2026-01"]);
    expect(monthCounts([], "1970-01-01", "2026-11-24").map(({ month, total }) => [month, total])).toEqual([
      ["2026-11", 0],
    ]);
  });
});
