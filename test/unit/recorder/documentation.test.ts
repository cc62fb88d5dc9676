import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RECORDER_REFUSALS } from "../../../functions/recorder/recorder-error.ts";

const guide = readFileSync("RECORDER.md", "utf8");

describe("RECORDER.md", () => {
  it.each(["express", "fastify", "hono", "nestjs"])(
    "shows the example for %s that is run, in at most 20 lines",
    (name) => {
      const example = readFileSync(`test/examples/${name}.ts`, "utf8");
      expect(guide).toContain(`\`\`\`ts\n${example}\`\`\``);
      expect(example.trimEnd().split("\n").length).toBeLessThanOrEqual(20);
    },
  );

  it("explains every code", () => {
    expect(Object.keys(RECORDER_REFUSALS).filter((code) => !guide.includes(`\`${code}\``))).toEqual([]);
  });
});
