import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { candidatesFor, isInWindow } from "../../../functions/domain/candidates.ts";
import type { EvidenceLevel } from "../../../functions/domain/vocabulary.ts";
import { access } from "../../support/accesses.ts";

const LONDON = "Europe/London";
const CONTACTED = "2026-06-10";
let last = 0;
const look = (
  id: string,
  occurredAt: string,
  level: EvidenceLevel = "stated",
  more: Partial<AccessEventInput> = {},
) => {
  last += 1;
  return { access: access({ eventId: `e-${last}`, employee: { id }, occurredAt, ...more }), evidence: { level } };
};
const ranked = (looks: readonly ReturnType<typeof look>[], numbers: readonly string[] = [], days = [CONTACTED]) =>
  candidatesFor(days, looks, new Set(numbers), LONDON);
const order = (...all: Parameters<typeof ranked>) => ranked(...all).map(({ employeeId }) => employeeId);

describe("a look that could have led to a contact", () => {
  it.each<[boolean, Partial<AccessEventInput>]>([
    [true, { dataCategories: ["contact"] }],
    [true, { dataCategories: ["orders", "contact.phone"] }],
    [true, { dataCategories: ["contact.address"] }],
    [true, { dataCategories: ["contact.email"], outcome: "error" }],
    [true, { dataCategories: ["location"] }],
    [true, { dataCategories: ["contact.messenger"] }],
    [false, { dataCategories: ["contact.name"] }],
    [false, { dataCategories: ["contacts"] }],
    [false, { dataCategories: ["orders"] }],
    [false, { dataCategories: [] }],
    [false, { involvement: "listed" }],
    [false, { outcome: "denied" }],
  ])("showed how to reach the customer (%s): %o", (showed, event) => {
    expect(isInWindow(access({ occurredAt: `${CONTACTED}T08:00:00Z`, ...event }), CONTACTED, LONDON)).toBe(showed);
  });

  it.each([
    // London is an hour ahead of UTC in summer, and not in winter.
    ["2026-06-10", "2026-05-10T22:59:59.999Z", false],
    ["2026-06-10", "2026-05-10T23:00:00.000Z", true],
    ["2026-06-10", "2026-06-10T22:59:59.999Z", true],
    ["2026-06-10", "2026-06-10T23:00:00.000Z", false],
    ["2026-01-31", "2025-12-31T23:59:59.999Z", false],
    ["2026-01-31", "2026-01-01T00:00:00.000Z", true],
    ["2026-01-31", "2026-01-31T23:59:59.999Z", true],
    ["2026-01-31", "2026-02-01T00:00:00.000Z", false],
    // The clock goes forward on 29 March.
    ["2026-04-28", "2026-03-28T23:59:59.999Z", false],
    ["2026-04-28", "2026-03-29T00:00:00.000Z", true],
  ])("lies in the thirty local days before %s, and on it: %s is %s", (day, occurredAt, isIn) => {
    expect(isInWindow(access({ occurredAt }), day, LONDON)).toBe(isIn);
  });
});

describe("who may have contacted a customer", () => {
  it("stands in the order of the number, of looks that nothing bears out, of near ones, of all, of ids", () => {
    const before = "2026-05-20T10:00:00Z";
    const near = "2026-06-09T10:00:00Z";
    const many = (id: string, count: number, at: string, level: EvidenceLevel) =>
      Array.from({ length: count }, () => look(id, at, level));
    expect(
      order(
        [
          ...many("confirmed-b", 2, before, "confirmed"),
          ...many("confirmed-a", 2, before, "confirmed"),
          ...many("confirmed-3", 3, before, "confirmed"),
          ...many("confirmed-near", 1, near, "confirmed"),
          ...many("stated-1", 1, before, "stated"),
          ...many("contradicted-2", 1, before, "contradicted"),
          ...many("contradicted-2", 1, before, "missing"),
          ...many("number", 1, before, "confirmed"),
        ],
        ["number"],
      ),
    ).toEqual(["number", "contradicted-2", "stated-1", "confirmed-near", "confirmed-3", "confirmed-a", "confirmed-b"]);
  });

  it("is counted by what they saw in the window, with the last of it", () => {
    const [one] = ranked([
      look("a", "2026-05-12T10:00:00Z", "confirmed"),
      look("a", "2026-06-08T10:00:00Z", "missing"),
      look("a", "2026-06-07T22:59:59.999Z", "stated"),
      look("a", "2026-06-11T10:00:00Z", "stated"),
      look("a", "2026-06-09T10:00:00Z", "stated", { dataCategories: ["orders"] }),
    ]);
    expect(one).toEqual({
      ...{ employeeId: "a", numberMatches: false, looks: 3, unconfirmed: 2, near: 1 },
      lastAt: "2026-06-08T10:00:00.000Z",
    });
  });

  it("is nobody whose look was refused, or who saw the name in a list alone", () => {
    const at = "2026-06-09T10:00:00Z";
    const looks = [
      look("denied", at, "stated", { outcome: "denied" }),
      look("list", at, "stated", { involvement: "listed" }),
    ];
    expect(ranked(looks)).toEqual([]);
  });

  it("is the person behind a system, and no system by itself", () => {
    const at = "2026-06-09T10:00:00Z";
    const system = { id: "bot", type: "ai_agent" } as const;
    const looks = [
      look("", at, "stated", { employee: system, onBehalfOf: "a" }),
      look("", at, "stated", { employee: system }),
    ];
    expect(ranked(looks)).toMatchObject([{ employeeId: "a", looks: 1 }]);
  });

  it("counts a look once, however many contacts it could have led to", () => {
    expect(ranked([look("a", "2026-06-09T10:00:00Z")], [], ["2026-06-10", "2026-06-09"])).toMatchObject([{ looks: 1 }]);
  });

  it("stands first by their number without any look, with nothing claimed of them but that", () => {
    const found = ranked([look("a", "2026-06-09T10:00:00Z", "missing")], ["z"]);
    expect(found[0]).toEqual({ employeeId: "z", numberMatches: true, looks: 0, unconfirmed: 0, near: 0 });
    expect(found[1]).toMatchObject({ employeeId: "a", numberMatches: false });
  });
});
