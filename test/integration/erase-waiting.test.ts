import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { paginateScan } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { BULK_READS } from "../../functions/domain/access.ts";
import { ERASED_WITHIN_MS } from "../../functions/domain/erasure.ts";
import type { MailContent, MailStanding } from "../../functions/domain/outbox.ts";
import { allOf, eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { openIntake } from "../support/intake-door.ts";
import { sweep } from "../support/sweep.ts";

const { engine, directory: folder, keyring, run } = await useCli();
const { client, portalTable, accessLogTable } = engine;
const store = createPortalStore(client, { name: portalTable, keyring });
const directory = createDirectory(client, portalTable);
const intake = openIntake(engine, { keyring, startAt: Date.now() });

const DAY = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * DAY).toISOString();
const ANA = "canary-ana";
/** Late without saying so, so it waits. */
const late = (eventId: string, changes: object = {}) => ({
  ...eventInput({ eventId, customerId: ANA, occurredAt: daysAgo(20), case: { type: "order", id: "O-ana" } }),
  ...changes,
});

const waiting = async () => {
  const entries = (await Array.fromAsync(intake.quarantine.opened())).flat();
  return entries.map(({ text }) => JSON.parse(text)).sort((one, other) => (one.eventId < other.eventId ? -1 : 1));
};
const mailKeys = async () => (await Array.fromAsync(store.waitingMails())).flat().map((key) => key.split("#")[1]);
const items = async () => {
  const scans = [portalTable, accessLogTable].map((TableName) =>
    Array.fromAsync(paginateScan({ client }, { TableName, ConsistentRead: true })),
  );
  return (await Promise.all(scans)).flat().flatMap(({ Items = [] }) => Items);
};
const report = z.object({ executed: z.boolean(), items: z.record(z.string(), z.int()) });
const erase = async (...words: string[]) => {
  const { code, stdout, stderr } = await run(["erase", "--json", ...words]);
  if (code !== 0) throw new Error(stderr);
  return report.parse(JSON.parse(stdout));
};
const replay = async () => {
  const { stdout } = await run(["quarantine", "replay", "--all", "--json"]);
  return JSON.parse(stdout);
};
const rowsOf = async (customerKey: string) =>
  (await allOf(intake.accessLog, customerKey)).map(({ eventId, recordCount }) => [eventId, recordCount]);

const queue = async (name: string, address: string, content: MailContent, standing: Partial<MailStanding> = {}) => {
  const waits: MailStanding = { state: "pending", tries: 0, at: Date.now(), uselessAt: Date.now() + DAY, ...standing };
  const mail = { mailKey: `${daysAgo(0)}#${name}`, address, language: "en", content, standing: waits } as const;
  expect(await store.commit([{ kind: "queue-mail", mail }])).toBe(true);
};

const SENT = [
  late("1-hers"),
  late("2-both", { customerId: [ANA, "Bea"] }),
  late("3-bulk", { customerId: [ANA], recordCount: 500 }),
  late("4-misspelt", { customerId: undefined, customer: ANA }),
  late("5-theirs", { customerId: "Bea", onBehalfOf: ANA }),
  late("6-ahead", { occurredAt: daysAgo(-20) }),
];
const ERASED = { erased: true };

beforeAll(async () => {
  const link = (address: string, id: string) =>
    directory.link([{ addressKey: keyring.addressKey(address), customerKey: keyring.customerKey(id) }]);
  await link("ana@example.com", ANA);
  await link("home@example.com", ANA);
  await link("home@example.com", "Bea");
  await link("bea@example.com", "Bea");
  const reference = "RG-0000-ANAA";
  await queue("code", "ana@example.com", { kind: "code", code: "12345678" });
  await queue("parked", "ana@example.com", { kind: "confirmation", reference }, { state: "parked", tries: 36 });
  await queue("owed", "Ana@Example.com", { kind: "confirmation", reference });
  await queue("useless", "ana@example.com", { kind: "address-changed" }, { uselessAt: Date.now() - 1 });
  await queue("shared", "home@example.com", { kind: "code", code: "12345678" });
  await queue("other", "bea@example.com", { kind: "code", code: "12345678" });
  expect((await intake.send(SENT)).map(({ outcome }) => outcome)).toEqual(SENT.map(() => "quarantined"));
});

describe("a customer's own erasure", () => {
  it("says what of theirs waits, and changes nothing by that", async () => {
    const before = [await waiting(), await mailKeys()];
    const { items: counts } = await erase("--customer", ANA);
    expect(counts).toMatchObject({ "quarantined-event": 3, "quarantined-name": 2, mail: 3, "owed-mail": 1 });
    expect([await waiting(), await mailKeys()]).toEqual(before);
    const { stdout } = await run(["erase", "--customer", ANA]);
    expect(stdout).toMatch(
      /of 1 customer, up to[\s\S]+3 {2}events that wait[\s\S]+Would stay:[\s\S]+1 {2}mails that the/,
    );
  });

  it("takes away their events that wait and the name alone where others are named, and mails that nobody needs", async () => {
    await erase("--customer", ANA, "--execute");
    expect(await waiting()).toMatchObject([
      { eventId: "2-both", customerId: [ERASED, "Bea"] },
      { eventId: "3-bulk", customerId: [ERASED], recordCount: 500 },
      { eventId: "5-theirs", customerId: "Bea" },
    ]);
    expect(await mailKeys()).toEqual(["owed", "shared", "other"]);
    expect((await erase("--customer", ANA, "--execute")).items).toEqual({});
  });

  it("is not undone by a sender that repeats itself: what comes again waits without them, or is expired", async () => {
    const before = await waiting();
    // What cannot be read names nobody: the next replay of erasures finds it.
    const again = SENT.filter(({ eventId }) => eventId !== "4-misspelt" && eventId !== "6-ahead");
    const results = (await intake.send(again)).map(({ eventId, outcome, code }) => [eventId, outcome, code]);
    expect(results).toEqual([
      ["1-hers", "rejected", "EVENT_EXPIRED"],
      ...["2-both", "3-bulk", "5-theirs"].map((eventId) => [eventId, "quarantined", "EVENT_LATE"]),
    ]);
    expect(await waiting()).toEqual(before);
  });

  it("leaves the others' looks whole: replayed, they are in their records, with how many it showed and without a case of hers", async () => {
    expect(await replay()).toEqual({ accepted: 3 });
    expect(await waiting()).toEqual([]);
    expect(await rowsOf(keyring.customerKey(ANA))).toEqual([]);
    expect((await rowsOf(keyring.customerKey("Bea"))).sort()).toEqual([
      ["2-both", 2],
      ["5-theirs", undefined],
    ]);
    expect(await rowsOf(BULK_READS)).toEqual([["3-bulk", 500]]);
  });

  it("refuses an event of theirs that a backup brought back into the quarantine, and lets go of it", async () => {
    const [kept] = SENT;
    const entry = { code: "EVENT_LATE", field: "occurredAt", source: "orders", receivedAt: daysAgo(10) };
    const back = { ...entry, id: "a".repeat(32), text: JSON.stringify(kept), eraseAt: daysAgo(-300) };
    await intake.quarantine.put([back]);
    expect(await replay()).toEqual({ EVENT_EXPIRED: 1 });
    expect([await waiting(), await rowsOf(keyring.customerKey(ANA))]).toEqual([[], []]);
    // Likewise before anybody replays it, with the list of erasures.
    await intake.quarantine.put([back]);
    await directory.link([
      { addressKey: keyring.addressKey("ana@example.com"), customerKey: keyring.customerKey(ANA) },
    ]);
    await queue("again", "ana@example.com", { kind: "paused" }, { state: "parked" });
    const list = join(folder, "erasures.ndjson");
    await writeFile(list, (await run(["erase", "--list"])).stdout);
    expect(await erase("--replay", "--from", list, "--execute")).toMatchObject({
      items: { "address-link": 1, "quarantined-event": 1, mail: 1, "owed-mail": 1 },
    });
    expect([await waiting(), await mailKeys()]).toEqual([[], ["owed", "shared", "other"]]);
  });

  it("has left nothing but its own note after the promised time, and nothing at all that waits after 400 days", async () => {
    // Somebody tried to send what was owed, until it was parked.
    const [owed] = (await Array.fromAsync(store.queuedMails()))
      .flat()
      .filter(({ value }) => value.mailKey.endsWith("owed"));
    if (owed === undefined) throw new Error("The mail is gone.");
    const taken = { ...owed.value.standing, state: "sending", tries: 36 } as const;
    await store.commit([{ kind: "move-mail", mail: owed, to: taken }]);
    const sending = { value: { ...owed.value, standing: taken }, revision: owed.revision + 1 };
    await store.commit([{ kind: "move-mail", mail: sending, to: { ...taken, state: "parked" } }]);

    await sweep(engine, Date.now() + ERASED_WITHIN_MS);
    const key = keyring.customerKey(ANA);
    const addressKey = keyring.addressKey("ana@example.com");
    const naming = (await items()).filter((item) =>
      [key, addressKey].some((one) => JSON.stringify(item).includes(one)),
    );
    expect(naming.map(({ pk, sk }) => `${pk?.S} ${sk?.S}`.replaceAll(key, "K")).sort()).toEqual([
      "customer#K erased",
      "erasures K",
    ]);
    expect([await waiting(), await mailKeys()]).toEqual([[], []]);

    await intake.send([late("7-waits", { customerId: "Bea", purpose: "CURIOSITY" })]);
    expect(await waiting()).toHaveLength(1);
    await sweep(engine, Date.now() + 401 * DAY);
    expect([await waiting(), await mailKeys()]).toEqual([[], []]);
    expect((await items()).filter(({ employeeMonth }) => employeeMonth !== undefined)).toEqual([]);
  });
});
