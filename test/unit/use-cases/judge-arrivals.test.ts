import { describe, expect, it } from "vitest";
import { OWN_SOURCE } from "../../../functions/domain/vocabulary.ts";
import { raisePart } from "../../../functions/use-cases/raise-part.ts";
import { signalDesk } from "../../support/signal-desk.ts";

const ORDER = { type: "order", id: "O-77" };
/** The driver's job for C-1 ended on 3 May; what comes later is a look after the job. */
const deskWithJob = async () => {
  const desk = signalDesk();
  await desk.order({ customerKey: desk.keyring.customerKey("C-1") });
  return desk;
};
const late = (...days: readonly string[]) =>
  days.map((day) => ({
    eventId: `late-${day}`,
    occurredAt: `${day}T19:00:00Z`,
    action: "reveal" as const,
    case: ORDER,
  }));

describe("what arrives without an explanation", () => {
  it("becomes one part of one matter, however many looks and rules, and one mail that says how many", async () => {
    const desk = await deskWithJob();
    await desk.arrive(...late("2026-05-05", "2026-05-07", "2026-05-09", "2026-05-11"));
    expect(await desk.turn()).toEqual({ read: 1, raised: 1, failures: [] });
    expect(await desk.partsRaised()).toEqual([
      {
        customerKey: desk.keyring.customerKey("C-1"),
        employeeId: "emp-7",
        rules: ["contact-after-job", "repeat-interest"],
        accesses: ["05", "07", "09", "11"].map((day) => `orders late-2026-05-${day}`),
      },
    ]);
    expect(desk.mails).toMatchObject([
      { address: "dpo@example.com", content: { kind: "signals", count: 1 }, language: "en" },
    ]);
    expect((await desk.matters.openMatters())[0]).toMatchObject({ kinds: ["signal"], employeeIds: ["emp-7"] });
  });

  it("says nothing where the facts explain everything, and reads nothing for it", async () => {
    const desk = await deskWithJob();
    await desk.arrive({ occurredAt: "2026-05-03T09:30:00Z", case: ORDER });
    const accessLog = { ...desk.accessLog, ofEmployee: () => expect.unreachable() };
    expect(await desk.turn({ accessLog })).toEqual({ read: 0, raised: 0, failures: [] });
    expect(desk.mails).toEqual([]);
  });

  it("is raised once: again is nothing, closed without a finding stays so, and a new look is news", async () => {
    const desk = await deskWithJob();
    await desk.arrive(...late("2026-05-05"));
    await desk.turn();
    await desk.arrive(...late("2026-05-05"));
    expect(await desk.turn()).toMatchObject({ read: 1, raised: 0 });
    await desk.closeAll("no-finding");
    await desk.arrive(...late("2026-05-05"));
    expect(await desk.turn()).toMatchObject({ read: 1, raised: 0 });
    expect(await desk.matters.openMatters()).toEqual([]);

    await desk.arrive(...late("2026-05-06"));
    expect(await desk.turn()).toMatchObject({ raised: 1 });
    const [, again, ...more] = await desk.partsRaised();
    expect([again?.rules, again?.accesses, more]).toEqual([["contact-after-job"], ["orders late-2026-05-06"], []]);
    expect(desk.mails.map(({ content }) => content)).toEqual([
      { kind: "signals", count: 1 },
      { kind: "signals", count: 1 },
    ]);
  });

  it("joins the matter that is open: with new looks, and with a new rule over the same looks as long as it is", async () => {
    const desk = await deskWithJob();
    await desk.arrive(...late("2026-05-05"));
    await desk.turn();
    const customerKey = desk.keyring.customerKey("C-1");
    await desk.facts.putEmployees([{ id: "emp-9", protected: false, customerKey }]);
    await desk.arrive(...late("2026-05-05"));
    expect(await desk.turn()).toMatchObject({ raised: 1 });
    await desk.arrive(...late("2026-05-06"));
    expect(await desk.turn()).toMatchObject({ raised: 1 });
    expect((await desk.partsRaised()).map(({ rules, accesses }) => [rules, accesses])).toEqual([
      [["contact-after-job"], ["orders late-2026-05-05"]],
      [["colleague"], ["orders late-2026-05-05"]],
      [["contact-after-job", "colleague"], ["orders late-2026-05-06"]],
    ]);
    expect(await desk.matters.openMatters()).toHaveLength(1);

    await desk.closeAll("explained");
    await desk.facts.putCustomers([{ customerKey, conflictEmployeeIds: ["emp-7"] }]);
    await desk.arrive(...late("2026-05-05"));
    expect(await desk.turn()).toMatchObject({ raised: 0 });
  });

  it("takes its place in what the customer has open already", async () => {
    const desk = await deskWithJob();
    const { reference } = await raisePart(desk, {
      customerKey: desk.keyring.customerKey("C-1"),
      part: { kind: "question", accesses: [{ source: "orders", eventId: "late-2026-05-05" }], words: "Why?" },
      by: { kind: "customer" },
      language: "fr",
      address: "c1@example.com",
    });
    await desk.arrive(...late("2026-05-05"));
    await desk.turn();
    expect(await desk.matters.openMatters()).toMatchObject([
      { reference, kinds: ["question", "signal"], language: "fr", address: "c1@example.com" },
    ]);
  });

  it("keeps to fifty accesses in a part, the newest, and forgets none of the others", async () => {
    const desk = await deskWithJob();
    const many = Array.from({ length: 60 }, (_, n) => ({
      ...{ eventId: `n-${String(n).padStart(2, "0")}`, action: "reveal" as const, case: ORDER },
      occurredAt: new Date(Date.parse("2026-05-05T10:00:00Z") + n * 60_000).toISOString(),
    }));
    await desk.arrive(...many);
    await desk.turn();
    const [part] = await desk.partsRaised();
    expect([part?.accesses.length, part?.accesses[0]]).toEqual([50, "orders n-10"]);
    await desk.arrive(...many);
    expect(await desk.turn()).toMatchObject({ raised: 0 });
  });

  it("finds a story that began in the month that came late", async () => {
    const desk = signalDesk();
    const look = (eventId: string, day: string) => ({ eventId, occurredAt: `${day}T10:00:00Z`, purpose: "MARKETING" });
    await desk.arrive(look("b", "2026-06-02"), look("c", "2026-06-03"), look("d", "2026-06-04"));
    expect(await desk.turn()).toMatchObject({ raised: 0 });
    await desk.arrive(look("a", "2026-05-30"));
    expect(await desk.turn()).toMatchObject({ raised: 1 });
    expect((await desk.partsRaised())[0]).toMatchObject({ rules: ["repeat-interest"], accesses: { length: 4 } });
  });
});

describe("what belongs to no customer", () => {
  const day = (id: string, customers: number, day = "2026-05-20") =>
    Array.from({ length: customers }, (_, n) => ({
      ...{ eventId: `${id}-${day}-${n}`, customerId: `C-${id}-${n}`, occurredAt: `${day}T10:00:00Z` },
      ...{ employee: { id, role: "Adviser" }, purpose: "MARKETING" },
    }));
  const volumeAt = async (desk: ReturnType<typeof signalDesk>) =>
    (await desk.signals.findings()).map(({ value: { employeeId, hits } }) => [
      employeeId,
      hits.map(({ rule }) => rule),
    ]);

  it("is a day on which somebody opened far more customers than others in the role, as soon as these are known", async () => {
    const desk = signalDesk();
    await desk.arrive(...Array.from({ length: 18 }, (_, n) => day(`e-${n}`, 3)).flat(), ...day("mass", 60));
    await desk.turn();
    expect(await volumeAt(desk)).toEqual([]);
    // The same accounts again: what was kept of their months is replaced, and is no more than before.
    await desk.arrive(
      ...day("e-1", 3).map((event) => ({ ...event, supersedes: event.eventId, eventId: `${event.eventId}-b` })),
    );
    await desk.turn();
    await desk.arrive(...day("mass", 2, "2026-05-21"));
    await desk.turn();
    expect(await volumeAt(desk)).toEqual([["mass", ["volume"]]]);
    await desk.arrive(...day("mass", 2, "2026-05-22"));
    await desk.turn();
    expect(await volumeAt(desk)).toEqual([["mass", ["volume"]]]);
  });

  it("stands in a list of its own, and once", async () => {
    const desk = signalDesk();
    const at = "2026-05-10T11:00:00Z";
    const bulk = { occurredAt: at, action: "export" as const, recordCount: 900, purpose: "MARKETING" };
    await desk.arrive(bulk);
    await desk.sources.note({ source: "crm", since: at, lastReceivedAt: "2026-05-11T00:00:00.000Z", ranges: [] });
    await desk.sources.note({ source: OWN_SOURCE, since: at, lastReceivedAt: at, ranges: [] });
    expect(await desk.turn()).toMatchObject({ raised: 2 });
    await desk.arrive(bulk);
    expect(await desk.turn()).toMatchObject({ raised: 0 });
    expect(await desk.matters.openMatters()).toEqual([]);
    const found = (await desk.signals.findings()).map(({ value }) => value);
    expect(found).toMatchObject([
      { state: "open", employeeId: "emp-7", hits: [{ rule: "export", accesses: 1 }] },
      { state: "open", source: "crm", hits: [{ rule: "log-gap", accesses: 0 }] },
    ]);
    expect(found[0]?.hits[0]?.words).toBe(
      "On 10 May 2026 the data of 900 customers was exported. This needs an explanation.",
    );
    expect(desk.mails.map(({ content }) => content)).toEqual([{ kind: "signals", count: 2 }]);
    expect(desk.audit.map(({ act }) => act)).toEqual(["finding-raised", "finding-raised"]);
  });
});
