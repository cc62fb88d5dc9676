import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALLOWANCES, type Allowed, spend } from "../../../functions/domain/allowance.ts";

const DAY = 24 * 3_600_000;

describe("what an address may send in a day", () => {
  it("never goes past its number within any 24 hours, and says to the millisecond when there is another", () => {
    const steps = fc.array(fc.integer({ min: 0, max: DAY / 4 }), { maxLength: 80 });
    fc.assert(
      fc.property(fc.constantFrom<Allowed>("words", "address-codes"), steps, (what, waits) => {
        let now = 1_000_000_000_000;
        let kept: readonly number[] = [];
        const all: number[] = [];
        for (const wait of waits) {
          now += wait;
          const spent = spend(what, kept, now);
          if (spent.outcome === "spent") {
            kept = spent.spentAt;
            all.push(now);
          } else {
            expect(spend(what, kept, spent.retryAt - 1).outcome).toBe("refused");
            expect(spend(what, kept, spent.retryAt).outcome).toBe("spent");
          }
        }
        for (const at of all) {
          expect(all.filter((one) => one > at - DAY && one <= at).length).toBeLessThanOrEqual(ALLOWANCES[what]);
        }
      }),
    );
  });
});
