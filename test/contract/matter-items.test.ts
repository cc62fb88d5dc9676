import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { describe, expect, it } from "vitest";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { ACTS } from "../../functions/domain/matter-acts.ts";
import { NOW } from "../support/arrivals.ts";
import { ACT_NAMES, DEEDS, question, SAID } from "../support/deeds.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { DPO, entry, matter } from "../support/matters.ts";

const engine = await useEngine();

describe("the items of matters", () => {
  it("hold nothing personal in clear, and a time to live in every item that is not a place in the queue", async () => {
    const table = keyedTable(engine);
    const store = createPortalStore(engine.client, table);
    const matters = createMatterStore(engine.client, table);
    const customerKey = randomUUID();
    const opened = matter({ customerKey, reference: "RG-CANA-RY00", address: "canary@example.com", handler: DPO });
    await store.commit([
      { kind: "open-matter", matter: opened, entry: entry(question()) },
      { kind: "open-link", link: { tokenKey: "key", reference: opened.reference, askId: "a", endsAt: 1 } },
      {
        ...{ kind: "rule", customerKey },
        ruling: {
          ...{ kind: "explanation", at: NOW, reference: opened.reference, words: SAID },
          access: { source: "orders", eventId: "e-1" },
        },
      },
    ]);
    let from = await matters.matterOf(opened.reference);
    for (const [deed, to] of [
      [DEEDS.take, { state: "in-hand" }],
      [DEEDS.ask, {}],
      [DEEDS.message, {}],
      [DEEDS.close, { state: "closed", closedAt: NOW }],
    ] as const) {
      if (from === undefined) throw new Error("The matter was lost.");
      await store.commit([{ kind: "move-matter", from, to: { ...from.value, ...to }, entry: entry(deed) }]);
      from = await matters.matterOf(opened.reference);
    }
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.portalTable }));
    const dump = JSON.stringify(Items);
    for (const secret of ["canary", "Eleanor", "amelia", "example.com"]) expect(dump).not.toContain(secret);
    const mortal = Items.filter(({ pk, sk }) => pk?.S !== "matters" && sk?.S !== "open-matter" && sk?.S !== "case");
    expect(mortal.length).toBeGreaterThan(10);
    for (const item of mortal) expect([item["sk"]?.S, Number(item["expiresAt"]?.N) > 0]).toEqual([item["sk"]?.S, true]);
    expect(Object.keys(ACTS)).toHaveLength(ACT_NAMES.length);
  });
});
