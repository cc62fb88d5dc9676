import { describe, expect, it } from "vitest";
import { type Choice, chosen, dayIn, tally, whoLooked } from "../../../web/record/look.ts";
import { look } from "./looks.ts";

const ALL: Choice = { evidence: "", purpose: "", person: "", from: "", to: "" };
const person = (handle: string, name?: string) => ({
  employee: { handle, ...(name !== undefined && { name }), role: null, unit: null, type: "employee" as const },
});

const looks = [
  look("2026-07-01T08:00:00.000Z", { evidence: "missing", purpose: "NOT_RECORDED", ...person("A2A-Wren", "Tom") }),
  look("2026-06-30T23:30:00.000Z", person("B3B-Tern")),
  look("2026-06-30T22:30:00.000Z", { evidence: "stated", purpose: "BILLING", ...person("A2A-Wren", "Tom") }),
];
const times = (choice: Partial<Choice>) =>
  chosen(looks, { ...ALL, ...choice }).map(({ access }) => access.occurredAt.slice(5, 13));

describe("the rows that fit the filters", () => {
  it("are all rows where nothing is asked for", () => {
    expect(chosen(looks, ALL)).toEqual(looks);
  });

  it("fit every filter that is set", () => {
    expect(times({ evidence: "stated" })).toEqual(["06-30T22"]);
    expect(times({ person: "A2A-Wren" })).toEqual(["07-01T08", "06-30T22"]);
    expect(times({ person: "A2A-Wren", purpose: "BILLING" })).toEqual(["06-30T22"]);
    expect(times({ person: "B3B-Tern", purpose: "BILLING" })).toEqual([]);
  });

  it("count days as the company's clocks do, both ends included", () => {
    expect(times({ from: "2026-07-01" })).toEqual(["07-01T08", "06-30T23"]);
    expect(times({ to: "2026-06-30" })).toEqual(["06-30T22"]);
    expect(times({ from: "2026-07-01", to: "2026-07-01" })).toEqual(["07-01T08", "06-30T23"]);
  });
});

describe("what a row is known by", () => {
  it("has its civil date in the record's time zone", () => {
    expect(dayIn("Europe/London")("2026-06-30T23:30:00.000Z")).toBe("2026-07-01");
    expect(dayIn("America/Lima")("2026-07-01T03:00:00.000Z")).toBe("2026-06-30");
  });

  it("is the name where there is one, otherwise the handle", () => {
    expect(looks.map(({ access }) => whoLooked(access))).toEqual(["Tom", "B3B-Tern", "Tom"]);
  });

  it("is offered with how often it occurs, the most frequent first", () => {
    expect(tally(looks, ({ employee }) => employee.handle, whoLooked)).toEqual([
      { key: "A2A-Wren", label: "Tom", count: 2 },
      { key: "B3B-Tern", label: "B3B-Tern", count: 1 },
    ]);
  });
});
