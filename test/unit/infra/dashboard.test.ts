import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { readable, templateOf } from "../../support/stack.ts";

const production = templateOf();
const alarms = production.ofType("AWS::CloudWatch::Alarm");
const [[, dashboard] = ["", undefined], ...others] = production.ofType("AWS::CloudWatch::Dashboard");

const { widgets } = z
  .object({
    widgets: z.array(
      z.object({
        type: z.enum(["text", "metric", "alarm"]),
        width: z.int(),
        properties: z.object({
          title: z.optional(z.string()),
          markdown: z.optional(z.string()),
          annotations: z.optional(z.object({ alarms: z.array(z.string()) })),
          alarms: z.optional(z.array(z.string())),
        }),
      }),
    ),
  })
  .parse(JSON.parse(readable(dashboard?.Properties["DashboardBody"])));

describe("the dashboard", () => {
  it("is one, named like its stack", () => {
    expect(others).toEqual([]);
    expect(dashboard?.Properties["DashboardName"]).toBe("Regard-production");
  });

  it("shows every alarm at the top and once more below what it means", () => {
    const ids = alarms.map(([id]) => id).sort();
    expect(widgets.find(({ type }) => type === "alarm")?.properties.alarms?.toSorted()).toEqual(ids);
    expect(widgets.flatMap(({ properties }) => properties.annotations?.alarms ?? []).sort()).toEqual(ids);
  });

  it("says of every alarm what it means for a customer, and where to read on", () => {
    const words = widgets.flatMap(({ properties }) => properties.markdown ?? []);
    for (const [, { Properties }] of alarms) {
      const [impact = "", anchor = ""] = String(Properties["AlarmDescription"]).split(" What to do: ");
      const chapter = words.filter((text) => text.includes(anchor));
      expect(chapter).toHaveLength(1);
      expect(chapter.join()).toContain(`- ${impact}`);
    }
  });

  it("gives every widget words of its own", () => {
    for (const { properties } of widgets) expect(properties.title ?? properties.markdown ?? "").not.toBe("");
  });
});
