import { describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../../functions/contract/access-event.ts";
import { BULK_READS } from "../../../functions/domain/access.ts";
import { allOf } from "../../support/arrivals.ts";
import { keptCompany } from "../../support/records.ts";
import { watchedCompany } from "../../support/watched-company.ts";

const BULK: Partial<AccessEventInput> = {
  eventId: "b-1",
  customerId: undefined,
  recordCount: 20_680,
  action: "list",
  involvement: "listed",
  purpose: "MARKETING",
  case: undefined,
};
const bulkWords = (coverage: { readonly words: readonly string[] }) =>
  coverage.words.filter((sentence) => sentence.includes("in bulk") || sentence.includes("bulk reads"));

/** The record's words about bulk reads after these events, in the name of whoever may be among them. */
const toldAfter = async (events: readonly Partial<AccessEventInput>[], config = {}, question = {}) => {
  const kept = keptCompany(config);
  for (const event of events) expect(await kept.take(event)).toEqual(["accepted"]);
  const record = await kept.read(question);
  return { words: bulkWords(record.coverage), rows: record.accesses, kept };
};

describe("a bulk access", () => {
  it("is kept once, under nobody's name, and told in the record of everybody", async () => {
    const { words, rows, kept } = await toldAfter([BULK]);
    expect(words).toEqual([
      "On 3 May 2026, 20,680 records were read in bulk by Robin Vance (Driver, Deliveries North); yours may be among them.",
    ]);
    expect(rows).toEqual([]);
    expect(await kept.take(BULK)).toEqual(["duplicate"]);
    expect(await allOf(kept.parts.accessLog, BULK_READS)).toHaveLength(1);
  });

  it("that names some of its customers is in their records too, and nobody is told who they are", async () => {
    const { words, kept } = await toldAfter([{ ...BULK, customerId: ["C-1", "C-2"], recordCount: 1_000 }]);
    expect(words).toHaveLength(1);
    const named = await kept.read({ customerKey: kept.customerKey("C-2") });
    expect(named.accesses).toMatchObject([{ eventId: "b-1", recordCount: 1_000 }]);
    const whole = await toldAfter([{ ...BULK, customerId: ["C-1", "C-2"], recordCount: 2 }]);
    expect(whole.words).toEqual([]);
    const single = await toldAfter([{ ...BULK, customerId: "C-1", recordCount: 1_000 }]);
    expect(single.words).toEqual([]); // a source that sends one event for each customer
    const part = await toldAfter([{ ...BULK, customerId: ["C-1", "C-2"], recordCount: 1_000, partOf: "b-0" }]);
    expect(part.words).toEqual([]); // the others are named in the other events of the look
  });

  it("is told as rows are: no names where none may be shown, nothing restricted, corrected, refused or outside the period", async () => {
    const handled = await toldAfter([BULK], { staffIdentity: "handle" });
    expect(handled.words[0]).toMatch(/by [A-Y][2-9][A-Y]-[A-Z][a-z]+ \(Driver/);

    const kept = keptCompany();
    await kept.facts.putEmployees([{ id: "emp-7", protected: true }]);
    await kept.take(BULK);
    expect(bulkWords((await kept.read()).coverage)[0]).not.toContain("Robin");

    const restrictions = [{ purpose: "FRAUD_SECURITY", until: "2027-01-01", reason: "an investigation" }];
    const restricted = { ...BULK, purpose: "FRAUD_SECURITY" };
    expect((await toldAfter([restricted], { restrictions })).words).toEqual([]);
    const corrected = [BULK, { ...BULK, eventId: "b-2", recordCount: 20, supersedes: "b-1" }];
    expect((await toldAfter(corrected)).words).toEqual([expect.stringContaining("20 records")]);
    expect((await toldAfter([{ ...BULK, outcome: "denied" }])).words).toEqual([]);
    const period = { from: "2026-05-04T00:00:00.000Z", to: "2026-06-01T00:00:00.000Z" };
    expect((await toldAfter([BULK], {}, { period })).words).toEqual([]);
  });

  it("among many is added up", async () => {
    const days = ["03", "04", "05", "06"].map((day) => ({
      ...BULK,
      eventId: day,
      occurredAt: `2026-05-${day}T10:00:00Z`,
      employee: { id: `emp-${day}` },
    }));
    expect((await toldAfter(days)).words).toEqual([
      "Between 3 May 2026 and 6 May 2026, 82,720 records were read in 4 bulk reads by 4 people; yours may be among them.",
    ]);
  });

  it("of which there are thousands in a period is read to the last, each once", async () => {
    const kept = keptCompany({});
    const times = Array.from({ length: 3_000 }, (_, n) => new Date(Date.UTC(2026, 4, 3) + n * 60_000).toISOString());
    for (const [n, occurredAt] of times.entries())
      await kept.take({ ...BULK, eventId: `b-${n}`, occurredAt, recordCount: 2 });
    expect(bulkWords((await kept.read({})).coverage)).toEqual([
      expect.stringContaining("6,000 records were read in 3,000 bulk reads by 1 person"),
    ]);
  });

  it("needs its number, and no list", async () => {
    const kept = keptCompany();
    await expect(async () => kept.take({ ...BULK, recordCount: undefined })).rejects.toThrow();
  });
});

describe("the rules of detection", () => {
  const { eventId: _, purpose: __, ...unexplained } = BULK;
  const at = (occurredAt: string, changes: Partial<AccessEventInput>) =>
    [occurredAt, { ...unexplained, ...changes }, [BULK_READS]] as const;

  it("tell of bulk reads as a way of working, and never of a customer", async () => {
    const kept = watchedCompany();
    await kept.log(
      at("2026-05-10T10:00:00Z", { recordCount: 499 }),
      at("2026-05-11T10:00:00Z", { recordCount: 400 }),
      at("2026-05-11T11:00:00Z", { recordCount: 400 }),
      at("2026-05-12T11:00:00Z", { recordCount: 900, outcome: "denied" }),
      at("2026-05-13T11:00:00Z", { recordCount: 70, action: "export", involvement: "opened" }),
    );
    const signals = await kept.signals();
    expect(signals).toMatchObject([{ employeeId: "emp-7", rules: ["export", "bulk-read"] }]);
    expect(signals[0]).not.toHaveProperty("customerKey");
    expect(signals[0]?.hits.map(({ inputs }) => inputs)).toMatchObject([
      { records: 70 },
      { day: "2026-05-11", reads: 2, records: 800 },
    ]);
  });
});
