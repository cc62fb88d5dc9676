import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { brightened, contrast, moreReadable, nearestPassing } from "../../../functions/domain/contrast.ts";

const colour = fc.integer({ min: 0, max: 0xff_ff_ff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);

describe("the contrast of two colours", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#777777", "#ffffff", 4.48], // WebAIM's classic: looks enough and is not
    ["#767676", "#ffffff", 4.54],
    ["#ff0000", "#ffffff", 4],
    ["#0000ff", "#000000", 2.44],
  ])("of %s and %s is %d", (one, other, ratio) => {
    expect(Math.round(contrast(one, other) * 100) / 100).toBe(ratio);
  });

  it("is the same either way round, from 1 to 21", () => {
    fc.assert(
      fc.property(colour, colour, (one, other) => {
        const ratio = contrast(one, other);
        expect(ratio).toBe(contrast(other, one));
        expect(ratio).toBeGreaterThanOrEqual(1);
        expect(ratio).toBeLessThanOrEqual(21);
      }),
    );
  });

  it("has for every ground a readable one of black and white, and a readable neighbour of every colour", () => {
    fc.assert(
      fc.property(colour, colour, (ground, wanted) => {
        const passes = (tried: string) => contrast(tried, ground) >= 4.5;
        expect(passes(moreReadable(ground, "#000000", "#ffffff"))).toBe(true);
        const near = nearestPassing(wanted, passes) ?? "";
        expect(passes(near)).toBe(true);
        if (passes(wanted)) expect(near).toBe(wanted);
      }),
    );
  });

  it("has no neighbour where nothing passes", () => {
    expect(nearestPassing("#123456", () => false)).toBeUndefined();
  });

  it("stays within what a colour can be when it is brightened", () => {
    expect(brightened("#0b4f54", 1.12)).toBe("#0c585e");
    expect(brightened("#ffffff", 1.12)).toBe("#ffffff");
  });
});
