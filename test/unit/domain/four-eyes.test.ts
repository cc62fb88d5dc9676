import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Ask, Release, StaffMember } from "../../../functions/contract/matter.ts";
import { decisionObstacle, isPending, proposalObstacle, RELEASE_LIFE_MS } from "../../../functions/domain/four-eyes.ts";
import { ASK_STATES, RELEASE_STATES } from "../../../functions/domain/matter-vocabulary.ts";

const NOW = Date.UTC(2026, 5, 15, 12);
const SUBJECT = { employeeId: "emp-7", managerId: "boss-1" };
const person = (id: string, unit?: string, more: Partial<StaffMember> = {}): StaffMember => ({
  ...{ id, name: id, ...more },
  ...(unit !== undefined && { unit }),
});
const proposer = person("dpo-1", "Privacy");
const release = (changes: Partial<Release> = {}): Release => ({
  state: "proposed",
  employeeId: "emp-7",
  balancing: { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" },
  words: "This is who it was.",
  proposedBy: proposer,
  proposedAt: new Date(NOW).toISOString(),
  expiresAt: new Date(NOW + RELEASE_LIFE_MS).toISOString(),
  ...changes,
});
const asked = (state: Ask["state"], employeeId = "emp-7", to: Ask["to"] = "employee"): Ask => ({
  ...{ askId: "a-1", state, to, employeeId, accesses: [] },
  ...{ askedAt: new Date(NOW).toISOString(), answerBy: "2026-06-22" },
});

describe("who may propose that a name be told", () => {
  const propose = (asks: readonly Ask[], by = proposer, pending?: Release) =>
    proposalObstacle({ asks, release: pending }, SUBJECT, by, NOW);

  it("is anybody else, once the employee was heard: by themselves or their manager, or by letting the time pass", () => {
    for (const to of ["employee", "manager"] as const) {
      for (const state of ASK_STATES)
        expect(propose([asked(state, "emp-7", to)])).toBe(state === "open" ? "not-heard" : undefined);
    }
    expect(propose([])).toBe("not-heard");
    expect(propose([asked("answered", "emp-8")])).toBe("not-heard");
    expect(propose([asked("open"), asked("lapsed")])).toBeUndefined();
  });

  it("is neither the employee nor their manager, nor somebody who could be", () => {
    const heard = [asked("answered")];
    expect(propose(heard, person("emp-7", "Privacy"))).toBe("concerned");
    expect(propose(heard, person("boss-1", "Privacy"))).toBe("concerned");
    expect(propose(heard, person("key", "Privacy", { unlisted: true }))).toBe("unlisted");
  });

  it("is nobody while a proposal waits; one that was decided or has expired stands in nobody's way", () => {
    const heard = [asked("answered")];
    for (const state of RELEASE_STATES)
      expect(propose(heard, proposer, release({ state }))).toBe(state === "proposed" ? "already-proposed" : undefined);
    expect(propose(heard, proposer, release({ expiresAt: new Date(NOW).toISOString() }))).toBeUndefined();
  });
});

describe("who may decide on a name", () => {
  const decide = (by: StaffMember, one: Release | undefined = release(), now = NOW) =>
    decisionObstacle(one, SUBJECT, by, now);

  it("is a second person of another unit who has nothing to do with it, in all pairs of people and units", () => {
    const people = ["dpo-1", "dpo-2", "appr-1", "emp-7", "boss-1"];
    const units = ["Privacy", "Legal", "", undefined];
    for (const first of people)
      for (const unit of units)
        for (const second of people)
          for (const ownUnit of units) {
            const obstacle = decide(person(second, ownUnit), release({ proposedBy: person(first, unit) }));
            const isFree =
              second !== first &&
              !["emp-7", "boss-1"].includes(second) &&
              [unit, ownUnit].every(Boolean) &&
              unit !== ownUnit;
            expect([first, unit, second, ownUnit, obstacle === undefined]).toEqual([
              first,
              unit,
              second,
              ownUnit,
              isFree,
            ]);
          }
  });

  it("is told what stands in the way", () => {
    expect(decide(person("dpo-1", "Legal"))).toBe("same-person");
    expect(decide(person("emp-7", "Legal"))).toBe("concerned");
    expect(decide(person("boss-1", "Legal"))).toBe("concerned");
    expect(decide(person("appr-1"))).toBe("unit-unknown");
    expect(decide(person("appr-1", "Legal"), release({ proposedBy: person("dpo-1") }))).toBe("unit-unknown");
    expect(decide(person("appr-1", "Privacy"))).toBe("same-unit");
    expect(decide(person("key", "Legal", { unlisted: true }))).toBe("unlisted");
    expect(decisionObstacle(release(), { ...SUBJECT, managerId: undefined }, person("appr-1", "Legal"), NOW)).toBe(
      undefined,
    );
  });

  it.each([" privacy ", "PRIVACY", "Ｐｒｉｖａｃｙ"])("is not of the same unit under another spelling: %s", (unit) => {
    expect(decide(person("appr-1", unit))).toBe("same-unit");
  });

  it("is nobody after it was decided, however often it is sent again", () => {
    for (const state of RELEASE_STATES) {
      const obstacle = decide(person("appr-1", "Legal"), release({ state }));
      expect(obstacle).toBe(state === "proposed" ? undefined : "not-proposed");
    }
    expect(decide(person("appr-1", "Legal"), undefined)).toBeUndefined();
    expect(decisionObstacle(undefined, SUBJECT, person("appr-1", "Legal"), NOW)).toBe("not-proposed");
  });

  it("is nobody once fourteen days are over, to the millisecond", () => {
    const by = person("appr-1", "Legal");
    expect(decide(by, release(), NOW + RELEASE_LIFE_MS - 1)).toBeUndefined();
    expect(decide(by, release(), NOW + RELEASE_LIFE_MS)).toBe("expired");
    expect(RELEASE_LIFE_MS).toBe(14 * 86_400_000);
  });

  it("agrees with what waits: whatever may be decided is pending, and nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...RELEASE_STATES),
        fc.integer({ min: -RELEASE_LIFE_MS, max: 2 * RELEASE_LIFE_MS }),
        (state, later) => {
          const one = release({ state });
          const obstacle = decide(person("appr-1", "Legal"), one, NOW + later);
          expect(obstacle === undefined).toBe(isPending(one, NOW + later));
        },
      ),
    );
  });
});
