import { randomBytes, randomUUID } from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createRulings } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { checkRecord } from "../../functions/use-cases/check-record.ts";
import { linkCustomers } from "../../functions/use-cases/link-customers.ts";
import { readRecord } from "../../functions/use-cases/read-record.ts";
import { arrival, NOW } from "../support/arrivals.ts";
import { company } from "../support/company.ts";
import { useEngine } from "../support/engine.ts";
import { companyLog, createOwnLog, OWN_LOG, ownItem } from "../support/own-log.ts";
import { putOwnItems } from "../support/own-table.ts";
import { refusalOf } from "../support/refusals.ts";

const engine = await useEngine();
const clock = () => Date.parse(NOW);
const made = companyLog(engine, clock);
const table = { name: engine.portalTable, keyring: made.keyring };
const parts = {
  ...made,
  clock,
  random: randomBytes,
  config: company({ ownLog: OWN_LOG, sources: [{ source: "own", name: "Old customer file" }] }),
  directory: createDirectory(engine.client, engine.portalTable),
  store: createPortalStore(engine.client, table),
  facts: createFacts(engine.client, engine.portalTable),
  rulings: createRulings(engine.client, table),
  erasures: createErasures(engine.client, engine.portalTable),
};
beforeAll(() => createOwnLog(engine.client));

const own = (eventId: string, occurredAt: string) =>
  arrival({ eventId, occurredAt, source: "own", purpose: "MARKETING" });

const recordOf = async (customerId: string) => {
  const { header, accesses } = await readRecord(parts, {
    ...{ customerKey: parts.keyring.customerKey(customerId), reference: "RG-0000-0000", period: {}, language: "en" },
    generatedAt: NOW,
  });
  return { ...header, ids: (await Array.fromAsync(accesses)).flat().map(({ eventId }) => eventId) };
};

it("is in a customer's record, in time order, with what it covers and what of it could not be read", async () => {
  const customerId = `C-${randomUUID()}`;
  await linkCustomers(parts, [{ customerId, email: "amelia@example.com" }]);
  const customerKeys = [parts.keyring.customerKey(customerId)];
  await parts.accessLog.append([arrival({ eventId: "ours", occurredAt: "2026-05-04T00:00:00Z" }, { customerKeys })]);
  const first = ownItem(customerId, own("first", "2026-05-03T00:00:00.000Z"));
  await putOwnItems(engine.client, OWN_LOG.table, [
    first,
    ownItem(customerId, own("last", "2026-05-05T00:00:00.000Z")),
    { ...first, SK: { S: "VIEW#2026-05-06 at noon" } },
  ]);

  const { ids, summary, coverage } = await recordOf(customerId);
  expect([ids, summary.accesses]).toEqual([["first", "ours", "last"], 3]);
  expect(coverage.unreadable).toBe(1);
  expect(coverage.words).toContain("1 entry of the company’s own log could not be read and is missing here.");
  expect(coverage.words).toContain("Old customer file: entries since 15 June 2025, last received on 15 June 2026.");
});

it("refuses a record that would have a hole in it, and the company's own check knows the customer", async () => {
  const customerId = `C-${randomUUID()}`;
  await putOwnItems(engine.client, OWN_LOG.table, [ownItem(customerId, own("seen", "2026-05-03T00:00:00.000Z"))]);
  expect(await refusalOf(recordOf(customerId))).toBe("UNAVAILABLE");
  const check = { customerId, employeeId: "auditor", language: "en", dates: {} } as const;
  const { accesses } = await checkRecord(parts, check);
  expect((await Array.fromAsync(accesses)).flat().map(({ eventId }) => eventId)).toEqual(["seen"]);
});
