import { describe, expect, it } from "vitest";
import { judge } from "../../../functions/domain/evidence.ts";
import { caseOf } from "../../../functions/domain/matter-case.ts";
import { access } from "../../support/accesses.ts";
import { matter } from "../../support/matters.ts";

const worked = matter({ openedAt: "2026-06-01T09:00:00.000Z", workers: ["dpo-1"] });
const judged = (id: string, occurredAt: string, one = worked, customerKey = "customer-1") => {
  const event = {
    employee: { id },
    occurredAt,
    purpose: "RIGHTS_REQUEST",
    case: { type: "matter", id: one.reference },
  };
  return judge({
    ...{ access: access(event, customerKey), known: caseOf(one), needsCase: true },
    ...{ completeSince: undefined, judgedAt: "2026-12-01T00:00:00.000Z" },
  }).rule;
};

describe("a look of the desk, judged by the case that its matter is", () => {
  it("is borne out for whoever worked on it, and for nobody else", () => {
    expect(judged("dpo-1", "2026-06-15T12:00:00.000Z")).toBe("CASE_MATCHES");
    expect(judged("dpo-2", "2026-06-15T12:00:00.000Z")).toBe("EMPLOYEE_NOT_ON_CASE");
    expect(judged("dpo-1", "2026-06-15T12:00:00.000Z", matter({ workers: [] }))).toBe("CASE_WITHOUT_STAFF");
    expect(judged("dpo-1", "2026-06-15T12:00:00.000Z", worked, "customer-2")).toBe("CASE_OF_ANOTHER");
  });

  it("is not borne out any more some weeks after the matter was closed", () => {
    const closed = { ...worked, state: "closed" as const, closedAt: "2026-06-20T12:00:00.000Z" };
    expect(judged("dpo-1", "2026-07-01T12:00:00.000Z", closed)).toBe("CASE_MATCHES_CLOSED");
    expect(judged("dpo-1", "2026-07-10T12:00:00.000Z", closed)).toBe("CASE_CLOSED_BEFORE");
    expect(judged("dpo-1", "2026-08-01T12:00:00.000Z", closed)).toBe("CASE_CLOSED_LONG_AGO");
  });
});
