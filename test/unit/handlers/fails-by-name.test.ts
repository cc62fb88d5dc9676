import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { failsByName } from "../../../functions/handlers/fails-by-name.ts";
import { FUNCTIONS } from "../../../infra/bundle.ts";

const WORDS = "ana@example.com is not valid JSON";

describe("a function that fails", () => {
  it.each([
    ["an error of somebody else", new SyntaxError(WORDS), "SyntaxError"],
    ["one with a cause", new TypeError("x", { cause: new Error(WORDS) }), "TypeError"],
    ["what is no error at all", WORDS, "unknown"],
  ])("says the name of %s and nothing of what it was given", async (_, thrown, name) => {
    const failing = failsByName(async () => {
      throw thrown;
    });
    const left: unknown = await failing(undefined, undefined).catch((error: unknown) => error);
    expect(left).toEqual(new Error(name));
    expect(left instanceof Error && [left.stack, left.cause]).not.toContainEqual(expect.stringContaining("ana@"));
  });

  it("answers what it answered, where it does not", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (answer) => {
        expect(await failsByName(async (event: string) => event)(answer, undefined)).toBe(answer);
      }),
    );
  });

  it("is one of an API, which answers whatever happens, or fails by its name", () => {
    const handlers = FUNCTIONS.map((name) => {
      const source = readFileSync(`functions/handlers/${name}.ts`, "utf8");
      return [name, /^export const handler = (\w+)/m.exec(source)?.[1]];
    });
    expect(
      handlers.filter(([, by]) => !["customerApi", "deskApi", "intakeApi", "failsByName"].includes(by ?? "")),
    ).toEqual([]);
  });
});
