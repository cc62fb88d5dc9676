import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ADDRESS_CHANGE_STATES,
  type AddressChange,
  type AddressChangeAct,
  type AddressChangeState,
  HOLD_MS,
  isDue,
  isUnderWay,
  keptUntil,
  maskedAddress,
  nextAddressChange,
  priorAddressChanges,
} from "../../../functions/domain/address-change.ts";

const acts = fc.constantFrom<AddressChangeAct>("ask", "confirm", "cancel", "begin", "finish");

/** The states that a change goes through when these acts are tried one after another. */
const walk = (tried: readonly AddressChangeAct[]): readonly (AddressChangeState | undefined)[] => {
  const states: (AddressChangeState | undefined)[] = [undefined];
  for (const act of tried) states.push(nextAddressChange(act, states.at(-1)) ?? states.at(-1));
  return states;
};

describe("a change of address", () => {
  it("takes effect only after a code and a hold that nobody ended, whatever is tried in whatever order", () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 30 }), (tried) => {
        const states = walk(tried);
        for (const [at, state] of states.entries()) {
          const before = states.slice(0, at).findLast((one) => one !== state);
          if (state === "held") expect(before).toBe("asked");
          if (state === "moving") expect(before).toBe("held");
          if (state === "done") expect(before).toBe("moving");
          if (state === "cancelled") expect(before).toBe("held");
        }
      }),
    );
  });

  it("is one at a time: nobody can ask for another while one is held or moving", () => {
    expect(
      [undefined, ...ADDRESS_CHANGE_STATES].filter((state) => nextAddressChange("ask", state) === undefined),
    ).toEqual(["held", "moving"]);
  });

  it("cannot be stopped once it moves, and can be gone on with by whoever comes next", () => {
    expect(priorAddressChanges("cancel")).toEqual(["held"]);
    expect(nextAddressChange("begin", "moving")).toBe("moving");
  });

  it("is due when seven days are over, and at no other time", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ADDRESS_CHANGE_STATES),
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: -HOLD_MS, max: HOLD_MS }),
        (state, requestedAt, later) => {
          const change: AddressChange = { state, requestedAt, takesEffectAt: requestedAt + HOLD_MS };
          expect(isDue(change, change.takesEffectAt + later)).toBe(isUnderWay(change) && later >= 0);
          if (isUnderWay(change)) expect(keptUntil(change)).toBeGreaterThan(change.takesEffectAt);
        },
      ),
    );
  });

  it("shows the new address to its owner and to nobody else", () => {
    expect(["nadia@example.org", "ñ@x.example", '"a@b"@example.org', "😀@example.org"].map(maskedAddress)).toEqual([
      "n…@example.org",
      "ñ…@x.example",
      '"…@example.org',
      "😀…@example.org",
    ]);
  });
});
