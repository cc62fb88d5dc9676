import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import type { AccessLog } from "../../functions/use-cases/ports.ts";
import { allOf, arrival, NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { memoryAccessLog } from "../support/fakes/memory-access-log.ts";
import { companyLog, createOwnLog } from "../support/own-log.ts";

const engine = await useEngine();
await createOwnLog(engine.client);
let now: string;
const clock = () => Date.parse(now);

describe.each([
  ["in memory", () => memoryAccessLog(clock)],
  ["on DynamoDB", () => createAccessLog(engine.client, engine.accessLogTable, clock)],
  ["with a table of the company's own beside it", () => companyLog(engine, clock).accessLog],
])("the access log %s", (_, open) => {
  let log: AccessLog;
  /** Nothing that one test keeps is seen by another. */
  let customerKey: string;
  let source: string;
  const one = (
    eventId: string,
    changes: Parameters<typeof arrival>[0] = {},
    kept: Parameters<typeof arrival>[1] = {},
  ) => arrival({ eventId, source, ...changes }, { customerKeys: [customerKey], ...kept });
  const idsOf = async (key = customerKey) => (await allOf(log, key)).map(({ eventId }) => eventId);

  beforeEach(() => {
    now = NOW;
    log = open();
    customerKey = `customer-${randomUUID()}`;
    source = `s-${randomUUID()}`;
  });

  it("gives back what it was given", async () => {
    const event = one("e", { sourceSeq: 7, purposeText: "kapı 🔑", recordCount: 3, supersedes: "d", breakGlass: true });
    expect(await log.append([event])).toEqual(["accepted"]);
    expect(await allOf(log, customerKey)).toEqual([{ ...event.access, customerKey }]);
  });

  it("keeps an event once, however often it comes", async () => {
    expect(await log.append([one("e")])).toEqual(["accepted"]);
    expect(await log.append([one("e")])).toEqual(["duplicate"]);
    expect(await idsOf()).toEqual(["e"]);
  });

  it("knows an event again whenever it comes and however long it would be kept", async () => {
    await log.append([one("e")]);
    const again = one("e", {}, { receivedAt: "2026-06-16T00:00:00.000Z", eraseAt: "2028-01-01T00:00:00.000Z" });
    expect(await log.append([again])).toEqual(["duplicate"]);
    expect((await allOf(log, customerKey))[0]?.receivedAt).toBe(NOW);
  });

  it("refuses other content under the same id and keeps the first", async () => {
    await log.append([one("e")]);
    expect(await log.append([one("e", { purpose: "BILLING" })])).toEqual(["conflict"]);
    expect(await log.append([one("e", {}, { customerKeys: ["someone-else"] })])).toEqual(["conflict"]);
    expect((await allOf(log, customerKey)).map(({ purpose }) => purpose)).toEqual(["DELIVERY"]);
    expect(await idsOf("someone-else")).toEqual([]);
  });

  it("takes the same id from another source as another event", async () => {
    const other = one("e", { source: `${source}-b` });
    expect(await log.append([one("e"), other])).toEqual(["accepted", "accepted"]);
  });

  it("resolves twins within one call, in the order in which they stand", async () => {
    const other = { purpose: "BILLING" };
    expect(await log.append([one("a"), one("a"), one("a", other)])).toEqual(["accepted", "duplicate", "conflict"]);
    expect(await log.append([one("a", other), one("a"), one("b")])).toEqual(["conflict", "duplicate", "accepted"]);
    expect(await idsOf()).toEqual(["a", "b"]);
  });

  it("answers for every event of a large mixed call in its place", async () => {
    const known = Array.from({ length: 150 }, (_, n) => one(`e-${2 * n}`));
    await log.append(known);
    const mixed = Array.from({ length: 300 }, (_, n) => one(`e-${n}`, n % 10 === 0 ? { purpose: "BILLING" } : {}));
    const outcomes = await log.append(mixed);
    const wanted = (n: number) => (n % 2 === 1 ? "accepted" : n % 10 === 0 ? "conflict" : "duplicate");
    expect(outcomes).toEqual(mixed.map((_, n) => wanted(n)));
    expect(await idsOf()).toHaveLength(300);
  });

  it("has nothing to say about nothing", async () => {
    expect(await log.append([])).toEqual([]);
    expect(await idsOf()).toEqual([]);
  });

  it("lets one of many writers in and tells the others so", async () => {
    const events = Array.from({ length: 40 }, (_, n) => one(`e-${n}`));
    const orders = Array.from({ length: 8 }, (_, n) => (n % 2 ? events : events.toReversed()));
    const answers = await Promise.all(orders.map((order) => log.append(order)));
    expect(answers.flat().filter((outcome) => outcome === "accepted")).toHaveLength(40);
    expect(answers.flat().filter((outcome) => outcome === "duplicate")).toHaveLength(7 * 40);
    expect(await idsOf()).toHaveLength(40);
  });

  it("shows one look at several customers to each of them, once", async () => {
    const customerKeys = Array.from({ length: 45 }, (_, n) => `${customerKey}-${n}`);
    const events = ["a", "b", "c"].map((id) => one(id, {}, { customerKeys }));
    expect(await log.append(events)).toEqual(["accepted", "accepted", "accepted"]);
    expect(await log.append([one("a", {}, { customerKeys: customerKeys.toReversed() })])).toEqual(["duplicate"]);
    const seen = await Promise.all(customerKeys.map((key) => allOf(log, key)));
    expect(seen.map((rows) => rows.map((row) => `${row.customerKey} ${row.eventId}`))).toEqual(
      customerKeys.map((key) => [`${key} a`, `${key} b`, `${key} c`]),
    );
  });

  it("takes events that are as large as events may be", async () => {
    const dataCategories = Array.from({ length: 30 }, (_, n) => `c${n}-`.padEnd(60, "x"));
    const fieldsRevealed = Array.from({ length: 60 }, (_, n) => `${n}-`.padEnd(80, "ł"));
    const customerKeys = Array.from({ length: 45 }, (_, n) => `${customerKey}-${n}`);
    const large = (id: string) => one(id, { dataCategories, fieldsRevealed }, { customerKeys });
    const outcomes = await log.append(Array.from({ length: 12 }, (_, n) => large(`e-${n}`)));
    expect(new Set(outcomes)).toEqual(new Set(["accepted"]));
    expect(await idsOf(`${customerKey}-44`)).toHaveLength(12);
  });

  it("reads to the very end: more than a megabyte of one customer, in time order", async () => {
    const fieldsRevealed = Array.from({ length: 20 }, (_, n) => `field ${n}`.padEnd(80, "."));
    const at = (n: number) => new Date(Date.parse("2026-05-01T00:00:00Z") + n * 1_000).toISOString();
    const events = Array.from({ length: 1_200 }, (_, n) => one(`e-${n}`, { occurredAt: at(n), fieldsRevealed }));
    await log.append(events.toReversed());
    const pages = await Array.fromAsync(log.ofCustomer(customerKey, { from: at(0), to: at(1_200) }));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.every((page) => page.length > 0)).toBe(true);
    expect(pages.flat().map(({ eventId }) => eventId)).toEqual(events.map(({ access }) => access.eventId));
  });

  it("can be left in the middle of reading", async () => {
    await log.append(Array.from({ length: 300 }, (_, n) => one(`e-${n}`)));
    for await (const page of log.ofCustomer(customerKey, { from: "2026-01-01T00:00:00.000Z", to: NOW })) {
      expect(page.length).toBeGreaterThan(0);
      break;
    }
  });

  it("reads from the first instant of a period up to, and without, its last", async () => {
    const times = ["09:59:59.999", "10:00:00.000", "10:00:00.001", "10:59:59.999", "11:00:00.000"];
    await log.append(times.map((time) => one(time, { occurredAt: `2026-05-03T${time}Z` })));
    const period = { from: "2026-05-03T10:00:00.000Z", to: "2026-05-03T11:00:00.000Z" };
    expect((await allOf(log, customerKey, period)).map(({ eventId }) => eventId)).toEqual(times.slice(1, 4));
  });

  it("orders the looks of one millisecond by source and id, in byte order, whatever they contain", async () => {
    const id = fc.string({ unit: "binary", minLength: 1, maxLength: 8 }).filter((text) => /^[^\p{C}\s]+$/u.test(text));
    const anyEvent = fc.record({
      eventId: id,
      source: fc.stringMatching(/^[a-z0-9._-]{1,3}$/),
      occurredAt: fc.constantFrom("2026-05-03T09:30:00.000Z", "2026-05-03T09:30:00.001Z"),
    });
    const bytes = (event: { readonly occurredAt: string; readonly source: string; readonly eventId: string }) =>
      Buffer.from(`${event.occurredAt}\0${event.source}\0${event.eventId}`);
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anyEvent, { selector: (event) => `${event.source}#${event.eventId}`, maxLength: 12 }),
        async (events) => {
          const run = randomUUID();
          const sent = events.map((event) =>
            arrival({ ...event, source: `${run}${event.source}` }, { customerKeys: [run] }),
          );
          await log.append(sent);
          const wanted = sent.map(({ access }) => bytes(access)).sort(Buffer.compare);
          expect((await allOf(log, run)).map(bytes)).toEqual(wanted);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("names everyone who looked and in which months, and nobody else", async () => {
    const ids = Array.from({ length: 40 }, (_, n) => `${source}#2026-0${(n % 9) + 1}-${n}`);
    const wanted = ids.flatMap((id, n) =>
      (n % 3 === 0 ? ["2026-04"] : ["2026-04", "2026-05"]).map((m) => `${id} ${m}`),
    );
    const looks = wanted.map((pair, n) => {
      const [id = "", month] = pair.split(" ");
      return one(`e-${n}`, { occurredAt: `${month}-30T12:00:00.000Z`, employee: { id } });
    });
    await log.append(looks);
    const named = (await Array.fromAsync(log.employeeMonths())).flat().map((one) => `${one.employeeId} ${one.month}`);
    expect(new Set(named.filter((pair) => pair.startsWith(source)))).toEqual(new Set(wanted));
  });

  it("finds an employee's looks at anyone by calendar month, in time order", async () => {
    const id = `emp-${randomUUID()}`;
    const look = (eventId: string, occurredAt: string, key: string) =>
      one(eventId, { occurredAt, employee: { id } }, { customerKeys: [key] });
    await log.append([
      look("c", "2026-05-31T23:59:59.999Z", `${customerKey}-a`),
      look("a", "2026-05-01T00:00:00.000Z", `${customerKey}-b`),
      look("b", "2026-05-15T00:00:00.000Z", `${customerKey}-a`),
      look("before", "2026-04-30T23:59:59.999Z", `${customerKey}-a`),
      look("after", "2026-06-01T00:00:00.000Z", `${customerKey}-a`),
      one("someone-else", { occurredAt: "2026-05-15T00:00:00.000Z", employee: { id: `${id}#2026-05` } }),
    ]);
    const rows = (await Array.fromAsync(log.ofEmployee(id, "2026-05"))).flat();
    expect(rows.map((row) => [row.eventId, row.customerKey])).toEqual([
      ["a", `${customerKey}-b`],
      ["b", `${customerKey}-a`],
      ["c", `${customerKey}-a`],
    ]);
  });

  it("shows nothing whose retention has ended, and lets its id be taken again", async () => {
    const kept = { eraseAt: "2026-07-01T00:00:00.000Z" };
    await log.append([one("e", {}, kept), one("f")]);
    now = "2026-06-30T23:59:59.000Z";
    expect(await idsOf()).toEqual(["e", "f"]);
    now = "2026-07-01T00:00:00.000Z";
    expect(await idsOf()).toEqual(["f"]);
    expect(
      (await Array.fromAsync(log.ofEmployee("emp-7", "2026-05"))).flat().filter((row) => row.source === source),
    ).toHaveLength(1);
    const again = one("e", { purpose: "BILLING" }, { eraseAt: "2026-08-01T00:00:00.000Z" });
    expect(await log.append([again])).toEqual(["accepted"]);
    expect(await idsOf()).toEqual(["e", "f"]);
  });

  it("answers as a plain list would, whatever is sent in whatever order", async () => {
    const event = fc.record({
      eventId: fc.constantFrom("a", "b", "c", "d"),
      purpose: fc.constantFrom("DELIVERY", "BILLING"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(event, { maxLength: 6 }), { maxLength: 4 }), async (calls) => {
        const run = { source: `s-${randomUUID()}` };
        const kept = new Map<string, string>();
        for (const call of calls) {
          const wanted = call.map(({ eventId, purpose }) => {
            const before = kept.get(eventId);
            if (before === undefined) kept.set(eventId, purpose);
            return before === undefined ? "accepted" : before === purpose ? "duplicate" : "conflict";
          });
          const sent = call.map((changes) => arrival({ ...changes, ...run }, { customerKeys: [run.source] }));
          expect(await log.append(sent)).toEqual(wanted);
        }
        const rows = await allOf(log, run.source);
        expect(rows.map((row) => [row.eventId, row.purpose])).toEqual([...kept].sort());
      }),
      { numRuns: 30 },
    );
  });
});
