import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createSignalStore } from "../../functions/adapters/signal-store.ts";
import type { Finding } from "../../functions/contract/finding.ts";
import type { Change, PortalStore } from "../../functions/use-cases/identity-ports.ts";
import type { Raised, SignalStore } from "../../functions/use-cases/signal-ports.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { memoryMatters } from "../support/fakes/memory-matters.ts";

const AT = "2026-06-15T12:00:00.000Z";
const UNTIL = Date.UTC(2027, 5, 15);

const engine = await useEngine();

const onDynamoDb = () => {
  const table = keyedTable(engine);
  return { store: createPortalStore(engine.client, table), signals: createSignalStore(engine.client, table) };
};

describe.each([
  ["in memory", () => memoryMatters()],
  ["on DynamoDB", onDynamoDb],
])("what the rules found, kept %s", (_, open) => {
  let store: Pick<PortalStore, "commit">;
  let signals: SignalStore;
  let id: string;
  beforeEach(() => {
    ({ store, signals } = open());
    id = randomUUID().replaceAll("-", "").slice(0, 22);
  });

  const raised = (revision: number, changes: Partial<Raised> = {}): Change => {
    const value: Raised = { reference: "RG-7K2M-Q9XD", rules: ["volume"], basis: ["a", "b"], ...changes };
    return { kind: "remember-raised", raisedKey: id, raised: { value, revision }, until: UNTIL };
  };
  const finding = (changes: Partial<Finding> = {}): Finding => ({
    findingId: id,
    state: "open",
    employeeId: "emp-7",
    hits: [{ rule: "volume", foundAt: AT, accesses: 60, words: "Many." }],
    foundAt: AT,
    lastFoundAt: AT,
    ...changes,
  });
  const kept = (revision: number, changes: Partial<Finding> = {}): Change => ({
    kind: "keep-finding",
    finding: { value: finding(changes), revision },
  });
  const acknowledged: Partial<Finding> = {
    state: "acknowledged",
    acknowledged: { by: { id: "dpo-1", name: "Eleanor Ashby" }, at: AT, words: "Stocktaking." },
  };

  it("remembers what was raised, and nothing where nothing was", async () => {
    expect(await signals.raisedOf(id)).toEqual({ value: { reference: "", rules: [], basis: [] }, revision: 0 });
    expect(await store.commit([raised(0)])).toBe(true);
    const value = { reference: "RG-7K2M-Q9XD", rules: ["volume"], basis: ["a", "b"] };
    expect(await signals.raisedOf(id)).toEqual({ value, revision: 1 });
    expect(await store.commit([raised(1, { basis: ["a", "b", "c"] })])).toBe(true);
    expect((await signals.raisedOf(id)).value.basis).toEqual(["a", "b", "c"]);
  });

  it("refuses whoever remembers on what has moved on", async () => {
    await store.commit([raised(0)]);
    expect(await store.commit([raised(0)])).toBe(false);
    await store.commit([raised(1)]);
    expect(await store.commit([raised(1), kept(0)])).toBe(false);
    expect(await signals.findingOf(id)).toBeUndefined();
  });

  it("counts what the desk was not told of, one writer at a time", async () => {
    const { value, revision } = await signals.untold();
    const count = (to: number, at: number): Change => ({ kind: "count-untold", untold: { value: to, revision: at } });
    expect(await store.commit([count(value + 1, revision)])).toBe(true);
    expect(await store.commit([count(value + 1, revision)])).toBe(false);
    expect(await signals.untold()).toEqual({ value: value + 1, revision: revision + 1 });
  });

  it("keeps findings until somebody acknowledges them, and then as they are", async () => {
    expect(await signals.findingOf(id)).toBeUndefined();
    expect(await store.commit([kept(0)])).toBe(true);
    expect(await signals.findingOf(id)).toEqual({ value: finding(), revision: 1 });
    expect(await store.commit([kept(0)])).toBe(false);
    expect(await store.commit([kept(1, acknowledged)])).toBe(true);
    expect(await store.commit([kept(2)])).toBe(false);
    const found = (await signals.findings()).filter(({ value }) => value.findingId === id);
    expect(found).toEqual([{ value: finding(acknowledged), revision: 2 }]);
  });

  it("lets one of two win who act on a finding at once", async () => {
    await store.commit([kept(0)]);
    const results = await Promise.all([store.commit([kept(1)]), store.commit([kept(1, acknowledged)])]);
    expect(results.filter(Boolean)).toHaveLength(1);
  });
});

describe("what of it lies in the table", () => {
  it("names no employee in clear, and erases itself", async () => {
    const { store } = onDynamoDb();
    const id = "f".repeat(22);
    const hits = [{ rule: "volume" as const, foundAt: AT, accesses: 60, words: "Canary words." }];
    const by = { id: "canary-dpo", name: "Canary Name" };
    const value: Finding = {
      ...{ findingId: id, employeeId: "canary-employee", hits, foundAt: AT, lastFoundAt: AT },
      ...{ state: "acknowledged", acknowledged: { by, at: AT, words: "Canary." } },
    };
    const nothing = { reference: "", rules: [], basis: [] };
    await store.commit([
      { kind: "keep-finding", finding: { value, revision: 0 } },
      { kind: "remember-raised", raisedKey: "key", raised: { value: nothing, revision: 0 }, until: UNTIL },
    ]);
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.portalTable }));
    expect(JSON.stringify(Items)).not.toMatch(/canary/i);
    const ends = Items.filter(({ pk }) => pk?.S === "raised#key" || pk?.S === "findings").map(({ sk, expiresAt }) => [
      sk?.S,
      expiresAt?.N,
    ]);
    expect(Object.fromEntries(ends)).toMatchObject({
      raised: String(UNTIL / 1_000),
      [id]: String((Date.parse(AT) + 90 * 86_400_000) / 1_000),
    });
  });
});
