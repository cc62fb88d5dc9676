import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import type { RegardConfigInput } from "../../../functions/contract/config.ts";
import { recordDocument } from "../../../functions/contract/record.ts";
import type { KnownCase } from "../../../functions/domain/evidence.ts";
import { periodOfDates } from "../../../functions/domain/period.ts";
import { STAFF_IDENTITIES } from "../../../functions/domain/vocabulary.ts";
import { keptCompany, NOW, type Question } from "../../support/records.ts";

const order: KnownCase = {
  type: "order",
  id: "O-77",
  customerKey: "customer-1",
  openedAt: "2026-05-03T08:00:00.000Z",
  employeeIds: ["emp-7"],
  units: [],
};

/** The record after these events, as one document. */
const recordOf = async (
  events: readonly Partial<AccessEventInput>[],
  question: Partial<Question> = {},
  config: Partial<RegardConfigInput> = {},
) => {
  const kept = keptCompany(config);
  await kept.facts.putCases([order]);
  await kept.log(...events.map((event, index) => ({ eventId: `e-${index}`, ...event })));
  return kept.read(question);
};

describe("a customer's record", () => {
  it("says who looked, when, what they saw, why, and how far that is borne out", async () => {
    const record = await recordOf([{ purposeText: "neighbour asked", sourceSeq: 4 }]);
    expect(record.accesses).toEqual([
      {
        eventId: "e-0",
        occurredAt: "2026-05-03T09:30:00.000Z",
        source: "orders",
        purpose: "DELIVERY",
        why: "They delivered to you or came to you.",
        evidence: "confirmed",
        evidenceWords: "Matches your order of 3 May 2026.",
        action: "view",
        involvement: "opened",
        outcome: "success",
        dataCategories: ["contact.phone"],
        fieldsRevealed: [],
        sawWords: "Looked at: your phone number.",
        employee: {
          handle: expect.stringMatching(/^[A-Y][2-9][A-Y]-[A-Z][a-z]+$/),
          name: "Robin Vance",
          role: "Driver",
          unit: "Deliveries North",
          type: "employee",
        },
        case: { type: "order", id: "O-77" },
        breakGlass: false,
      },
    ]);
    expect(record.summary).toEqual({
      accesses: 1,
      employees: 1,
      listed: 0,
      automated: 0,
      byEvidence: { confirmed: 1, stated: 0, contradicted: 0, missing: 0 },
      words: "In the last 12 months 1 person looked at your data once.",
    });
    expect(record.period).toEqual({ from: "2025-06-15T12:00:00.000Z", to: NOW });
    expect(recordDocument.parse(record)).toEqual(record);
  });

  it("is whole, with its sentences, where nobody looked", async () => {
    const record = await recordOf([]);
    expect(record.accesses).toEqual([]);
    expect(record.summary.words).toBe("In the last 12 months nobody looked at your data.");
    expect(record.standing).toHaveLength(3);
  });

  it("is rendered in the language that was asked for", async () => {
    const record = await recordOf([{}], { language: "de" });
    expect(record.language).toBe("de");
    expect(record.accesses[0]?.evidenceWords).toBe("Passt zu Ihrer Bestellung vom 3. Mai 2026.");
  });

  it("shows everything held where the period is left open, rows kept on purpose included", async () => {
    const old = { occurredAt: "2011-10-11T11:45:40Z", purpose: "ACCOUNT_ADMIN" };
    const record = await recordOf([old, {}]);
    expect(record.accesses).toHaveLength(2);
    expect(record.period.from).toBe("2011-10-11T11:45:40.000Z");
    expect(record.coverage.heldSince).toBe("2025-06-15T12:00:00.000Z");
    expect(record.summary.words).toMatch(/^Since 11 October 2011 /);
  });

  it("keeps to the period that was asked for, and speaks of no time to come", async () => {
    const events = [{ occurredAt: "2026-05-02T22:59:59Z" }, {}, { occurredAt: "2026-05-03T23:00:00Z" }];
    const day = await recordOf(events, {
      period: periodOfDates({ from: "2026-05-03", to: "2026-05-03" }, "Europe/London"),
    });
    expect(day.accesses.map(({ eventId }) => eventId)).toEqual(["e-1"]);
    expect(day.summary.accesses).toBe(1);
    const later = await recordOf(events, { period: periodOfDates({ to: "2026-12-31" }, "Europe/London") });
    expect(later.period.to).toBe(NOW);
    const future = await recordOf(events, { period: periodOfDates({ from: "2026-12-31" }, "Europe/London") });
    expect([future.accesses, future.period.from]).toEqual([[], future.period.to]);
  });

  it("leaves what was accepted after its making to the next record", async () => {
    const kept = keptCompany();
    await kept.log({ eventId: "known" });
    await kept.logAt("2026-06-15T12:00:00.001Z", { eventId: "late" });
    expect((await kept.read()).accesses.map(({ eventId }) => eventId)).toEqual(["known"]);
    const next = await kept.read({ generatedAt: "2026-06-15T12:00:00.001Z" });
    expect(next.accesses.map(({ eventId }) => eventId)).toEqual(["known", "late"]);
  });

  it("never gives totals that its rows do not bear out", async () => {
    const kept = keptCompany();
    await kept.log({ eventId: "known" });
    const { header, accesses } = await kept.open();
    await kept.log({ eventId: "slipped-in" });
    expect(header.summary.accesses).toBe(1);
    await expect(Array.fromAsync(accesses)).rejects.toMatchObject({ code: "UNAVAILABLE" });
  });
});

describe("corrections in a record", () => {
  it("replaces the corrected access, and a correction of it again", async () => {
    const record = await recordOf([
      {},
      { purpose: "BILLING", supersedes: "e-0" },
      { purpose: "SUPPORT_CUSTOMER", supersedes: "e-1", occurredAt: "2026-05-01T00:00:00Z" },
    ]);
    expect(record.accesses.map(({ eventId }) => eventId)).toEqual(["e-2"]);
    expect(record.summary).toMatchObject({ accesses: 1, employees: 1 });
  });

  it("holds where the correction lies outside the period", async () => {
    const record = await recordOf([{}, { supersedes: "e-0", occurredAt: "2026-06-01T00:00:00Z" }], {
      period: periodOfDates({ to: "2026-05-31" }, "Europe/London"),
    });
    expect(record.accesses).toEqual([]);
    expect(record.summary.accesses).toBe(0);
  });

  it("does nothing for another customer or another source", async () => {
    const kept = keptCompany();
    await kept.log({ eventId: "e-0" }, { eventId: "e-1", source: "billing", supersedes: "e-0" });
    await kept.logFor(["customer-2"], { eventId: "e-2", supersedes: "e-0" });
    expect((await kept.read()).accesses.map(({ eventId }) => eventId)).toEqual(["e-1", "e-0"]);
  });
});

describe("what a record never tells", () => {
  it("shows each customer of one event only themselves", async () => {
    const kept = keptCompany();
    await kept.facts.putCases([order]);
    await kept.logFor(["customer-1", "customer-2"], { eventId: "e-0" });
    const [mine, theirs] = [await kept.read(), await kept.read({ customerKey: "customer-2" })];
    expect(mine.accesses[0]).toMatchObject({ evidence: "confirmed", case: { id: "O-77" } });
    expect(theirs.accesses[0]).toMatchObject({ evidence: "contradicted" });
    expect(JSON.stringify(theirs)).not.toMatch(/O-77|customer-\d/);
    expect(theirs.accesses[0]?.employee.handle).not.toBe(mine.accesses[0]?.employee.handle);
  });

  it("shows an event's case to none of its customers while nobody knows whose it is", async () => {
    const kept = keptCompany();
    expect(await kept.take({ customerId: ["C-1", "C-2"], case: { type: "order", id: "O-canary" } })).toEqual([
      "accepted",
    ]);
    for (const customerId of ["C-1", "C-2"]) {
      const record = await kept.read({ customerKey: kept.customerKey(customerId) });
      expect(record.accesses[0]?.sawWords).toContain("One other customer’s data was shown too.");
      expect(JSON.stringify(record)).not.toContain("O-canary");
    }
  });

  it.each(STAFF_IDENTITIES)("names nobody whom `%s` or a protection mark forbids to name", async (staffIdentity) => {
    const kept = keptCompany({ staffIdentity });
    await kept.facts.putEmployees([{ id: "emp-8", protected: true }]);
    await kept.log(
      { eventId: "e-0" },
      { eventId: "e-1", employee: { id: "emp-8", name: "Hidden Person" } },
      { eventId: "e-2", employee: { id: "bot", name: "Helper", type: "ai_agent" }, onBehalfOf: "emp-8" },
    );
    const record = await kept.read();
    const text = JSON.stringify(record);
    expect(text).not.toMatch(/Hidden Person|emp-\d/);
    expect(text.includes("Robin Vance")).toBe(staffIdentity === "name");
    expect(record.accesses[2]?.employee.onBehalfOf).toBe(record.accesses[1]?.employee.handle);
    expect(record.summary).toMatchObject({ accesses: 3, employees: 2, automated: 0 });
  });

  it("keeps the employee's own words inside the company", async () => {
    const record = await recordOf([
      { purposeText: "canary-free-text" },
      { purpose: "NOT_RECORDED", purposeText: "canary-two" },
    ]);
    expect(JSON.stringify(record)).not.toContain("canary");
    expect(record.accesses).toHaveLength(2);
  });
});

describe("how a record is made", () => {
  it("asks about each case once, in few questions, however long the log", async () => {
    const kept = keptCompany();
    const events = Array.from({ length: 450 }, (_, index) => ({
      eventId: `e-${String(index).padStart(3, "0")}`,
      case: { type: "order", id: `O-${index % 90}` },
    }));
    await kept.log(...events);
    const record = await kept.read();
    expect(record.accesses.map(({ eventId }) => eventId)).toEqual(events.map(({ eventId }) => eventId));
    expect(kept.questions.map((references) => references.length)).toEqual([90]);
  });
});
