import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { regardConfig } from "../../../functions/contract/config.ts";
import { CONFIG_FIELDS } from "../../../functions/contract/config-fields.ts";

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
});
