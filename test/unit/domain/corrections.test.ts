import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { correctedBy, eventKey, superseded } from "../../../functions/domain/corrections.ts";

const links = fc
  .uniqueArray(fc.tuple(fc.nat(12), fc.nat(12)), { selector: ([by]) => by, maxLength: 13 })
  .map((pairs) => pairs.map(([by, corrected]): [string, string] => [`crm e${by}`, `crm e${corrected}`]));

describe("corrections", () => {
  it("replaces the corrected event, and of a chain all but the newest", () => {
    const chain = new Map([
      ["crm c", "crm b"],
      ["crm b", "crm a"],
    ]);
    expect(superseded(chain)).toEqual(new Set(["crm a", "crm b"]));
  });

  it("stays within one source", () => {
    expect(correctedBy({ source: "crm", supersedes: "e1" })).toBe(eventKey("crm", "e1"));
    expect(eventKey("crm", "e1")).not.toBe(eventKey("help-desk", "e1"));
  });

  it("lets nothing vanish where corrections go round in a circle", () => {
    expect(superseded(new Map([["crm a", "crm a"]]))).toEqual(new Set());
    const circleWithTail = new Map([
      ["crm a", "crm b"],
      ["crm b", "crm a"],
      ["crm c", "crm a"],
    ]);
    expect(superseded(circleWithTail)).toEqual(new Set(["crm a"]));
  });

  it("comes to an end and to the same result in any order, and every replaced event leads to one that stays", () => {
    fc.assert(
      fc.property(links, fc.infiniteStream(fc.nat()), (pairs, order) => {
        const gone = superseded(new Map(pairs));
        const weights = new Map(pairs.map(([by]) => [by, order.next().value]));
        const shuffled = pairs.toSorted(([a], [b]) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0));
        expect(superseded(new Map(shuffled))).toEqual(gone);

        const stays = new Set(pairs.map(([by]) => by).filter((by) => !gone.has(by)));
        const correctedByOne = new Map(pairs.map(([by, corrected]) => [corrected, by]));
        for (const event of gone) expect(correctedByOne.has(event)).toBe(true);
        if (pairs.length > 0) expect(stays.size).toBeGreaterThan(0);
      }),
    );
  });
});
