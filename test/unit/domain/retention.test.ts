import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eraseAt, retentionHorizon } from "../../../functions/domain/retention.ts";

const instant = fc
  .date({ min: new Date("2000-01-01"), max: new Date("2090-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString());
const months = fc.integer({ min: 1, max: 36 });

describe("retention", () => {
  it("counts calendar months", () => {
    expect(eraseAt("2026-05-03T09:30:00.000Z", 12)).toBe("2027-05-03T09:30:00.000Z");
    expect(retentionHorizon("2026-05-03T09:30:00.000Z", 12)).toBe("2025-05-03T09:30:00.000Z");
    expect(eraseAt("2026-11-30T00:00:00.000Z", 14)).toBe("2028-01-30T00:00:00.000Z");
  });

  it("goes on to the next month where the day does not exist", () => {
    expect(eraseAt("2026-08-31T10:00:00.000Z", 6)).toBe("2027-03-01T00:00:00.000Z");
    expect(retentionHorizon("2026-08-31T10:00:00.000Z", 6)).toBe("2026-03-01T00:00:00.000Z");
    expect(retentionHorizon("2028-02-29T10:00:00.000Z", 12)).toBe("2027-03-01T00:00:00.000Z");
    expect(eraseAt("2026-12-31T10:00:00.000Z", 2)).toBe("2027-03-01T00:00:00.000Z");
  });

  it("speaks exactly for what is still held", () => {
    fc.assert(
      fc.property(instant, instant, months, (occurredAt, now, kept) => {
        expect(occurredAt >= retentionHorizon(now, kept)).toBe(eraseAt(occurredAt, kept) >= now);
      }),
    );
  });
});
