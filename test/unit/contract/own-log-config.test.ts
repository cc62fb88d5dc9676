import { describe, expect, it } from "vitest";
import { defineConfig, parseConfig } from "../../../functions/contract/define-config.ts";
import sample from "../../../regard.config.ts";
import { OWN_LOG } from "../../support/own-log.ts";
import { toldAbout } from "../../support/told-about.ts";

describe("a log of the company's own in regard.config.ts", () => {
  it("is taken, and stays the same when it is read again", () => {
    const config = defineConfig({ ...sample, ownLog: OWN_LOG });
    expect(parseConfig(JSON.parse(JSON.stringify(config)))).toEqual(config);
  });

  it.each([
    ["ownLog.table", "does not have the form that it needs", { ownLog: { ...OWN_LOG, table: "no table" } }],
    ["ownLog.since", "does not have the form that it needs", { ownLog: { ...OWN_LOG, since: "ever" } }],
    [
      "ownLog.customer.time.format",
      "is missing",
      { ownLog: { ...OWN_LOG, customer: { ...OWN_LOG.customer, time: { attribute: "SK" } } } },
    ],
    ["ownLog.map.primaryKey", "is empty", { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, primaryKey: [] } } }],
    [
      "ownLog.map.occurredAt",
      "makes no whole map",
      { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, values: { occurredAt: "now", action: "view" } } } },
    ],
    ["ownLog.map.action", "makes no whole map", { ownLog: { ...OWN_LOG, map: { ...OWN_LOG.map, values: {} } } }],
  ])("says of %s that it %s, and what to write", (field, wrong, change) => {
    const told = toldAbout({ ...sample, ...change });
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`  ${field}: ${wrong}. Write `);
  });
});
