import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { type EvidenceInput, type EvidenceRule, judge, type KnownCase } from "../../../functions/domain/evidence.ts";
import { needsCase } from "../../../functions/domain/purposes.ts";
import { access } from "../../support/accesses.ts";

const LOOKED_AT = "2026-05-20T12:00:00.000Z";
const daysBefore = (days: number): string => new Date(Date.parse(LOOKED_AT) - days * 86_400_000).toISOString();

const order = (changes: Partial<KnownCase> = {}): KnownCase => ({
  type: "order",
  id: "O-77",
  customerKey: "customer-1",
  openedAt: daysBefore(17),
  employeeIds: ["emp-7"],
  units: [],
  ...changes,
});

const judged = (
  changes: Partial<AccessEventInput> = {},
  known: KnownCase | undefined = order(),
  facts: Partial<EvidenceInput> = {},
) => {
  const look = access({ occurredAt: LOOKED_AT, ...changes });
  return judge({
    access: look,
    needsCase: needsCase(look.purpose, []),
    known,
    completeSince: undefined,
    judgedAt: "2026-11-24T00:00:00.000Z",
    ...facts,
  });
};

const WITHOUT_CASE = { case: undefined };

describe("evidence", () => {
  it.each<[string, EvidenceRule, ReturnType<typeof judged>]>([
    ["confirms a look while the case is open", "CASE_MATCHES", judged()],
    [
      "confirms a look by a unit that is on the case",
      "CASE_MATCHES",
      judged({}, order({ employeeIds: [], units: ["Deliveries North"] })),
    ],
    [
      "confirms what an agent did in the name of the employee on the case",
      "CASE_MATCHES",
      judged({ employee: { id: "bot", type: "ai_agent" }, onBehalfOf: "emp-7" }),
    ],
    [
      "confirms a look in the hour before the case is opened",
      "CASE_MATCHES",
      judged({}, order({ openedAt: daysBefore(-1 / 24) })),
    ],
    ["confirms a look 14 days after the end", "CASE_MATCHES_CLOSED", judged({}, order({ closedAt: daysBefore(14) }))],
    [
      "takes a look 15 days after the end as stated",
      "CASE_CLOSED_BEFORE",
      judged({}, order({ closedAt: daysBefore(15) })),
    ],
    [
      "takes a look 30 days after the end as stated",
      "CASE_CLOSED_BEFORE",
      judged({}, order({ openedAt: daysBefore(40), closedAt: daysBefore(30) })),
    ],
    [
      "contradicts a look 31 days after the end",
      "CASE_CLOSED_LONG_AGO",
      judged({}, order({ openedAt: daysBefore(40), closedAt: daysBefore(31) })),
    ],
    ["contradicts a look before the case began", "CASE_OPENED_LATER", judged({}, order({ openedAt: daysBefore(-1) }))],
    [
      "contradicts a look for another customer's case",
      "CASE_OF_ANOTHER",
      judged({}, order({ customerKey: "customer-2" })),
    ],
    [
      "takes a look by somebody who is not on the case as stated",
      "EMPLOYEE_NOT_ON_CASE",
      judged({}, order({ employeeIds: ["emp-8"] })),
    ],
    ["takes a case without staff as stated", "CASE_WITHOUT_STAFF", judged({}, order({ employeeIds: [] }))],
    ["takes a reason without a case as stated", "CASE_NOT_NAMED", judged(WITHOUT_CASE, undefined)],
    [
      "takes a reason that needs no case as stated",
      "CASE_NOT_NEEDED",
      judged({ purpose: "MARKETING", ...WITHOUT_CASE }, undefined),
    ],
    ["says that nothing was recorded, whatever the case", "REASON_MISSING", judged({ purpose: "NOT_RECORDED" })],
    [
      "does not hold a mistake against its case",
      "MISTAKE_STATED",
      judged({ purpose: "SELF_ANNULLED" }, order({ customerKey: "customer-2" })),
    ],
    [
      "contradicts an employee who says that nobody looked",
      "PERSON_NOT_AUTOMATIC",
      judged({ purpose: "SYSTEM_AUTOMATED" }),
    ],
    ["contradicts an opened record that was only listed", "OPENED_NOT_LISTED", judged({ purpose: "SEARCH_LISTED" })],
    [
      "believes a search result",
      "CASE_NOT_NEEDED",
      judged({ purpose: "SEARCH_LISTED", action: "search", ...WITHOUT_CASE }, undefined),
    ],
    [
      "cannot check a case without facts",
      "CASE_NOT_CHECKED",
      judge({ access: access(), needsCase: true, known: undefined, completeSince: undefined, judgedAt: LOOKED_AT }),
    ],
  ])("%s", (_, rule, evidence) => {
    expect(evidence.rule).toBe(rule);
  });

  it("contradicts a case that nobody knows only where facts are said to be complete, and had time to arrive", () => {
    const unknown = (completeSince: string | undefined, judgedAt = "2026-11-24T00:00:00.000Z") =>
      judge({ access: access({ occurredAt: LOOKED_AT }), needsCase: true, known: undefined, completeSince, judgedAt })
        .rule;
    expect(unknown(undefined)).toBe("CASE_NOT_CHECKED");
    expect(unknown(daysBefore(30))).toBe("CASE_NOT_FOUND");
    // A case that ended before the facts began could still bear the look out.
    expect(unknown(daysBefore(29))).toBe("CASE_NOT_CHECKED");
    expect(unknown(daysBefore(30), daysBefore(-6))).toBe("CASE_NOT_CHECKED");
    expect(unknown(daysBefore(30), daysBefore(-7))).toBe("CASE_NOT_FOUND");
  });

  it("never shows a case that is, or could be, another customer's", () => {
    const another = judged({}, order({ customerKey: "customer-2", closedAt: daysBefore(2) }));
    expect(another).toEqual({ level: "contradicted", rule: "CASE_OF_ANOTHER", showsCase: false });
    const bulk = judge({
      access: access({ recordCount: 40 }),
      needsCase: true,
      known: undefined,
      completeSince: undefined,
      judgedAt: LOOKED_AT,
    });
    expect(bulk).toEqual({ level: "stated", rule: "CASE_NOT_CHECKED_BULK", showsCase: false });
  });

  it("gives the sentence the dates of the customer's own case", () => {
    expect(judged({}, order({ closedAt: daysBefore(3) }))).toEqual({
      level: "confirmed",
      rule: "CASE_MATCHES_CLOSED",
      showsCase: true,
      openedAt: daysBefore(17),
      closedAt: daysBefore(3),
    });
  });

  const days = fc.integer({ min: -60, max: 60 });
  const situation = fc.record({
    purpose: fc.constantFrom("DELIVERY", "MARKETING", "NOT_RECORDED", "SYSTEM_AUTOMATED", "SEARCH_LISTED", "OWN"),
    type: fc.constantFrom("employee" as const, "system" as const, "ai_agent" as const),
    involvement: fc.constantFrom("opened" as const, "listed" as const),
    named: fc.boolean(),
    known: fc.option(fc.record({ mine: fc.boolean(), opened: days, closed: fc.option(days), on: fc.boolean() })),
    complete: fc.boolean(),
  });

  it("decides every combination, and confirms only the customer's own case with the employee on it", () => {
    fc.assert(
      fc.property(situation, ({ purpose, type, involvement, named, known, complete }) => {
        const evidence = judged(
          { purpose, involvement, employee: { id: "emp-7", type }, ...(named ? {} : WITHOUT_CASE) },
          undefined,
          {
            completeSince: complete ? daysBefore(400) : undefined,
            known:
              named && known !== null
                ? order({
                    customerKey: known.mine ? "customer-1" : "customer-2",
                    openedAt: daysBefore(known.opened),
                    ...(known.closed !== null && { closedAt: daysBefore(known.closed) }),
                    employeeIds: known.on ? ["emp-7"] : [],
                  })
                : undefined,
          },
        );
        expect(evidence.level === "missing").toBe(purpose === "NOT_RECORDED");
        if (evidence.level === "confirmed") {
          expect(named && known?.mine && known.on && known.opened >= 0).toBe(true);
          expect(known?.closed ?? 0).toBeLessThanOrEqual(14);
        }
        if (known !== null && !known.mine) expect(evidence.showsCase && named).toBe(false);
      }),
    );
  });
});
