import { expect } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createIdentities } from "../../functions/adapters/identities.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createQuarantine } from "../../functions/adapters/quarantine.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { createStaffStore } from "../../functions/adapters/staff-store.ts";
import { createUsualDays } from "../../functions/adapters/usual-days.ts";
import { NEW_GUARD } from "../../functions/domain/confirmation.ts";
import { caseOf } from "../../functions/domain/matter-case.ts";
import { eraseAt } from "../../functions/domain/retention.ts";
import type { Change } from "../../functions/use-cases/identity-ports.ts";
import { arrival, NOW } from "./arrivals.ts";
import { DEEDS, question, SAID } from "./deeds.ts";
import { type Engine, keyedTable } from "./engine.ts";
import { DPO, entry, matter } from "./matters.ts";
import { someNumbers } from "./numbers.ts";

const DAY = 24 * 3_600_000;

/** Writes one item of every kind, by the ports that write it. */
export const fillWithEveryKind = async (engine: Engine, now: number): Promise<void> => {
  const { client, accessLogTable, portalTable } = engine;
  const table = keyedTable(engine);
  const store = createPortalStore(client, table);
  const commit = async (...changes: readonly Change[]) => {
    expect(await store.commit(changes)).toBe(true);
  };
  const log = createAccessLog(client, accessLogTable, () => now);
  const occurredAt = new Date(now - DAY).toISOString();
  await log.append([arrival({ occurredAt }, { eraseAt: eraseAt(occurredAt, 12), day: occurredAt.slice(0, 10) })]);
  await createDirectory(client, portalTable).link([{ addressKey: "a", customerKey: "c" }]);
  await createIdentities(client, table).keep([{ customerKey: "c", customerId: "C-1" }]);
  const sources = createSources(client, portalTable);
  await sources.note({ source: "crm", since: NOW, lastReceivedAt: NOW, ranges: [] });
  const until = Date.parse(eraseAt(occurredAt, 12));
  await sources.announce({ source: "crm", day: occurredAt.slice(0, 10), count: 1 }, { dueAt: now, until });
  await createQuarantine(client, table, () => now).put([
    {
      id: "q",
      code: "EVENT_LATE",
      field: "",
      source: "crm",
      receivedAt: NOW,
      text: "{}",
      eraseAt: eraseAt(occurredAt, 12),
    },
  ]);
  await createUsualDays(client, portalTable, () => now).keep({ employeeId: "E-1", month: "2026-06" }, []);
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
