import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { METERED, STANDING } from "../../../../functions/domain/cost/metered-units.ts";
import { costOfAccess, costOfRequest, monthlyCost } from "../../../../functions/domain/cost/monthly-cost.ts";
import { PRICES } from "../../../../functions/domain/cost/price-list.ts";
import { templateOf } from "../../../support/stack.ts";

const template = templateOf();
const SHEET = readFileSync(join(import.meta.dirname, "../../../../COST.md"), "utf8");

const grouped = (count: number): string => count.toLocaleString("en-GB");
const dollars = (value: number): string =>
  value.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const row = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

/** An alarm over an expression looks at each metric in it. */
const lookedAt = z.pipe(
  z.object({ Metrics: z._default(z.array(z.object({ MetricStat: z.optional(z.unknown()) })), [{ MetricStat: {} }]) }),
  z.transform(({ Metrics }) => Metrics.filter(({ MetricStat }) => MetricStat !== undefined).length),
);

const counts = fc.integer({ min: 0, max: 1e9 });

describe("the modelled cost of a month", () => {
  it("is the sum of its parts, and never falls with more use", () => {
    fc.assert(
      fc.property(counts, counts, counts, (accesses, requests, more) => {
        const { total, ...parts } = monthlyCost({ accesses, requests });
        expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBeCloseTo(total, 6);
        expect(Math.min(...Object.values(parts))).toBeGreaterThanOrEqual(0);
        const larger = monthlyCost({ accesses: accesses + more, requests: requests + more });
        expect(larger.total).toBeGreaterThanOrEqual(total);
        expect(larger.idle).toBe(parts.idle);
      }),
    );
  });

  it("of an access is its units at their prices, worked out by hand", () => {
    const { writeUnits, readUnits } = METERED.thousandAccesses;
    expect(costOfAccess() * 1e6).toBeCloseTo((writeUnits * 0.625 + readUnits * 0.125) / 1_000, 6);
  });

  it("counts what the stack has whatever happens", () => {
    const of = (type: string) => template.ofType(type).length;
    expect(STANDING).toEqual({
      keys: of("AWS::KMS::Key"),
      secrets: of("AWS::SecretsManager::Secret"),
      alarmMetrics: template
        .ofType("AWS::CloudWatch::Alarm")
        .reduce((sum, [, { Properties }]) => sum + lookedAt.parse(Properties), 0),
      dashboards: of("AWS::CloudWatch::Dashboard"),
      webAcls: of("AWS::WAFv2::WebACL"),
      webAclRules: template
        .ofType("AWS::WAFv2::WebACL")
        .flatMap(([, { Properties }]) => z.array(z.unknown()).parse(Properties["Rules"])).length,
    });
  });
});

describe("COST.md", () => {
  it("says what the command computes, at three sizes", () => {
    for (const [accesses, requests] of [
      [10_000, 10],
      [1_000_000, 1_000],
      [100_000_000, 100_000],
    ] as const) {
      const {
        idle,
        accesses: written,
        storage,
        backups,
        requests: answered,
        total,
      } = monthlyCost({ accesses, requests });
      const cells = [idle, written, storage, backups, answered, total].map(dollars);
      expect(SHEET).toContain(row(grouped(accesses), grouped(requests), ...cells));
    }
  });

  it("says what each costs, and what is metered", () => {
    const { thousandAccesses: many, thousandAccessesAlone: alone, request, download, idleRun } = METERED;
    const lines = [
      row("a million accesses, written", dollars(costOfAccess() * 1e6)),
      row("a million accesses, each sent alone", dollars(costOfAccess("alone") * 1e6)),
      row("a thousand requests, answered", dollars(costOfRequest() * 1_000)),
      row("a month in which nothing happens", dollars(monthlyCost({ accesses: 0, requests: 0 }).idle)),
      row("1,000 accesses, 500 at a time", grouped(many.writeUnits), grouped(many.readUnits)),
      row("1,000 accesses, one at a time", grouped(alone.writeUnits), grouped(alone.readUnits)),
      row(
        "a request: sign-in, record of 40 looks, confirmation",
        grouped(request.writeUnits),
        grouped(request.readUnits),
      ),
      row("the same record as a file", grouped(download.writeUnits), grouped(download.readUnits)),
      row("a run of the schedule with nothing to do", grouped(idleRun.writeUnits), grouped(idleRun.readUnits)),
    ];
    for (const line of lines) expect(SHEET).toContain(line);
    expect(SHEET).toContain(`${PRICES.region}, read on ${PRICES.readOn}`);
    for (const [name, price] of Object.entries(PRICES))
      if (typeof price === "number") expect(SHEET, name).toContain(` ${price} `);
  });
});
