import { randomUUID } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { createStaffStore } from "../../functions/adapters/staff-store.ts";
import type { AuditLine } from "../../functions/use-cases/identity-ports.ts";
import type { SignedInStaff } from "../../functions/use-cases/staff-ports.ts";
import { keyedTable, useEngine } from "../support/engine.ts";

const NOW = Date.UTC(2026, 5, 15, 9);
const NAME = "Eleanor Ashby";

const engine = await useEngine();
const store = createStaffStore(engine.client, keyedTable(engine));
let id: string;
beforeEach(() => {
  id = randomUUID();
});

const session = (sessionKey = id): SignedInStaff => ({
  ...{ sessionKey, staffKey: "staff-key", name: NAME, employeeId: "E-1901", unit: "Data protection office" },
  ...{ roles: ["dpo", "approver"], openedAt: NOW, seenAt: NOW, authenticatedAt: NOW - 3_000 },
});
const line = (act: AuditLine["act"] = "staff-signed-in", lineId: string = randomUUID()): AuditLine => ({
  ...{ kind: "audit", act, at: NOW, id: lineId, subject: id },
});
const everything = async () => {
  const { Items = [] } = await engine.client.send(
    new ScanCommand({ TableName: engine.portalTable, ConsistentRead: true }),
  );
  return Items;
};
/** The audit lines about this test's subject. */
const audited = async (): Promise<unknown[]> =>
  (await everything()).flatMap((item) => (item["subject"]?.S === id ? [item["act"]?.S] : []));

describe("the desk's store", () => {
  it("gives back what was written", async () => {
    const attempt = { attemptKey: id, language: "fr", replaces: "older", startedAt: NOW } as const;
    await store.keepAttempt(attempt);
    expect(await store.takeAttempt(id)).toEqual(attempt);
    expect(await store.sessionOf(id)).toBeUndefined();
    await store.openSession(session(), undefined, line());
    expect(await store.sessionOf(id)).toEqual(session());
    expect(await audited()).toEqual(["staff-signed-in"]);
  });

  it("keeps apart what the provider does not say", async () => {
    const { employeeId: _, unit: __, ...known } = session();
    await store.openSession(known, undefined, line());
    expect(await store.sessionOf(id)).toEqual(known);
    await store.keepAttempt({ attemptKey: id, language: "en", startedAt: NOW });
    expect(await store.takeAttempt(id)).toEqual({ attemptKey: id, language: "en", startedAt: NOW });
  });

  it("gives an attempt to one of those who ask at once, and to nobody after that", async () => {
    await store.keepAttempt({ attemptKey: id, language: "en", startedAt: NOW });
    const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeAttempt(id)));
    expect(taken.filter((one) => one !== undefined)).toHaveLength(1);
    expect(await store.takeAttempt(id)).toBeUndefined();
  });

  it("ends the session that a new one replaces, in the same breath", async () => {
    const newer = randomUUID();
    await store.openSession(session(), undefined, line());
    await store.openSession(session(newer), id, line("staff-signed-in-again"));
    expect(await store.sessionOf(id)).toBeUndefined();
    expect(await store.sessionOf(newer)).toEqual(session(newer));
  });

  it("opens nothing without its audit line, and ends nothing without one", async () => {
    await store.openSession(session(), undefined, line("staff-signed-in", id));
    const newer = randomUUID();
    await expect(store.openSession(session(newer), id, line("staff-signed-in", id))).rejects.toThrow();
    expect(await store.sessionOf(newer)).toBeUndefined();
    await store.endSession(id, line("staff-signed-out", id));
    expect(await store.sessionOf(id)).toEqual(session());
  });

  it("keeps the last request moving forward, and nothing of a session that ended, which ends once", async () => {
    await store.openSession(session(), undefined, line());
    await store.noteSeen(id, NOW + 60_000);
    await store.noteSeen(id, NOW + 30_000);
    expect((await store.sessionOf(id))?.seenAt).toBe(NOW + 60_000);
    await store.endSession(id, line("staff-signed-out"));
    await store.endSession(id, line("staff-signed-out"));
    await store.noteSeen(id, NOW + 90_000);
    expect(await store.sessionOf(id)).toBeUndefined();
    expect((await audited()).toSorted()).toEqual(["staff-signed-in", "staff-signed-out"]);
  });

  it("holds no name, number or unit in clear, a time to live in every item, and a data format", async () => {
    await store.keepAttempt({ attemptKey: id, language: "en", startedAt: NOW });
    await store.openSession(session(), undefined, line());
    await store.note({ ...line("staff-sign-in-refused"), refusal: "STAFF_ROLE_MISSING" });
    const items = await everything();
    const dump = JSON.stringify(items);
    for (const secret of [NAME, "E-1901", "Data protection office"]) expect(dump).not.toContain(secret);
    expect(dump).toContain("STAFF_ROLE_MISSING");
    for (const item of items) {
      expect(item["v"]).toEqual({ N: "1" });
      expect(Number(item["expiresAt"]?.N)).toBeGreaterThan(NOW / 1_000);
    }
  });
});
