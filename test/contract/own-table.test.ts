import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ownLog } from "../../functions/contract/own-log.ts";
import { EVER } from "../../functions/domain/period.ts";
import { allOf, arrival, NOW } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { memoryAccessLog } from "../support/fakes/memory-access-log.ts";
import { companyLog, createOwnLog, OWN_LOG, ownItem } from "../support/own-log.ts";
import { createOwnTable, putOwnItems } from "../support/own-table.ts";
import { refusalOf } from "../support/refusals.ts";

const engine = await useEngine();
const clock = () => Date.parse(NOW);
const { accessLog, sources, identities, keyring } = companyLog(engine, clock);

beforeAll(() => createOwnLog(engine.client));
let customerId: string;
let customerKey: string;
beforeEach(async () => {
  customerId = `C-${randomUUID()}`;
  customerKey = keyring.customerKey(customerId);
  await identities?.keep([{ customerKey, customerId }]);
});

const own = (eventId: string, occurredAt: string) =>
  arrival({ eventId, occurredAt, source: "own", purpose: "BILLING", case: undefined, dataCategories: [] });
const idsOf = async (period = EVER) => (await allOf(accessLog, customerKey, period)).map(({ eventId }) => eventId);

describe("a table of the company's own beside the log", () => {
  it("gives its rows under the customer's key, as its map says", async () => {
    await putOwnItems(engine.client, OWN_LOG.table, [ownItem(customerId, own("a", "2026-05-03T09:30:00.000Z"))]);
    expect(await allOf(accessLog, customerKey)).toEqual([
      {
        ...{ eventId: "a", source: "own", occurredAt: "2026-05-03T09:30:00.000Z", customerKey },
        ...{ action: "view", involvement: "opened", purpose: "BILLING", outcome: "success", breakGlass: false },
        employee: { id: "emp-7", unit: "Deliveries North", type: "employee" },
        ...{ dataCategories: [], fieldsRevealed: [], receivedAt: "2026-05-03T09:30:00.000Z" },
      },
    ]);
  });

  it("reads as one log would, whatever lies where, in whatever period", async () => {
    const instant = fc.constantFrom(
      ...[
        "2026-05-03T09:30:00.000Z",
        "2026-05-03T09:30:00.001Z",
        "2026-05-03T09:30:01.000Z",
        "2026-06-01T00:00:00.000Z",
      ],
    );
    const event = fc.record({
      at: instant,
      id: fc.stringMatching(/^[a-zA-Z0-9]{1,3}$/),
      where: fc.constantFrom("own", "log"),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(event, { selector: ({ id }) => id, maxLength: 15 }),
        fc.tuple(instant, instant),
        async (events, bounds) => {
          const [from = "", to = ""] = bounds.toSorted();
          const id = `C-${randomUUID()}`;
          const key = keyring.customerKey(id);
          await identities?.keep([{ customerKey: key, customerId: id }]);
          const one = memoryAccessLog(clock);
          const source = randomUUID();
          for (const { at, id: eventId, where } of events) {
            const kept = { ...own(eventId, at), customerKeys: [key] };
            const logged = { ...kept, access: { ...kept.access, source } };
            if (where === "own") await putOwnItems(engine.client, OWN_LOG.table, [ownItem(id, kept)]);
            else await accessLog.append([logged]);
            await one.append([where === "own" ? kept : logged]);
          }
          const rows = (log: typeof one) => allOf(log, key, { from, to });
          expect((await rows(accessLog)).map((row) => `${row.occurredAt} ${row.source} ${row.eventId}`)).toEqual(
            (await rows(one)).map((row) => `${row.occurredAt} ${row.source} ${row.eventId}`),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it("shows a row once that was copied into the log, as the log has it", async () => {
    const copied = own("twice", "2026-05-03T09:30:00.000Z");
    await accessLog.append([{ ...copied, customerKeys: [customerKey] }]);
    await putOwnItems(engine.client, OWN_LOG.table, [ownItem(customerId, copied)]);
    expect((await allOf(accessLog, customerKey)).map(({ eventId, receivedAt }) => [eventId, receivedAt])).toEqual([
      ["twice", NOW],
    ]);
  });

  it("goes on to the very end, and pages stay pages", async () => {
    const at = (n: number) => new Date(Date.parse("2026-01-01T00:00:00Z") + n * 60_000).toISOString();
    const filler = { M: { name: { S: "x".repeat(900) } } };
    const items = Array.from({ length: 2_500 }, (_, n) => ({ ...ownItem(customerId, own(`e-${n}`, at(n))), filler }));
    await putOwnItems(engine.client, OWN_LOG.table, items);
    await accessLog.append(
      Array.from({ length: 300 }, (_, n) =>
        arrival(
          { eventId: `r-${n}`, source: customerId.toLowerCase(), occurredAt: at(n * 3) },
          { customerKeys: [customerKey] },
        ),
      ),
    );
    const pages = await Array.fromAsync(accessLog.ofCustomer(customerKey, EVER));
    expect(pages.flat()).toHaveLength(2_800);
    expect(pages.length).toBeLessThan(12);
    expect(
      pages.flat().every(({ occurredAt }, n, all) => n === 0 || occurredAt >= (all[n - 1]?.occurredAt ?? "")),
    ).toBe(true);
  });

  it("counts what does not fit its map, and shows the rest", async () => {
    const good = ownItem(customerId, own("good", "2026-05-03T09:30:00.000Z"));
    const bad = (sk: string, changes: object) => ({ ...good, SK: { S: `VIEW#2026-05-0${sk}` }, ...changes });
    await putOwnItems(engine.client, OWN_LOG.table, [
      good,
      bad("4T00:00:00.000Z#no-purpose", { why: { S: "because" } }),
      bad("5T25:00:00.000Z#no-time", {}),
      bad("6 yesterday", {}),
      { PK: { S: `CUSTOMER#${customerId}` }, SK: { S: "PROFILE" }, name: { S: "no look at all" } },
    ]);
    let unread = 0;
    const rows = await Array.fromAsync(accessLog.ofCustomer(customerKey, EVER, (n) => (unread += n)));
    expect([rows.flat().map(({ eventId }) => eventId), unread]).toEqual([["good"], 3]);
  });

  it("gives nothing silently of a customer whose id is not known here", async () => {
    const stranger = keyring.customerKey(`C-${randomUUID()}`);
    const read = Array.fromAsync(accessLog.ofCustomer(stranger, EVER, () => {}));
    expect(await refusalOf(read)).toBe("UNAVAILABLE");
    expect(await Array.fromAsync(accessLog.ofCustomer(stranger, EVER))).toEqual([]);
  });

  it("finds an employee's rows of a month by its index, and who looked at all", async () => {
    const who = `emp-${randomUUID()}`;
    const looks = ["2026-05-31T23:59:59.999Z", "2026-05-01T00:00:00.000Z", "2026-06-01T00:00:00.000Z"].map((at, n) => ({
      ...ownItem(customerId, own(`e-${n}`, at)),
      who: { S: who },
    }));
    await putOwnItems(engine.client, OWN_LOG.table, looks);
    const rows = (await Array.fromAsync(accessLog.ofEmployee(who, "2026-05"))).flat();
    expect(rows.map(({ eventId, customerKey: key }) => [eventId, key])).toEqual([
      ["e-1", customerKey],
      ["e-0", customerKey],
    ]);
    const months = (await Array.fromAsync(accessLog.employeeMonths())).flat();
    const own1 = months.filter(({ employeeId }) => employeeId === who).map(({ month }) => month);
    expect([...new Set(own1)].sort()).toEqual(["2026-05", "2026-06"]);
  });

  it("reads customers by an index where the table is keyed otherwise, and times to the second", async () => {
    const table = `${OWN_LOG.table}-flat`;
    await createOwnTable(
      engine.client,
      table,
      { partition: "id", sort: "customer" },
      { byCustomer: { partition: "customer", sort: "when" } },
    );
    const flat = ownLog.parse({
      ...OWN_LOG,
      table,
      employee: undefined,
      customer: { index: "byCustomer", id: { attribute: "customer" }, time: { attribute: "when", format: "iso" } },
      map: { ...OWN_LOG.map, primaryKey: ["id", "customer"] },
    });
    const item = (id: string, when: string) => ({
      ...{ id: { S: id }, customer: { S: customerId }, when: { S: when } },
      ...{ who: { S: "emp-1" }, why: { S: "BILLING" } },
    });
    await putOwnItems(engine.client, table, [item("b", "2026-05-03T10:00:00Z"), item("a", "2026-05-03T09:59:59Z")]);
    const read = companyLog(engine, clock, flat).accessLog;
    const period = (from: string, to: string) => ({ from: `2026-05-03T${from}Z`, to: `2026-05-03T${to}Z` });
    const idsIn = async (from: string, to: string) =>
      (await allOf(read, customerKey, period(from, to))).map(({ eventId }) => eventId);
    expect(await idsIn("00:00:00.000", "23:59:59.999")).toEqual(["a", "b"]);
    expect(await idsIn("09:59:59.000", "10:00:00.000")).toEqual(["a"]);
    expect(await idsIn("10:00:00.000", "10:00:00.500")).toEqual(["b"]);
    expect(await idsIn("10:00:00.001", "11:00:00.000")).toEqual([]);
  });

  it("stands in the coverage as read at this moment", async () => {
    expect(await sources.all()).toContainEqual({
      ...{ source: "own", since: "2024-01-01T00:00:00.000Z", lastReceivedAt: NOW, ranges: [] },
    });
    expect(await idsOf()).toEqual([]);
  });
});
