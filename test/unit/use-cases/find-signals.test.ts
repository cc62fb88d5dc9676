import { describe, expect, it } from "vitest";
import { OWN_SOURCE } from "../../../functions/domain/vocabulary.ts";
import { WATCHED_AT, watchedCompany } from "../../support/watched-company.ts";

const ORDER = { case: { type: "order", id: "O-77" } };
const PHONE = { ...ORDER, action: "reveal" as const };

describe("finding signals", () => {
  it("says nothing where the facts explain everything", async () => {
    const kept = watchedCompany();
    await kept.order();
    await kept.log(["2026-05-03T09:30:00Z", ORDER], ["2026-05-03T11:00:00Z", PHONE]);
    expect(await kept.signals()).toEqual([]);
  });

  it("joins everything between an employee and a customer, across the first of a month", async () => {
    const kept = watchedCompany();
    await kept.order({ openedAt: "2026-05-20T08:00:00.000Z", closedAt: "2026-05-20T12:00:00.000Z" });
    await kept.log(
      ...["2026-05-25", "2026-05-30", "2026-06-02", "2026-06-09"].map((day) => [`${day}T19:00:00Z`, PHONE] as const),
      ["2026-06-01T19:00:00Z", {}, ["customer-2"]],
    );
    const signals = await kept.signals();
    expect(signals.map(({ employeeId, customerKey, rules }) => [employeeId, customerKey, rules])).toEqual([
      ["emp-7", "customer-1", ["contact-after-job", "repeat-interest"]],
      ["emp-7", "customer-2", ["no-business-link"]],
    ]);
    expect(signals[0]?.hits).toHaveLength(2);
    expect(signals[0]?.accesses).toHaveLength(4);
    expect(signals[0]?.hits[1]?.inputs).toMatchObject({ opens: 4, days: 4, cases: 1 });
  });

  it("keeps to its period, and looks back over its beginning", async () => {
    const kept = watchedCompany();
    await kept.log(...["25", "27", "29", "31"].map((day) => [`2026-05-${day}T10:00:00Z`] as const), [
      "2026-06-01T10:00:00Z",
    ]);
    const period = { from: "2026-06-01T00:00:00.000Z", to: "2026-07-01T00:00:00.000Z" };
    expect((await kept.signals({ period }))[0]?.hits).toMatchObject([
      { rule: "no-business-link", inputs: { opens: 5 } },
      { rule: "repeat-interest", inputs: { opens: 5 } },
    ]);
    expect(await kept.signals({ period: { ...period, from: "2026-06-01T10:00:00.001Z" } })).toEqual([]);
  });

  it("finds an account that the employee list does not know", async () => {
    const kept = watchedCompany();
    await kept.facts.putEmployees([{ id: "emp-1", protected: false }]);
    await kept.log(["2026-05-10T10:00:00Z", { employee: { id: "nobody-knows" } }]);
    expect((await kept.signals()).map(({ employeeId }) => employeeId)).toEqual(["nobody-knows"]);
  });

  it("tells what an agent did as the doing of the person in whose name it acted, and of nobody where there is none", async () => {
    const kept = watchedCompany();
    const agent = { id: "bot", type: "ai_agent" as const };
    await kept.log(
      ["2026-05-10T10:00:00Z", { employee: agent, onBehalfOf: "emp-3" }],
      ["2026-05-10T11:00:00Z", { employee: agent }],
    );
    const signals = await kept.signals();
    expect(signals.map(({ employeeId, accesses }) => [employeeId, accesses])).toEqual([["emp-3", ["orders e-1"]]]);
  });

  it("lets a case explain that the look did not name", async () => {
    const kept = watchedCompany();
    await kept.log(
      ["2026-05-03T09:00:00Z", { purpose: "NOT_RECORDED" }],
      ["2026-05-03T10:00:00Z", { case: { type: "order", id: "O-78" } }],
    );
    expect((await kept.signals()).map(({ rules }) => rules)).toEqual([["no-business-link"]]);
    await kept.order();
    expect(await kept.signals()).toEqual([]);
  });

  it("leaves corrected accesses out, even where the correction names somebody else", async () => {
    const kept = watchedCompany();
    await kept.log(["2026-05-10T10:00:00Z"]);
    expect(await kept.signals()).toHaveLength(1);
    await kept.order({
      openedAt: "2026-05-10T08:00:00.000Z",
      closedAt: "2026-05-10T12:00:00.000Z",
      employeeIds: ["emp-9"],
    });
    await kept.log([
      "2026-06-10T10:00:00Z",
      { supersedes: "e-1", employee: { id: "emp-9" }, occurredAt: "2026-05-10T10:00:00Z", ...ORDER },
    ]);
    expect(await kept.signals()).toEqual([]);
  });

  it("knows whom people decided about and what customers reported", async () => {
    const kept = watchedCompany();
    const senderHashes = ["h".repeat(32)];
    await kept.facts.putEmployees([{ id: "emp-8", protected: false, phoneHashes: senderHashes }]);
    await kept.log(["2026-05-10T10:00:00Z", { purpose: "MARKETING" }], ["2026-05-11T10:00:00Z", {}, ["customer-2"]]);
    const signals = await kept.signals({
      misuses: [{ employeeId: "emp-7", customerKey: "customer-2", confirmedAt: WATCHED_AT }],
      reports: [{ customerKey: "customer-1", contactedAt: "2026-05-20T10:00:00.000Z", senderHashes }],
    });
    expect(signals.map(({ employeeId, customerKey, rules }) => [employeeId, customerKey, rules])).toEqual([
      ["emp-7", "customer-1", ["contact-report", "look-back"]],
      ["emp-7", "customer-2", ["no-business-link"]],
      ["emp-8", "customer-1", ["contact-report"]],
    ]);
  });

  it("reviews a lock that was overridden, whatever explains the look", async () => {
    const kept = watchedCompany();
    await kept.order();
    await kept.log(["2026-05-03T09:00:00Z", { ...ORDER, purpose: "BREAK_GLASS" }]);
    expect((await kept.signals()).map(({ rules }) => rules)).toEqual([["break-glass"]]);
  });

  it("asks who is close by the company's hashes, and when somebody was at work", async () => {
    const kept = watchedCompany();
    const streetHashes = ["s".repeat(32)];
    await kept.facts.putEmployees([
      { id: "emp-7", protected: false, streetHashes },
      { id: "emp-8", protected: false, customerKey: "customer-1" },
    ]);
    await kept.facts.putCustomers([{ customerKey: "customer-1", streetHashes }]);
    const shift = (day: string) => ({
      employeeId: "emp-7",
      from: `2026-05-${day}T08:00:00.000Z`,
      to: `2026-05-${day}T16:00:00.000Z`,
    });
    await kept.facts.putShifts([shift("09"), shift("11")]);
    await kept.log(["2026-05-10T23:00:00Z", { purpose: "MARKETING" }]);
    expect((await kept.signals()).map(({ rules }) => rules)).toEqual([["outside-shift", "colleague", "household"]]);
  });

  it("puts ways of working and sources last, and joins what is about one employee", async () => {
    const kept = watchedCompany();
    const search = { action: "search" as const, involvement: "listed" as const, purpose: "SEARCH_LISTED" };
    await kept.log(
      ...Array.from({ length: 10 }, (_, n) => [`2026-05-10T10:${10 + n}:00Z`, search] as const),
      ["2026-05-10T11:00:00Z", { action: "export", recordCount: 900, purpose: "MARKETING" }],
      ["2026-05-12T10:00:00Z"],
    );
    const since = "2026-05-01T00:00:00.000Z";
    await kept.sources.note({ source: "orders", since, lastReceivedAt: since, ranges: [] });
    await kept.sources.note({ source: OWN_SOURCE, since, lastReceivedAt: since, ranges: [] });
    const signals = await kept.signals();
    expect(
      signals.map(({ employeeId, customerKey, source, rules }) => [employeeId, customerKey, source, rules]),
    ).toEqual([
      ["emp-7", "customer-1", undefined, ["no-business-link"]],
      ["emp-7", undefined, undefined, ["search-fishing", "export"]],
      [undefined, undefined, "orders", ["log-gap"]],
    ]);
  });

  it("compares an employee's day with the days of the role", async () => {
    const kept = watchedCompany();
    const day = (n: number, customers: number) =>
      [
        `2026-05-${String(n + 1).padStart(2, "0")}T10:00:00Z`,
        { purpose: "MARKETING" },
        Array.from({ length: customers }, (_, at) => `c-${n}-${at}`),
      ] as const;
    await kept.log(...Array.from({ length: 22 }, (_, n) => day(n, 3)));
    expect(await kept.signals()).toEqual([]);
    await kept.log(day(25, 40), day(26, 12));
    expect(await kept.signals()).toEqual([]);
    await kept.log([
      "2026-05-26T12:00:00Z",
      { purpose: "MARKETING" },
      Array.from({ length: 20 }, (_, at) => `d-${at}`),
    ]);
    expect(await kept.signals()).toMatchObject([
      { employeeId: "emp-7", rules: ["volume"], hits: [{ inputs: { customers: 60, median: 3 } }] },
    ]);
  });

  it("reads of an employee only the months that it needs", async () => {
    const kept = watchedCompany();
    const asked: string[] = [];
    const { ofEmployee } = kept.accessLog;
    kept.accessLog.ofEmployee = (id, month) => {
      asked.push(`${id} ${month}`);
      return ofEmployee(id, month);
    };
    await kept.log(...["02", "03", "05", "07"].map((month) => [`2026-${month}-02T10:00:00Z`] as const));
    await kept.signals();
    expect(asked).toEqual(["emp-7 2026-03", "emp-7 2026-05"]);
  });
});
