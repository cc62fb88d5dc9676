import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ACTS,
  type Actor,
  type MatterAct,
  mayAct,
  nextState,
  priorStates,
} from "../../../functions/domain/matter-acts.ts";
import { MATTER_STATES, type MatterState } from "../../../functions/domain/matter-vocabulary.ts";

/** r: received, h: in hand, p: paused, c: closed. Where each state leads by the act, a dot where it is refused. */
const TABLE: { readonly [Act in MatterAct]: readonly [states: string, by: string] } = {
  raise: ["....", "customer rule"],
  join: ["rhp.", "customer rule"],
  write: ["rhp.", "customer"],
  readdress: ["rhp.", "customer"],
  clarify: ["..h.", "customer"],
  take: ["hhp.", "dpo"],
  note: ["rhp.", "dpo approver"],
  message: [".hp.", "dpo"],
  ask: [".hp.", "dpo"],
  answer: [".hp.", "employee"],
  lapse: [".hp.", "clock"],
  overdue: ["rhp.", "clock"],
  explain: [".hp.", "dpo"],
  pause: [".p..", "dpo"],
  resume: ["..h.", "dpo"],
  extend: [".h..", "dpo"],
  restrict: [".hp.", "dpo"],
  lift: [".hp.", "dpo"],
  "propose-release": [".hp.", "dpo"],
  "approve-release": [".hp.", "approver"],
  "decline-release": [".hp.", "approver"],
  "expire-release": [".hp.", "clock"],
  "mark-misuse": [".hp.", "dpo"],
  "look-back": [".hp.", "dpo"],
  "decide-breach": [".hp.", "dpo"],
  refuse: [".c..", "dpo"],
  close: [".c..", "dpo"],
};
const isAct = (name: string): name is MatterAct => Object.hasOwn(ACTS, name);
const NAMES = Object.keys(TABLE).filter(isAct);
const ACTORS: readonly Actor[] = ["customer", "dpo", "approver", "employee", "rule", "clock"];
const short = (state: MatterState | undefined): string =>
  state === undefined ? "." : { received: "r", "in-hand": "h", paused: "p", closed: "c" }[state];

describe("the acts of a matter", () => {
  it("are those of the table", () => {
    expect(Object.keys(ACTS).sort()).toEqual(Object.keys(TABLE).sort());
  });

  it.each(NAMES)("lead where the table says, from every state, by whoever may: %s", (act) => {
    const [states, by] = TABLE[act];
    expect(MATTER_STATES.map((state) => short(nextState(act, state))).join("")).toBe(states);
    expect(ACTORS.filter((actor) => mayAct(act, actor)).join(" ")).toBe(
      ACTORS.filter((actor) => by.split(" ").includes(actor)).join(" "),
    );
  });

  it.each(NAMES)("name as prior states those that lead somewhere: %s", (act) => {
    expect(priorStates(act)).toEqual(MATTER_STATES.filter((state) => nextState(act, state) !== undefined));
  });

  it("never move a closed matter, and close none that nobody has in hand", () => {
    for (const act of NAMES) {
      expect(priorStates(act)).not.toContain("closed");
      for (const state of MATTER_STATES) if (nextState(act, state) === "closed") expect(state).toBe("in-hand");
    }
  });

  it("let nobody decide on a name whom they let propose it", () => {
    for (const actor of ACTORS) {
      if (mayAct("propose-release", actor)) expect(mayAct("approve-release", actor)).toBe(false);
    }
    expect(ACTORS.filter((actor) => mayAct("approve-release", actor))).toEqual(["approver"]);
  });

  it("lead back into somebody's hands from wherever a matter is open, whatever happened", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 40 }), (acts) => {
        const state = acts.reduce<MatterState>((at, act) => nextState(act, at) ?? at, "received");
        if (state === "closed") return;
        const back = state === "paused" ? "resume" : "take";
        expect(nextState(back, state)).toBe("in-hand");
      }),
    );
  });
});
