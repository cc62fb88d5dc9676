import { describe, expect, it } from "vitest";
import type { DeskMatter } from "../../../../functions/contract/desk-matters.ts";
import { ACTS, mayAct, nextState } from "../../../../functions/domain/matter-acts.ts";
import type { StaffRole } from "../../../../functions/domain/staff.ts";
import { heldBack, offersIn } from "../../../../web/desk/offers.ts";
import { matter, row } from "./matter.ts";

const NOW = Date.parse("2026-05-10T09:00:00.000Z");
const officer = { id: "E-1901", name: "Eleanor Ashby", unit: "Data protection office" };
const breach = { employeeId: "E-1117", awareAt: "2026-05-09T09:00:00.000Z", notifyBy: "2026-05-12T09:00:00.000Z" };
const release = {
  state: "proposed",
  employeeId: "E-1117",
  balancing: { essentialFor: "1", otherMeans: "2", employeeView: "3", safety: "4" },
  words: "5",
  proposedBy: officer,
  proposedAt: "2026-05-08T09:00:00.000Z",
  expiresAt: "2026-05-22T09:00:00.000Z",
} as const;

const isAct = (name: string): name is keyof typeof ACTS => Object.hasOwn(ACTS, name);
/** What the service says may be done in a state. */
const actsFor = (state: DeskMatter["state"], roles: readonly StaffRole[]): string[] =>
  Object.keys(ACTS).filter(
    (act) => isAct(act) && nextState(act, state) !== undefined && roles.some((role) => mayAct(act, role)),
  );
const offered = (more: Partial<DeskMatter>, roles: StaffRole[] = ["dpo"], unit = "People team", id = "E-1911") => {
  const { state = "in-hand" } = more;
  const shown = matter({ acts: actsFor(state, roles), rows: [row()], ...more });
  return new Map(
    offersIn({ matter: shown, staff: { id, unit, roles }, now: NOW }).map(({ act, not }) => [act, not?.why ?? "open"]),
  );
};

describe("what the desk offers", () => {
  it("is nothing in a closed matter, and little before somebody takes it", () => {
    expect([...offered({ state: "closed" })]).toEqual([]);
    expect([...offered({ state: "received" })]).toEqual([
      ["take", "open"],
      ["note", "open"],
    ]);
  });

  it("never is an act that the service would not allow, whatever the state and the role", () => {
    for (const state of ["received", "in-hand", "paused"] as const)
      for (const roles of [["dpo"], ["approver"], ["dpo", "approver"]] as const) {
        const allowed = actsFor(state, roles);
        const open = [...offered({ state, breach, release }, [...roles])].filter(([, why]) => why === "open");
        for (const [act] of open)
          expect([state, roles, act, allowed]).toEqual([
            state,
            roles,
            act,
            expect.arrayContaining([act === "decide-release" ? "approve-release" : act]),
          ]);
      }
  });

  it("does not offer to take what one has", () => {
    expect(offered({ handler: officer }, ["dpo"], "x", officer.id).has("take")).toBe(false);
    expect(offered({ handler: officer }).get("take")).toBe("open");
  });

  it("says why the clock can neither be paused nor extended", () => {
    const { clock } = matter();
    const late = { ...clock, mayPause: false, mayExtend: false };
    expect(offered({ clock: late }).get("pause")).toBe("pauseLate");
    expect(offered({ clock: { ...late, regime: "FR" } }).get("pause")).toBe("pauseLaw");
    expect(offered({ clock: late }).get("extend")).toBe("extendLate");
    expect(offered({ clock: { ...late, extendedOn: "2026-05-02" } }).get("extend")).toBe("extendDone");
    expect(offered({ state: "paused" }).get("extend")).toBe("resumeFirst");
    expect(offered({ state: "paused" }).get("close")).toBe("resumeFirst");
    expect(offered({ state: "paused" }).has("pause")).toBe(false);
  });

  it("lets nobody be named who was not heard, nor twice at once", () => {
    const ask = {
      ...{ askId: "1", to: "employee" as const, employeeId: "E-1117", accesses: [] },
      ...{ askedAt: "2026-05-02T09:00:00.000Z", answerBy: "2026-05-09" },
    } as const;
    expect(offered({}).get("propose-release")).toBe("notHeard");
    expect(offered({ asks: [{ ...ask, state: "open" }] }).get("propose-release")).toBe("notHeard");
    expect(offered({ asks: [{ ...ask, state: "answered" }] }).get("propose-release")).toBe("open");
    expect(offered({ release }).get("propose-release")).toBe("waiting");
  });

  it("tells a second person beforehand whether they can be one", () => {
    const decide = (unit: string, id?: string, more: Partial<DeskMatter> = {}) =>
      offered({ release, ...more }, ["approver"], unit, id).get("decide-release");
    expect(decide("People team")).toBe("open");
    expect(decide("People team", officer.id)).toBe("yours");
    expect(decide(" data protection OFFICE")).toBe("sameUnit");
    expect(decide("")).toBe("noUnit");
    expect(decide("People team", "E-1911", { release: { ...release, expiresAt: "2026-05-09T09:00:00.000Z" } })).toBe(
      "expired",
    );
    expect(decide("People team", "E-1911", { release: { ...release, state: "declined" } })).toBeUndefined();
  });

  it("ends nothing while a breach is undecided or a release waits", () => {
    expect(offered({ breach }).get("close")).toBe("breachOpen");
    expect(offered({ release }).get("refuse")).toBe("releaseWaits");
    expect(offered({ breach }).get("mark-misuse")).toBe("marked");
    expect(offered({ breach }).get("decide-breach")).toBe("open");
    expect(offered({ hasAddress: false }).get("refuse")).toBe("saidNothing");
    expect(offered({}).has("decide-breach")).toBe(false);
  });

  it("ends only what is held back at present", () => {
    const entry = (act: "restrict" | "lift", purpose: string, id: string) => ({
      id,
      at: "2026-05-02T09:00:00.000Z",
      by: { kind: "staff", role: "dpo", ...officer } as const,
      deed:
        act === "restrict"
          ? ({ act, purpose, until: "2026-06-01", words: "x" } as const)
          : ({ act, purpose, words: "x" } as const),
    });
    const entries = [
      entry("restrict", "FRAUD_SECURITY", "1"),
      entry("restrict", "LEGAL_REQUEST", "2"),
      entry("lift", "FRAUD_SECURITY", "3"),
    ];
    expect(heldBack({ entries })).toEqual(["LEGAL_REQUEST"]);
    expect(offered({ entries }).get("lift")).toBe("open");
    expect(offered({}).has("lift")).toBe(false);
  });
});
