import { randomUUID } from "node:crypto";
import { GetItemCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { GUARD_LIFE_MS, NEW_GUARD } from "../../functions/domain/confirmation.ts";
import type { Change, QueuedMail, StoredChallenge } from "../../functions/use-cases/identity-ports.ts";
import { keyedTable, useEngine } from "../support/engine.ts";

const NOW = Date.UTC(2026, 5, 15, 9);
const AT = new Date(NOW).toISOString();
const ADDRESS = "nadia@example.org";

const engine = await useEngine();
const store = createPortalStore(engine.client, keyedTable(engine));
let id: string;
beforeEach(() => {
  id = randomUUID();
});

const challenge = (): StoredChallenge => ({
  state: "open",
  attempts: 0,
  expiresAt: NOW + 600_000,
  challengeKey: id,
  addressKey: id,
  address: ADDRESS,
  language: "de",
  salt: "salt",
  codeMac: "mac",
});
const mail = (): QueuedMail => ({
  mailKey: `${AT}#${id}`,
  address: ADDRESS,
  language: "fr",
  content: { kind: "code", code: "12345678" },
  standing: { state: "pending", tries: 0, at: NOW, uselessAt: NOW + 600_000 },
});
const session = () => ({
  sessionKey: id,
  addressKey: id,
  address: ADDRESS,
  accounts: ["a", "b"],
  openedAt: NOW,
  seenAt: NOW,
});
const opened = (customerKey = id, reference = "RG-0000-0001", asked = id): Change => ({
  kind: "open-request",
  request: { state: "received", customerKey, reference, receivedAt: AT, period: { from: AT, to: AT } },
  asked: { sessionKey: asked, account: 1, dates: { from: "2026-01-01" } },
  askedUntil: new Date(NOW + 3_600_000).toISOString(),
});

describe("the portal's store", () => {
  it("gives back what was written", async () => {
    expect(await store.challengeOf(id)).toBeUndefined();
    const guard = { ...NEW_GUARD, codesAt: [NOW - 1, NOW], failuresInARow: 3, newestChallenge: id };
    const changes: Change[] = [
      { kind: "guard", addressKey: id, guard: { value: guard, revision: 0 }, now: NOW },
      { kind: "open-challenge", challenge: challenge() },
      { kind: "open-session", session: session() },
      { kind: "queue-mail", mail: mail() },
      { kind: "audit", act: "code-requested", at: NOW, id, subject: id },
    ];
    expect(await store.commit(changes)).toBe(true);
    expect(await store.guardOf(id, NOW)).toEqual({ value: guard, revision: 1 });
    expect(await store.challengeOf(id)).toEqual(challenge());
    expect(await store.sessionOf(id)).toEqual(session());
    expect(await store.mailOf(mail().mailKey)).toEqual({ value: mail(), revision: 1 });
  });

  it("writes all or nothing", async () => {
    await store.commit([{ kind: "open-challenge", challenge: challenge() }]);
    const changes: Change[] = [
      { kind: "queue-mail", mail: mail() },
      { kind: "open-challenge", challenge: challenge() },
    ];
    expect(await store.commit(changes)).toBe(false);
    expect(await store.mailOf(mail().mailKey)).toBeUndefined();
  });

  it("lets only one of those that read the same guard write it, and forgets it in time", async () => {
    const guard = (failuresInARow: number, revision: number): Change => ({
      kind: "guard",
      addressKey: id,
      guard: { value: { ...NEW_GUARD, failuresInARow }, revision },
      now: NOW,
    });
    const first = await Promise.all([1, 2, 3, 4].map((failures) => store.commit([guard(failures, 0)])));
    expect(first.filter(Boolean)).toHaveLength(1);
    expect(await store.commit([guard(9, 0)])).toBe(false);
    expect(await store.commit([guard(9, 1)])).toBe(true);
    const forgotten = await store.guardOf(id, NOW + GUARD_LIFE_MS);
    expect(forgotten).toEqual({ value: NEW_GUARD, revision: 2 });
    expect(await store.commit([{ kind: "guard", addressKey: id, guard: forgotten, now: NOW }])).toBe(true);
  });

  it("refuses a challenge's step that its state does not allow, or that somebody else made before", async () => {
    const from = challenge();
    await store.commit([{ kind: "open-challenge", challenge: from }]);
    const failed = { ...from, attempts: 1 };
    expect(await store.commit([{ kind: "move-challenge", from, to: failed }])).toBe(true);
    expect(await store.commit([{ kind: "move-challenge", from, to: failed }])).toBe(false);
    expect(await store.commit([{ kind: "move-challenge", from: failed, to: { ...failed, state: "spent" } }])).toBe(
      true,
    );
    for (const state of ["open", "spent", "exhausted"] as const) {
      expect(await store.commit([{ kind: "move-challenge", from: failed, to: { ...failed, state } }])).toBe(false);
    }
  });

  it("keeps a session's last request moving forward, and nothing of one that ended", async () => {
    await store.commit([{ kind: "open-session", session: session() }]);
    await store.noteSeen(id, NOW + 60_000);
    await store.noteSeen(id, NOW + 30_000);
    expect((await store.sessionOf(id))?.seenAt).toBe(NOW + 60_000);
    await store.endSession(id);
    await store.endSession(id);
    await store.noteSeen(id, NOW + 90_000);
    expect(await store.sessionOf(id)).toBeUndefined();
  });

  it("gives a reference to one request only, and one request to a sign-in's account and dates", async () => {
    const other = randomUUID();
    expect(await store.commit([opened(id, "RG-0000-00A1")])).toBe(true);
    expect(await store.commit([opened(other, "RG-0000-00A1", other)])).toBe(false);
    expect(await store.commit([opened(id, "RG-0000-00A2")])).toBe(false);
    const asked = { sessionKey: id, account: 1, dates: { from: "2026-01-01" } };
    expect((await store.requestAskedFor(asked))?.reference).toBe("RG-0000-00A1");
    expect(await store.requestAskedFor({ ...asked, account: 2 })).toBeUndefined();
    expect(await store.requestAskedFor({ ...asked, dates: { to: "2026-01-01" } })).toBeUndefined();
    expect(await store.requestsOf(other)).toEqual([]);
  });

  it("answers a request once", async () => {
    await store.commit([opened(id, "RG-0000-00B1")]);
    const [request] = await store.requestsOf(id);
    if (request === undefined) throw new Error("the request was not kept");
    const answeredAt = new Date(NOW + 1_000).toISOString();
    expect(await store.commit([{ kind: "answer-request", request, answeredAt }])).toBe(true);
    expect(await store.commit([{ kind: "answer-request", request, answeredAt: AT }])).toBe(false);
    expect(await store.requestsOf(id)).toEqual([{ ...request, state: "answered", answeredAt }]);
  });

  it("lets only one take a message up, and nobody touch one that is gone", async () => {
    await store.commit([{ kind: "queue-mail", mail: mail() }]);
    const queued = { value: mail(), revision: 1 };
    const sending = { ...mail().standing, state: "sending", tries: 1 } as const;
    const taken = await Promise.all(
      [1, 2, 3].map(() => store.commit([{ kind: "move-mail", mail: queued, to: sending }])),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
    const held = { value: { ...mail(), standing: sending }, revision: 2 };
    expect(await store.commit([{ kind: "end-mail", mail: held }])).toBe(true);
    expect(await store.commit([{ kind: "end-mail", mail: held }])).toBe(false);
    expect(await store.commit([{ kind: "move-mail", mail: held, to: sending }])).toBe(false);
    expect(await store.mailOf(mail().mailKey)).toBeUndefined();
  });

  it("lets one message a day tell an unknown address, and that one as often as it must", async () => {
    const tell = (mailKey: string, now: number) =>
      store.commit([{ kind: "tell-unknown", addressKey: id, mailKey, now }]);
    const day = 24 * 60 * 60 * 1_000;
    const told = [await tell("one", NOW), await tell("two", NOW + day - 1), await tell("one", NOW + 1)];
    expect(told).toEqual([true, false, true]);
    expect(await tell("two", NOW + 1 + day)).toBe(true);
  });

  it("lists every message that waits, oldest first, past the first page", async () => {
    const keys = Array.from({ length: 130 }, (_, n) => `2026-06-16T00:00:00.${String(n).padStart(3, "0")}Z#${id}`);
    // Addresses of 9 KB: 130 of them are more than the megabyte that one page of a query reads.
    const address = `${"a".repeat(9_000)}@example.org`;
    for (const mailKey of keys.toReversed())
      await store.commit([{ kind: "queue-mail", mail: { ...mail(), mailKey, address } }]);
    const pages: (readonly string[])[] = [];
    for await (const page of store.waitingMails()) pages.push(page);
    expect(pages.flat().filter((key) => key.endsWith(id))).toEqual(keys);
    expect(pages.length).toBeGreaterThan(1);
  });

  it("opens every message that waits, and erases one in any state, unless somebody moved it meanwhile", async () => {
    const key = (name: string) => `2026-06-17T00:00:00.000Z#${id}-${name}`;
    const standing = { state: "parked", tries: 36, at: NOW, uselessAt: NOW + 1_000 } as const;
    const queued = ["gone", "moved"].map((name) => ({ ...mail(), mailKey: key(name), standing }));
    for (const one of queued) await store.commit([{ kind: "queue-mail", mail: one }]);
    const opened = (await Array.fromAsync(store.queuedMails())).flat();
    const [gone, moved] = queued.map((one) => opened.find(({ value }) => value.mailKey === one.mailKey));
    if (gone === undefined || moved === undefined) throw new Error("A message was not listed.");
    expect([gone.value, moved.value]).toEqual(queued);
    expect(await store.commit([{ kind: "erase-mail", mail: gone }])).toBe(true);
    expect(await store.mailOf(key("gone"))).toBeUndefined();
    expect(await store.commit([{ kind: "erase-mail", mail: { ...moved, revision: 7 } }])).toBe(false);
    expect(await store.mailOf(key("moved"))).toEqual(moved);
  });

  it("ends a message that was given up a month later, however long it would have been of use", async () => {
    const years = NOW + 3 * 366 * 24 * 3_600_000;
    const standing = { state: "sending", tries: 36, at: NOW, uselessAt: years } as const;
    const one = { ...mail(), mailKey: `2026-06-18T00:00:00.000Z#${id}`, standing };
    await store.commit([{ kind: "queue-mail", mail: one }]);
    const to = { ...standing, state: "parked" } as const;
    expect(await store.commit([{ kind: "move-mail", mail: { value: one, revision: 1 }, to }])).toBe(true);
    const Key = { pk: { S: "outbox" }, sk: { S: one.mailKey } };
    const { Item } = await engine.client.send(new GetItemCommand({ TableName: engine.portalTable, Key }));
    expect(Number(Item?.["expiresAt"]?.N)).toBe(NOW / 1_000 + 30 * 24 * 3_600);
  });

  it("holds no address and no code in clear, a time to live in every item, and a data format", async () => {
    await store.commit([
      { kind: "open-challenge", challenge: challenge() },
      { kind: "open-session", session: session() },
      { kind: "queue-mail", mail: mail() },
      opened(id, "RG-0000-00C1"),
    ]);
    const { Items = [] } = await engine.client.send(new ScanCommand({ TableName: engine.portalTable }));
    expect(Items.length).toBeGreaterThan(6);
    const dump = JSON.stringify(Items);
    for (const secret of [ADDRESS, "12345678", "example.org"]) expect(dump).not.toContain(secret);
    for (const item of Items) {
      expect(item["v"]).toEqual({ N: "1" });
      expect(Number(item["expiresAt"]?.N)).toBeGreaterThan(NOW / 1_000);
    }
  });
});
