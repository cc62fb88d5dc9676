import { type AttributeValue, paginateScan } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, it } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createIdentities } from "../../functions/adapters/identities.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { createStaffStore } from "../../functions/adapters/staff-store.ts";
import * as tableKeys from "../../functions/adapters/table-keys.ts";
import { NEW_GUARD } from "../../functions/domain/confirmation.ts";
import { caseOf } from "../../functions/domain/matter-case.ts";
import { eraseAt } from "../../functions/domain/retention.ts";
import type { Change } from "../../functions/use-cases/identity-ports.ts";
import { arrival, NOW } from "../support/arrivals.ts";
import { DEEDS, question, SAID } from "../support/deeds.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { DPO, entry, matter } from "../support/matters.ts";
import { someNumbers } from "../support/numbers.ts";
import { sweep } from "../support/sweep.ts";

const now = Date.parse(NOW);
const DAY = 24 * 3_600_000;
const YEAR = 366;

/** Days after which an item of a kind has ended at the latest; or why nothing but people ends it. */
type End = number | string;
const UNTIL_ERASED = "as long as the company says so; `regard erase` ends it at the customer's request";
const WHILE_OPEN = "as long as the matter is open; its end is the end of this";

/** Every kind of item, by the name of its key in table-keys.ts. A new kind is refused until it stands here. */
const KINDS: Readonly<Record<string, readonly [key: RegExp, end: End]>> = {
  access: [/^customer-1 \d{4}-/, 365],
  claimKey: [/^event#\S+ claim$/, 365],
  directoryKey: [/^address#\S+ customer#/, UNTIL_ERASED],
  sourceKey: [/^sources /, "a source's counter: nothing in it is about a person"],
  caseItemKey: [/^case#\["order",\S+ case$/, 4 * YEAR],
  customerCaseKey: [/^customer#\S+ case#/, 4 * YEAR],
  employeeItemKey: [/^employee#\S+ employee$/, 4 * YEAR],
  employeeListKey: [/^employees /, 4 * YEAR],
  senderItemKey: [/^sender#/, 4 * YEAR],
  shiftItemKey: [/^employee#\S+ shift#/, 4 * YEAR],
  customerFactKey: [/^customer#\S+ facts$/, UNTIL_ERASED],
  guardKey: [/^address#\S+ guard$/, 31],
  unknownNoticeKey: [/^address#\S+ unknown$/, 1],
  spentItemKey: [/^address#\S+ spent#/, 1],
  addressChangeItemKey: [/^address-changes /, 38],
  challengeItemKey: [/^challenge#/, 1],
  sessionItemKey: [/^session#\S+ session$/, 1],
  askedForKey: [/^session#\S+ request#/, 1],
  attemptItemKey: [/^staff-attempt#/, 1],
  staffSessionItemKey: [/^staff-session#/, 1],
  requestItemKey: [/^customer#\S+ request#/, 3 * YEAR],
  referenceItemKey: [/^reference#/, 4 * YEAR],
  auditItemKey: [/^audit#/, 3 * YEAR],
  numbersItemKey: [/^numbers /, "statistics of five people and more"],
  outboxItemKey: [/^outbox /, 31],
  matterItemKey: [/^matter#\S+ matter$/, 4 * YEAR],
  entryItemKey: [/^matter#\S+ entry#/, 4 * YEAR],
  openMatterItemKey: [/^matters /, WHILE_OPEN],
  closedMatterItemKey: [/^matters#/, 4 * YEAR],
  customerMatterKey: [/^customer#\S+ matter#/, 4 * YEAR],
  customerOpenMatterKey: [/^customer#\S+ open-matter$/, WHILE_OPEN],
  matterCase: [/^case#\["matter","RG-C\S+ case$/, 4 * YEAR],
  openMatterCase: [/^case#\["matter","RG-0\S+ case$/, WHILE_OPEN],
  lettersSeenKey: [/^customer#\S+ letters-seen#/, 3 * YEAR],
  holdItemKey: [/^holds RG-(C|R)/, 124],
  openHold: [/^holds RG-0/, WHILE_OPEN],
  linkItemKey: [/^link#/, 10],
  rulingItemKey: [/^customer#\S+ ruling#/, 4 * YEAR],
  identityItemKey: [/^customer#\S+ identity$/, UNTIL_ERASED],
  customerErasureKey: [/^customer#\S+ erased$/, 3 * YEAR],
  erasureItemKey: [/^erasures /, 3 * YEAR],
  raisedItemKey: [/^raised#/, 3 * YEAR],
  untold: [/^signals untold$/, "a count"],
  findingItemKey: [/^findings /, 3 * YEAR],
  apartItemKey: [/^apart /, 400],
};

const engine = await useEngine();

type Item = Readonly<Record<string, AttributeValue>>;
const scan = async (): Promise<readonly Item[]> => {
  const tables = [engine.accessLogTable, engine.portalTable];
  const pages = tables.map((TableName) => Array.fromAsync(paginateScan({ client: engine.client }, { TableName })));
  return (await Promise.all(pages)).flat().flatMap(({ Items = [] }) => Items);
};
const kindOf = ({ pk, sk, customerKey, sortKey }: Item): string => {
  const key = `${pk?.S ?? customerKey?.S} ${sk?.S ?? sortKey?.S}`;
  return Object.keys(KINDS).find((kind) => KINDS[kind]?.[0].test(key)) ?? key;
};

/** Writes one item of every kind, by the ports that write it. */
const fill = async (): Promise<void> => {
  const { client, accessLogTable, portalTable } = engine;
  const table = keyedTable(engine);
  const store = createPortalStore(client, table);
  const commit = async (...changes: readonly Change[]) => {
    expect(await store.commit(changes)).toBe(true);
  };
  const log = createAccessLog(client, accessLogTable, () => now);
  const occurredAt = new Date(now - DAY).toISOString();
  await log.append([arrival({ occurredAt }, { eraseAt: eraseAt(occurredAt, 12) })]);
  await createDirectory(client, portalTable).link([{ addressKey: "a", customerKey: "c" }]);
  await createIdentities(client, table).keep([{ customerKey: "c", customerId: "C-1" }]);
  await createSources(client, portalTable).note({ source: "crm", since: NOW, lastReceivedAt: NOW, ranges: [] });
  const facts = createFacts(client, portalTable);
  const closed = { openedAt: NOW, closedAt: NOW, employeeIds: [], units: [] };
  await facts.putCases([{ type: "order", id: "O-1", customerKey: "c", ...closed }]);
  await facts.putEmployees([{ id: "E-1", protected: false, leftOn: NOW.slice(0, 10), senderKeys: ["s"] }]);
  await facts.putShifts([{ employeeId: "E-1", from: NOW, to: NOW }]);
  await facts.putCustomers([{ customerKey: "c" }]);
  await createApart(client, portalTable, () => now).note([{ employeeId: "E-1", month: "2026-06" }]);
  await createNumbersStore(client, table).keep(someNumbers());
  const staff = createStaffStore(client, table);
  const times = { openedAt: now, seenAt: now };
  await staff.keepAttempt({ attemptKey: "t", language: "en", startedAt: now });
  const audit = { kind: "audit", act: "staff-signed-in", at: now, subject: "s" } as const;
  const roles = ["dpo" as const];
  const signedIn = { sessionKey: "staff", staffKey: "k", name: "E", roles, authenticatedAt: now, ...times };
  await staff.openSession(signedIn, undefined, { ...audit, id: "1" });

  const address = "a@example.com";
  const addressed = { addressKey: "a", address, language: "en" } as const;
  const request = { state: "received", customerKey: "c", reference: "RG-R000-0000", receivedAt: NOW } as const;
  const opened = matter({ reference: "RG-C000-0000", customerKey: "c" });
  const open = matter({ reference: "RG-0000-0000", customerKey: "d" });
  await commit(
    { kind: "guard", addressKey: "a", guard: { value: NEW_GUARD, revision: 0 }, now },
    {
      kind: "open-challenge",
      challenge: {
        ...addressed,
        state: "open",
        attempts: 0,
        expiresAt: now,
        challengeKey: "c",
        salt: "s",
        codeMac: "m",
      },
    },
    { kind: "open-session", session: { ...addressed, sessionKey: "s", accounts: ["c"], ...times } },
    {
      kind: "open-request",
      request: { ...request, period: { from: NOW, to: NOW } },
      asked: { sessionKey: "s", account: 1, dates: {} },
      askedUntil: NOW,
    },
    { kind: "tell-unknown", addressKey: "a", mailKey: "m", now },
    {
      kind: "queue-mail",
      mail: {
        ...{ mailKey: "m", address, language: "en", content: { kind: "paused" } },
        standing: { state: "pending", tries: 0, at: now, uselessAt: now },
      },
    },
    { kind: "spend", addressKey: "a", what: "words", spentAt: { value: [now], revision: 0 }, now },
    {
      kind: "move-address-change",
      act: "ask",
      to: {
        value: {
          ...addressed,
          ...{ state: "asked", requestedAt: now, takesEffectAt: now, newAddress: address },
          ...{ sessionKey: "s", challengeKey: "c", customerKeys: ["c"] },
        },
        revision: 0,
      },
    },
    { kind: "see-letters", customerKey: "c", reference: opened.reference, seenAt: NOW },
    { kind: "note-erasure", erasure: { customerKey: "c", upTo: NOW }, now },
    {
      kind: "remember-raised",
      raisedKey: "r",
      raised: { value: { reference: "r", rules: [], basis: [] }, revision: 0 },
      until: Date.parse(eraseAt(NOW, 12)),
    },
    { kind: "count-untold", untold: { value: 1, revision: 0 } },
    {
      kind: "keep-finding",
      finding: {
        value: { findingId: "f", state: "open", source: "crm", hits: [], foundAt: NOW, lastFoundAt: NOW },
        revision: 0,
      },
    },
  );
  await commit(
    { kind: "open-matter", matter: opened, entry: entry(question()) },
    { kind: "keep-case", case: caseOf(opened) },
    { kind: "open-link", link: { tokenKey: "t", reference: opened.reference, askId: "a", endsAt: now + 7 * DAY } },
    {
      ...{ kind: "rule", customerKey: "c" },
      ruling: { kind: "release", at: NOW, reference: opened.reference, employeeId: "E-1" },
    },
    { kind: "open-matter", matter: open, entry: entry(question(), "2") },
    { kind: "keep-case", case: caseOf(open) },
  );
  const matters = createMatterStore(client, table);
  const from = await matters.matterOf(opened.reference);
  if (from === undefined) throw new Error("The matter was lost.");
  const taken = { ...opened, state: "in-hand", handler: DPO } as const;
  await commit({ kind: "move-matter", from, to: taken, entry: entry(DEEDS.take, "3") });
  const over = { ...taken, state: "closed", closedAt: NOW } as const;
  await commit(
    { kind: "move-matter", from: { value: taken, revision: 2 }, to: over, entry: entry(DEEDS.close, "4") },
    { kind: "keep-case", case: caseOf(over) },
  );
  expect(SAID).not.toBe("");
};

beforeAll(fill);

describe("everything that is kept", () => {
  it("is of a kind that the list of ends knows, and every kind that has a key is in it", async () => {
    const seen = new Set((await scan()).map(kindOf));
    expect([...seen].sort()).toEqual(Object.keys(KINDS).sort());
    const keyed = Object.keys(tableKeys).filter((name) => /^(?!read|employeeMonth|access|shift).*Key$/.test(name));
    expect(keyed.filter((name) => KINDS[name] === undefined)).toEqual([]);
  });

  it("has an end by its policy, or a reason why people end it", async () => {
    for (const item of await scan()) {
      const kind = kindOf(item);
      const end = KINDS[kind]?.[1];
      const expiresAt = item["expiresAt"]?.N;
      if (typeof end === "string") expect([kind, expiresAt]).toEqual([kind, undefined]);
      else expect([kind, Number(expiresAt) * 1_000 <= now + (end ?? 0) * DAY + 1_000]).toEqual([kind, true]);
    }
  });

  it("is gone when it has ended: after 400 days the log, its index and what it left; then all but what people end", async () => {
    const left = async (days: number): Promise<readonly string[]> => {
      await sweep(engine, now + days * DAY);
      return [...new Set((await scan()).map(kindOf))].sort();
    };
    const kinds = (wanted: (end: End) => boolean) =>
      Object.keys(KINDS)
        .filter((kind) => wanted(KINDS[kind]?.[1] ?? ""))
        .sort();
    expect(await left(401)).toEqual(
      kinds((end) => typeof end === "string" || end > 401).filter((kind) => kind !== "raisedItemKey"),
    );
    const index = createAccessLog(engine.client, engine.accessLogTable, () => now).employeeMonths();
    expect((await Array.fromAsync(index)).flat()).toEqual([]);
    expect(await left(5 * YEAR)).toEqual(kinds((end) => typeof end === "string"));
  });
});
