import { describe, expect, it } from "vitest";
import { ended, hitOf, hitsOf, hours, look, rulesOf } from "../../../support/looks.ts";

const ORDERS = { dataCategories: ["orders"] };
const stated = (after: number, changes: Parameters<typeof look>[1] = {}) =>
  look(after, { rule: "CASE_NOT_NEEDED", purpose: "MARKETING", ...changes });

describe("no-business-link", () => {
  it.each(["REASON_MISSING", "CASE_NOT_NAMED", "PERSON_NOT_AUTOMATIC", "OPENED_NOT_LISTED"] as const)(
    "points at %s",
    (rule) => {
      const [hit] = hitsOf([look(0, { rule }), look(1, { rule })]);
      expect(hit).toMatchObject({
        rule: "no-business-link",
        employeeId: "emp-7",
        customerKey: "customer-1",
        inputs: { opens: 2, firstAt: hours(0), lastAt: hours(1) },
      });
      expect(hit?.accesses).toHaveLength(2);
    },
  );

  it.each(["CASE_NOT_NEEDED", "MISTAKE_STATED", "CASE_NOT_CHECKED", "CASE_MATCHES"] as const)(
    "leaves %s alone",
    (rule) => {
      expect(rulesOf([look(0, { rule })])).toEqual([]);
    },
  );
});

describe("contradicted-case", () => {
  it.each(["CASE_NOT_FOUND", "CASE_OF_ANOTHER", "CASE_OPENED_LATER", "CASE_CLOSED_LONG_AGO"] as const)(
    "points at %s",
    (rule) => {
      expect(hitsOf([look(0, { rule })])).toMatchObject([
        { rule: "contradicted-case", inputs: { opens: 1, evidence: rule } },
      ]);
    },
  );

  it("leaves a look alone that the customer's other case bears out: a slip of the finger", () => {
    expect(rulesOf([look(-1, { rule: "CASE_NOT_FOUND" })], { cases: [ended(0)] })).toEqual([]);
  });
});

describe("contact-after-job", () => {
  const afterwards = (hour: number) => look(hour, { rule: "CASE_CLOSED_BEFORE", endedAfter: 0 });

  it("says when the job had ended and how long before the last look", () => {
    const [hit] = hitsOf([afterwards(30.9), afterwards(20)]);
    expect(hit).toMatchObject({ rule: "contact-after-job", inputs: { opens: 2, endedAt: hours(0), hoursAfter: 30 } });
  });

  it("begins after two hours and ends after sixty days", () => {
    expect(rulesOf([afterwards(2)])).toEqual([]);
    expect(rulesOf([afterwards(2.001)])).toEqual(["contact-after-job"]);
    expect(rulesOf([afterwards(60 * 24)])).toEqual(["contact-after-job"]);
    expect(rulesOf([afterwards(60 * 24 + 0.001)])).toEqual([]);
  });

  it("is about where the customer can be reached", () => {
    const seen = (...dataCategories: string[]) =>
      rulesOf([look(9, { rule: "CASE_CLOSED_BEFORE", endedAfter: 0, dataCategories })]);
    expect(seen("orders", "contact.name")).toEqual([]);
    for (const category of ["contact", "contact.phone", "contact.email", "contact.address", "location"]) {
      expect(seen("orders", category)).toEqual(["contact-after-job"]);
    }
  });

  it("finds the job by itself where the look names none", () => {
    expect(rulesOf([look(9)], { cases: [ended(0)] })).toEqual(["no-business-link", "contact-after-job"]);
    expect(rulesOf([look(9)], { cases: [ended(0, { employeeIds: ["emp-8"] })] })).toEqual(["no-business-link"]);
  });
});

describe("repeat-interest", () => {
  const days = (...on: number[]) => on.map((day) => stated(day * 24, ORDERS));

  it("needs four opens on three days within 31 days", () => {
    expect(rulesOf(days(0, 1, 2))).toEqual([]);
    expect(rulesOf(days(0, 0, 1, 1))).toEqual([]);
    expect(rulesOf(days(0, 0, 1, 2))).toEqual(["repeat-interest"]);
    expect(rulesOf(days(0, 10, 20, 31))).toEqual(["repeat-interest"]);
    expect(rulesOf(days(0, 10, 20, 31.01))).toEqual([]);
    expect(hitsOf(days(0, 0, 1, 2))[0]?.inputs).toMatchObject({ opens: 4, days: 3, cases: 0 });
  });

  it("counts a look once that two systems report", () => {
    const twins = days(0, 0, 1, 2).map((one, n) => ({
      ...one,
      access: { ...one.access, correlationId: `x-${n >> 1}` },
    }));
    expect(rulesOf(twins)).toEqual([]);
  });

  it("allows one case and no more", () => {
    const named = (...ids: string[]) =>
      ids.map((id, day) => look(day * 24, { rule: "CASE_NOT_CHECKED", case: { type: "order", id }, ...ORDERS }));
    expect(rulesOf(named("a", "a", "a", "a"))).toEqual(["repeat-interest"]);
    expect(rulesOf(named("a", "a", "a", "b"))).toEqual([]);
  });

  it("leaves people alone who come back to five customers at once", () => {
    const clients = (n: number) =>
      Array.from({ length: n }, (_, at) =>
        [0, 1, 2, 3].map((day) => stated(day * 24, { customerKey: `c-${at}`, ...ORDERS, purpose: `P_${day}` })),
      ).flat();
    const here = [0, 1, 2, 3].map((day) => stated(day * 24, { ...ORDERS, purpose: `P_${day}` }));
    expect(rulesOf(here, { elsewhere: clients(3) })).toEqual(["repeat-interest"]);
    expect(rulesOf(here, { elsewhere: clients(4) })).toEqual([]);
  });
});

describe("outside-shift", () => {
  const shifts = [
    [-28, -19],
    [-4, 5],
  ] as const;

  it("begins half an hour from the nearest shift", () => {
    expect(rulesOf([stated(-4.5)], { shifts })).toEqual([]);
    expect(hitsOf([stated(-4.51), stated(-12)], { shifts })).toMatchObject([
      { rule: "outside-shift", inputs: { opens: 2, minutes: 420 } },
    ]);
  });

  it("says nothing where shifts are not known on both sides, or the employee was at work all the same", () => {
    expect(rulesOf([stated(-12)])).toEqual([]);
    expect(rulesOf([stated(8)], { shifts })).toEqual([]);
    const busy = (n: number) =>
      Array.from({ length: n }, (_, at) => look(-12 + at / 3, { rule: "CASE_MATCHES", customerKey: "c-2" }));
    expect(rulesOf([stated(-12)], { shifts, elsewhere: busy(3) })).toEqual([]);
    expect(rulesOf([stated(-12)], { shifts, elsewhere: busy(2) })).toEqual(["outside-shift"]);
  });
});

describe("export and break-glass", () => {
  it("point at what was taken out without a case", () => {
    expect(hitsOf([stated(0, { action: "export" })])).toMatchObject([{ rule: "export", inputs: { records: 1 } }]);
    expect(rulesOf([stated(0, { action: "export", recordCount: 2 })])).toEqual([]);
    expect(rulesOf([look(0, { rule: "CASE_MATCHES", action: "export" })])).toEqual([]);
  });

  it("review every lock that was overridden, explained or not", () => {
    expect(rulesOf([look(0, { rule: "CASE_MATCHES", breakGlass: true })])).toEqual(["break-glass"]);
    expect(rulesOf([stated(0, { purpose: "BREAK_GLASS" })])).toEqual(["break-glass"]);
    expect(rulesOf([stated(0, { breakGlass: true, outcome: "denied" })])).toEqual([]);
  });
});

describe("leaver", () => {
  const employee = { id: "emp-7", protected: false, startedOn: "2026-05-20", leftOn: "2026-05-21" };

  it("counts the first and the last day as work", () => {
    expect(rulesOf([stated(0), stated(24)], { employee })).toEqual([]);
    expect(hitsOf([stated(-24)], { employee })).toMatchObject([
      { rule: "leaver", inputs: { side: "before-starting", date: "2026-05-20" } },
    ]);
    expect(hitsOf([stated(48)], { employee })).toMatchObject([
      { rule: "leaver", inputs: { side: "after-leaving", date: "2026-05-21" } },
    ]);
    expect(rulesOf([look(48, { rule: "CASE_MATCHES" })], { employee })).toEqual([]);
    expect(rulesOf([stated(48)], { employee: undefined })).toEqual([]);
  });
});

describe("contact-report", () => {
  const report = { customerKey: "customer-1", contactedAt: hours(0), senderHashes: ["number".padEnd(32, "0")] };
  const reports = [report];

  it("looks for who saw how to reach the customer in the 30 days before", () => {
    expect(hitOf(hitsOf([stated(-30 * 24)], { reports }), "contact-report")?.inputs).toMatchObject({
      opens: 1,
      senderMatches: false,
    });
    expect(rulesOf([stated(-30 * 24 - 0.001)], { reports })).toEqual([]);
    expect(rulesOf([stated(0.001)], { reports })).toEqual([]);
    expect(rulesOf([stated(-1, ORDERS)], { reports })).toEqual([]);
    expect(rulesOf([look(-1, { rule: "CASE_MATCHES" })], { reports })).toEqual([]);
    expect(rulesOf([stated(-1)], { reports: [{ ...report, customerKey: "customer-2" }] })).toEqual([]);
  });

  it("knows the number that wrote, whatever its owner opened", () => {
    const employee = { id: "emp-7", protected: false, phoneHashes: report.senderHashes };
    expect(hitsOf([], { reports, employee })).toMatchObject([
      { employeeId: "emp-7", customerKey: "customer-1", accesses: [], inputs: { opens: 0, senderMatches: true } },
    ]);
  });
});

describe("look-back", () => {
  const misuse = { employeeId: "emp-7", customerKey: "customer-2", confirmedAt: hours(100) };

  it("asks about everything else of somebody about whom people decided", () => {
    expect(hitsOf([stated(0)], { misuses: [misuse] })).toMatchObject([
      { rule: "look-back", inputs: { opens: 1, confirmedAt: hours(100) } },
    ]);
    expect(rulesOf([stated(0)], { misuses: [{ ...misuse, employeeId: "emp-8" }] })).toEqual([]);
    expect(rulesOf([stated(0)], { misuses: [{ ...misuse, customerKey: "customer-1" }] })).toEqual([]);
    expect(rulesOf([look(0, { rule: "CASE_MATCHES" })], { misuses: [misuse] })).toEqual([]);
  });
});

describe("denied-then-granted", () => {
  const denied = stated(0, { outcome: "denied" });

  it("sees another way in on the same day", () => {
    expect(hitsOf([stated(0.5), denied])).toMatchObject([{ rule: "denied-then-granted", inputs: { minutes: 30 } }]);
    expect(rulesOf([denied, stated(24)])).toEqual(["denied-then-granted"]);
    expect(rulesOf([denied, stated(24.001)])).toEqual([]);
    expect(rulesOf([denied, stated(-0.001)])).toEqual([]);
    expect(rulesOf([denied, look(1, { rule: "CASE_MATCHES" })])).toEqual([]);
  });
});
