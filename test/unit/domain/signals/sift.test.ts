import { describe, expect, it } from "vitest";
import { sift } from "../../../../functions/domain/signals/sift.ts";
import { workdayOf } from "../../../../functions/domain/signals/workday.ts";
import { ended, hours, look, rulesOf } from "../../../support/looks.ts";

const PHONE = { dataCategories: ["contact.phone"] };
const ORDERS = { dataCategories: ["orders"] };
const plain = (looks: Parameters<typeof sift>[0]) =>
  sift(looks, { cases: [], vouched: new Set(), staff: new Map(), workday: workdayOf(looks, []) });

describe("what drops out before any rule", () => {
  it("is what its case confirms", () => {
    const sifted = plain([look(0, { rule: "CASE_MATCHES" }), look(1, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0 })]);
    expect(sifted.opened).toHaveLength(2);
    expect(sifted.unexplained).toEqual([]);
  });

  it.each([
    ["two hours after the job", 2, "reveal", []],
    ["later than two hours after it", 2.001, "reveal", [1]],
    ["later, where only the work is shown", 100, "orders", []],
  ] as const)("is contact with the customer of a job that ended: %s", (_, after, kind, left) => {
    const shown = kind === "orders" ? ORDERS : { ...PHONE, action: "reveal" as const };
    const { unexplained } = plain([look(after, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0, ...shown })]);
    expect(unexplained.map(() => 1)).toEqual(left);
  });

  it("is what was refused, listed, or done by nobody", () => {
    const denied = look(0, { outcome: "denied" });
    const sifted = plain([denied, look(1, { involvement: "listed" })]);
    expect(sifted).toEqual({ opened: [], unexplained: [], unlinked: [], refused: [denied] });
  });

  it("is what the facts bear out though nobody named it, an hour ahead and two weeks after", () => {
    const named = { cases: [ended(0)] };
    const looks = (after: number) => [look(after, { ...ORDERS })];
    expect(rulesOf(looks(-49), named)).toEqual([]);
    expect(rulesOf(looks(-49.001), named)).toEqual(["no-business-link"]);
    expect(rulesOf(looks(14 * 24), named)).toEqual([]);
    expect(rulesOf(looks(14 * 24 + 0.001), named)).toEqual(["no-business-link"]);
    expect(rulesOf(looks(-1), { cases: [ended(0, { employeeIds: [], units: ["Deliveries North"] })] })).toEqual([]);
    expect(rulesOf(looks(-1), { cases: [ended(0, { customerKey: "customer-2" })] })).toEqual(["no-business-link"]);
  });
});

describe("what is somebody's work without being explained", () => {
  const adviser = { id: "emp-9", protected: false, role: "Adviser", unit: "Care" };
  const other = { id: "emp-8", protected: false, role: "Driver", unit: "Deliveries South" };
  const staff = new Map([adviser, other].map((one) => [one.id, one]));
  const standIn = look(-1, { rule: "EMPLOYEE_NOT_ON_CASE", endedAfter: 0, ...ORDERS });
  const caseOf = (id: string) => ({ staff, cases: [ended(0, { employeeIds: [id] })], isColleague: true });

  it("is a stand-in for somebody of the same role, and not for anybody else", () => {
    expect(rulesOf([standIn], caseOf("emp-8"))).toEqual([]);
    expect(rulesOf([standIn], caseOf("emp-9"))).toEqual(["colleague"]);
    expect(rulesOf([standIn], caseOf("somebody unknown"))).toEqual([]);
  });

  it("is a case that the facts miss and several people worked on", () => {
    const unknown = look(0, { rule: "CASE_NOT_FOUND" });
    expect(rulesOf([unknown])).toEqual(["contradicted-case"]);
    expect(rulesOf([unknown], { vouched: new Set(['["order","O-77"]']) })).toEqual([]);
  });

  it("is a reason without a case that somebody gives all day", () => {
    const coached = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        look(at, { rule: "CASE_NOT_NEEDED", purpose: "QUALITY_TRAINING", customerKey: `c-${at}` }),
      );
    const here = look(0, { rule: "CASE_NOT_NEEDED", purpose: "QUALITY_TRAINING" });
    expect(rulesOf([here], { isColleague: true, elsewhere: coached(9) })).toEqual([]);
    expect(rulesOf([here], { isColleague: true, elsewhere: coached(8) })).toEqual(["colleague"]);
  });

  it("is a customer who has come back with something new", () => {
    const late = look(5, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0, action: "reveal", ...PHONE });
    const ticket = ended(30, { type: "ticket", id: "T-1", openedAt: hours(4), employeeIds: ["emp-9"] });
    expect(rulesOf([late], { staff, cases: [ended(0)] })).toEqual(["contact-after-job"]);
    expect(rulesOf([late], { staff, cases: [ended(0), ticket] })).toEqual([]);
    expect(rulesOf([late], { staff, cases: [ended(0), { ...ticket, openedAt: hours(6) }] })).toEqual([
      "contact-after-job",
    ]);
  });

  it("is the wrong record, opened once and left for the right one within five minutes", () => {
    const wrong = look(0, { rule: "CASE_OF_ANOTHER" });
    const right = (after: number) => [look(after, { rule: "CASE_MATCHES", customerKey: "customer-2" })];
    expect(rulesOf([wrong], { elsewhere: right(5 / 60) })).toEqual([]);
    expect(rulesOf([wrong], { elsewhere: right(5.01 / 60) })).toEqual(["contradicted-case"]);
    expect(rulesOf([wrong, look(3, { rule: "CASE_OF_ANOTHER" })], { elsewhere: right(0.05) })).toEqual([
      "contradicted-case",
    ]);
    expect(rulesOf([look(0, { rule: "CASE_OF_ANOTHER", action: "reveal" })], { elsewhere: right(0.05) })).toEqual([
      "contradicted-case",
    ]);
  });
});

describe("paperwork", () => {
  const late = (after: number, customerKey?: string) =>
    look(after, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0, ...PHONE, ...(customerKey && { customerKey }) });

  it.each([
    ["in the shift of the job", 4, []],
    ["half an hour after it", 5.5, []],
    ["later that evening", 5.6, ["contact-after-job"]],
    ["at the beginning of the next shift", 19.5, []],
    ["in the one after that", 44, ["contact-after-job"]],
  ] as const)("is a plain look %s", (_, after, rules) => {
    const shifts = [
      [-4, 5],
      [20, 29],
      [44, 53],
    ] as const;
    expect(rulesOf([late(after)], { shifts }).filter((rule) => rule !== "outside-shift")).toEqual(rules);
  });

  it("is not left for a next shift that comes a week later", () => {
    const shifts = [
      [-4, 5],
      [168, 177],
    ] as const;
    expect(rulesOf([late(169)], { shifts })).toEqual(["contact-after-job"]);
  });

  it("is the third finished job in a row within half an hour", () => {
    const evening = [late(10.5, "c-2"), late(9.5, "c-3")];
    expect(rulesOf([late(10)], { elsewhere: evening })).toEqual([]);
    expect(rulesOf([late(10)], { elsewhere: evening.slice(1) })).toEqual(["contact-after-job"]);
    expect(rulesOf([late(10)], { elsewhere: [late(10.51, "c-2"), late(9.5, "c-3")] })).toEqual(["contact-after-job"]);
  });

  it("is not to reveal, call or take anything: once in the same shift that is a call back, twice it is not", () => {
    const revealed = (after: number) =>
      look(after, { rule: "CASE_MATCHES_CLOSED", endedAfter: 0, action: "reveal", ...PHONE });
    const shifts = [
      [-4, 5],
      [20, 29],
    ] as const;
    expect(rulesOf([revealed(4)], { shifts })).toEqual([]);
    expect(rulesOf([revealed(4), revealed(4.5)], { shifts })).toEqual(["contact-after-job"]);
    expect(rulesOf([revealed(21)], { shifts })).toEqual(["contact-after-job"]);
    expect(rulesOf([revealed(4)])).toEqual(["contact-after-job"]);
  });
});
