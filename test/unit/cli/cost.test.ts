import { afterEach, describe, expect, it, vi } from "vitest";
import { main } from "../../../functions/cli/main.ts";
import { monthlyCost } from "../../../functions/domain/cost/monthly-cost.ts";

afterEach(() => vi.restoreAllMocks());

/** Runs the command here, for it needs no portal, and gathers what it writes. */
const cost = async (...words: readonly string[]) => {
  const written = { stdout: "", stderr: "" };
  for (const stream of ["stdout", "stderr"] as const) {
    vi.spyOn(process[stream], "write").mockImplementation((text) => {
      written[stream] += text;
      return true;
    });
  }
  return { code: await main(["cost", ...words]), ...written };
};

describe("regard cost", () => {
  it("prints the month that its data makes, as JSON and for people", async () => {
    const usage = { accesses: 1_000_000, requests: 1_000 };
    const asked = ["--accesses", "1e6", "--requests", "1000"];
    const { code, stdout, stderr } = await cost(...asked, "--json");
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toMatchObject({ usage, month: monthlyCost(usage), prices: { region: "us-east-1" } });
    vi.restoreAllMocks();
    const people = await cost(...asked);
    expect(people.stdout).toContain(`total      ${monthlyCost(usage).total.toFixed(2).padStart(12)}`);
  });

  it.each([
    ["no accesses", ["--requests", "1"]],
    ["fewer than none", ["--accesses=-1", "--requests", "1"]],
    ["no number", ["--accesses", "many", "--requests", "1"]],
    ["more than there can be", ["--accesses", "1e13", "--requests", "1"]],
    ["a word too many", ["--accesses", "1", "--requests", "1", "now"]],
  ])("%s is a wrong command line", async (_, words) => {
    const { code, stdout, stderr } = await cost(...words);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("COMMAND_INVALID");
  });
});
