import { type AttributeValue, PutItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { FORMAT_STEPS, type FormatStep, inPresentFormat } from "../../functions/adapters/data-format.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { caseItemKey, DATA_FORMAT, guardKey, sourceKey } from "../../functions/adapters/table-keys.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { allOf, arrival, NOW } from "../support/arrivals.ts";
import { keyedTable, useEngine } from "../support/engine.ts";

const engine = await useEngine();
const log = createAccessLog(engine.client, engine.accessLogTable, () => Date.parse(NOW));
const store = createPortalStore(engine.client, keyedTable(engine));
/** Writes whatever it is given, as another release would. */
const another = createDynamoDb({ endpoint: engine.endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
afterAll(() => another.destroy());

type Item = Record<string, AttributeValue>;
const itemsOf = async (table: string): Promise<Item[]> =>
  (await engine.client.send(new ScanCommand({ TableName: table }))).Items ?? [];
const rewritten = (TableName: string, Item: Item) => another.send(new PutItemCommand({ TableName, Item }));
const newer = { v: { N: String(DATA_FORMAT + 1) } };

/**
 * A change as a release may bring it: the reason that an employee typed moves out of the event into an attribute of its
 * own, so that it can be erased alone. It touches accesses and nothing else.
 */
const TYPED_REASON_APART: FormatStep = {
  since: "2027-02-01",
  upgrade: (item) => {
    if (item["event"]?.S === undefined) return item;
    const { purposeText, ...event } = JSON.parse(item["event"].S);
    return { ...item, event: { S: JSON.stringify(event) }, ...(purposeText && { purposeText: { S: purposeText } }) };
  },
};

describe("an item of the format before", () => {
  it("is read as the newer one, and the table is left as it is", async () => {
    await log.append([arrival({ eventId: "old", purposeText: "The customer rang twice" })]);
    const before = await itemsOf(engine.accessLogTable);
    const [access] = before.filter(({ event }) => event?.S !== undefined);
    const upgraded = inPresentFormat(access ?? {}, [TYPED_REASON_APART]);
    expect(upgraded["v"]).toEqual({ N: "2" });
    expect(upgraded["purposeText"]).toEqual({ S: "The customer rang twice" });
    expect(upgraded["event"]?.S).not.toContain("rang");
    expect(upgraded["event"]?.S).toContain('"eventId":"old"');
    expect(await itemsOf(engine.accessLogTable)).toEqual(before);
  });

  it("keeps what a step does not know, and its keys", async () => {
    const [claim = {}] = (await itemsOf(engine.accessLogTable)).filter(({ content }) => content !== undefined);
    expect(inPresentFormat(claim, [TYPED_REASON_APART])).toEqual({ ...claim, v: { N: "2" } });
  });

  it("goes through every step from its own on, once and in their order", () => {
    const steps = Array.from(
      { length: 6 },
      (_, at): FormatStep => ({
        since: "2027-01-01",
        upgrade: (item) => ({ ...item, trail: { S: `${item["trail"]?.S ?? ""}${at + 1}` } }),
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }), (from) => {
        const read = inPresentFormat({ v: { N: String(from) } }, steps);
        expect(read["trail"]?.S ?? "").toBe("123456".slice(from - 1));
        expect(read["v"]).toEqual({ N: "7" });
        expect(inPresentFormat(read, steps)).toEqual(read);
      }),
    );
  });
});

describe("the steps between formats", () => {
  it("lead to the format that is written, in the order of their releases", () => {
    expect(FORMAT_STEPS).toHaveLength(DATA_FORMAT - 1);
    const dates = FORMAT_STEPS.map(({ since }) => since);
    expect(dates).toEqual(dates.toSorted());
  });
});

describe("an item of a newer release", () => {
  it("is refused with a code of its own wherever it is read, and never taken for something else", async () => {
    await log.append([arrival({ eventId: "newer" }, { customerKeys: ["customer-2"] })]);
    for (const item of await itemsOf(engine.accessLogTable))
      if (item["event"]?.S?.includes('"newer"') || item["customerKey"]?.S === "event#orders#newer")
        await rewritten(engine.accessLogTable, { ...item, ...newer });
    const put = async (key: { pk: string; sk: string }, rest: Item) =>
      rewritten(engine.portalTable, { pk: { S: key.pk }, sk: { S: key.sk }, ...rest, ...newer });
    await put(guardKey("address"), { revision: { N: "1" } });
    await put(sourceKey("orders"), { report: { S: "{}" }, version: { N: "1" } });
    await put(caseItemKey({ type: "order", id: "O-1" }), { fact: { S: "{}" } });

    const reads = [
      allOf(log, "customer-2"),
      log.append([arrival({ eventId: "newer" }, { customerKeys: ["customer-2"] })]),
      store.guardOf("address", Date.parse(NOW)),
      createSources(engine.client, engine.portalTable).all(),
      createFacts(engine.client, engine.portalTable).cases([{ type: "order", id: "O-1" }]),
    ];
    for (const read of await Promise.allSettled(reads))
      expect(read).toMatchObject({ status: "rejected", reason: { code: "DATA_FORMAT_NEWER" } });
  });

  it.each([{}, { v: { S: "1" } }, { v: { N: "0" } }, { v: { N: "1.5" } }])(
    "or one that does not say what it is, such as %j, is nothing of ours",
    (item) => {
      expect(() => inPresentFormat(item)).toThrow();
    },
  );
});

describe("what tests write", () => {
  it("cannot leave out its format: on the engine every write is looked at", async () => {
    const unmarked = new PutItemCommand({ TableName: engine.portalTable, Item: { pk: { S: "a" }, sk: { S: "b" } } });
    await expect(engine.client.send(unmarked)).rejects.toThrow("without its data format, of pk, sk");
  });
});
