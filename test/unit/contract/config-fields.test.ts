import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { regardConfig } from "../../../functions/contract/config.ts";
import { CONFIG_FIELDS } from "../../../functions/contract/config-fields.ts";
import { parseConfig } from "../../../functions/contract/define-config.ts";

const shape = z.object({
  properties: z.optional(z.record(z.string(), z.unknown())),
  items: z.optional(z.unknown()),
  oneOf: z.optional(z.array(z.unknown())),
});

/** The paths of all leaves of a schema, places in lists left out. */
const leavesOf = (schema: unknown, path: readonly string[] = []): string[] => {
  const { properties, items, oneOf } = shape.parse(schema);
  // What a company calls its own languages and regimes is no field of its own.
  if (path.at(-1) === "words" || path.at(-1) === "holidays") return [path.join(".")];
  const below = [
    ...Object.entries(properties ?? {}).flatMap(([name, one]) => leavesOf(one, [...path, name])),
    ...(items === undefined ? [] : leavesOf(items, path)),
    ...(oneOf ?? []).flatMap((one) => leavesOf(one, path)),
  ];
  return below.length === 0 ? [path.join(".")] : [...new Set(below)];
};

describe("the table of the configuration's fields", () => {
  it("has every field of the schema, and no other", () => {
    const fields = leavesOf(z.toJSONSchema(regardConfig, { io: "input" }));
    expect(fields.length).toBeGreaterThan(40);
    expect(Object.keys(CONFIG_FIELDS).sort()).toEqual(fields.sort());
  });

  it("is the one in OPERATIONS.md, line by line", () => {
    const written = readFileSync("OPERATIONS.md", "utf8")
      .split("\n")
      .filter((line) => /^\| `[\w.]+` \| .+ \| `.+` \|$/.test(line));
    const rows = Object.entries(CONFIG_FIELDS).map(
      ([field, { what, example }]) => `| \`${field}\` | ${what} | \`${example}\` |`,
    );
    expect(rows.filter((row) => !written.includes(row))).toEqual([]);
  });

  it("has examples that make a whole configuration", () => {
    const lists = ["purposes", "restrictions", "cases", "sources"];
    const put = (at: object, [name = "", ...more]: readonly string[], value: unknown): object => {
      const there: unknown = Reflect.get(at, name);
      const below =
        more.length === 0 ? value : put(typeof there === "object" && there !== null ? there : {}, more, value);
      return { ...at, [name]: below };
    };
    const whole = Object.entries(CONFIG_FIELDS).reduce((at, [path, { value }]) => put(at, path.split("."), value), {});
    const listed = Object.entries(whole).map(([name, value]) => [name, lists.includes(name) ? [value] : value]);
    const config = put(Object.fromEntries(listed), ["staff", "signIn"], "oidc");
    expect(parseConfig(config)).toMatchObject(config);
  });
});
