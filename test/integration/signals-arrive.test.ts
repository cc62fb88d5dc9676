import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createMatterStore } from "../../functions/adapters/matter-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createSignalStore } from "../../functions/adapters/signal-store.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { createUsualDays } from "../../functions/adapters/usual-days.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { Entry } from "../../functions/contract/matter-entry.ts";
import { actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import { judgeArrivals } from "../../functions/use-cases/judge-arrivals.ts";
import config from "../../regard.config.ts";
import { eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { sendEvents } from "../support/events.ts";
import { mailsTo, startTestPortal } from "../support/portal.ts";

const DAY = 24 * 60 * 60 * 1_000;
const MINUTE = 60_000;
const ago = (days: number): string => new Date(Date.now() - days * DAY).toISOString();
const DPO = { kind: "staff", role: "dpo", id: "dpo-1", name: "Eleanor Ashby" } as const;

const cli = await useCli();

/** Everything that the schedule works with, on the real engine, some minutes ahead of the clock on the wall. */
const desk = () => {
  const { client, accessLogTable, portalTable } = cli.engine;
  const table = { name: portalTable, keyring: cli.keyring };
  let ahead = 0;
  const clock = () => Date.now() + ahead;
  const parts = {
    ...{ config, clock, random: randomBytes, keyring: cli.keyring },
    accessLog: createAccessLog(client, accessLogTable, clock),
    facts: createFacts(client, portalTable),
    sources: createSources(client, portalTable),
    store: createPortalStore(client, table),
    matters: createMatterStore(client, table),
    signals: createSignalStore(client, table),
    apart: createApart(client, portalTable, clock),
    usualDays: createUsualDays(client, portalTable, clock),
  };
  const told = async () => {
    const mails = [];
    for await (const keys of parts.store.waitingMails())
      for (const key of keys) mails.push((await parts.store.mailOf(key))?.value.content);
    return mails;
  };
  const turn = () => {
    ahead += 5 * MINUTE;
    return judgeArrivals(parts, clock() + MINUTE);
  };
  const close = async (reference: string) => {
    const by = DPO;
    await actOnMatter(parts, { reference, by }, "take", () => ({ deed: { act: "take" } }));
    const deed = { act: "close", outcome: "no-finding", words: "A lost key." } as const;
    await actOnMatter(parts, { reference, by }, "close", () => ({ deed, to: { outcome: "no-finding" } }));
  };
  return { ...parts, turn, told, close };
};

const importEvents = async (name: string, events: readonly Partial<AccessEventInput>[]) => {
  const path = join(cli.directory, `${name}.ndjson`);
  writeFileSync(path, events.map((event) => `${JSON.stringify(eventInput(event))}\n`).join(""));
  const ran = await cli.run(["import", path, "--format", "ndjson", "--json"]);
  expect([ran.code, ran.stderr]).toEqual([0, expect.not.stringContaining("set apart")]);
};
const signalsOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ deed }) =>
    (deed.act === "raise" || deed.act === "join") && deed.part.kind === "signal"
      ? [[deed.act, deed.part.rule, deed.part.accesses.map(({ eventId }) => eventId)]]
      : [],
  );

test("planted misuse comes to the desk once: again is nothing, closed stays closed, and a new look is news", async () => {
  const { turn, told, close, facts, matters, signals } = desk();
  const customer = { customerKey: cli.keyring.customerKey("C-1"), employeeIds: ["emp-7"], units: [] };
  await facts.putCases([{ ...customer, type: "order", id: "O-77", openedAt: ago(42), closedAt: ago(40) }]);
  const later = (day: number) => ({ eventId: `later-${day}`, occurredAt: ago(day), action: "reveal" as const });
  const other = { customerId: "C-2", case: undefined };
  const log = [
    { eventId: "delivery", occurredAt: ago(40.1) },
    ...[35, 33, 31, 29].map(later),
    {
      ...other,
      eventId: "bulk",
      occurredAt: ago(20),
      action: "export" as const,
      recordCount: 40,
      purpose: "MARKETING",
    },
    { ...other, eventId: "machine", occurredAt: ago(3), employee: { id: "job", type: "system" as const } },
  ];
  await importEvents("log", log);

  expect(await turn()).toEqual({ read: 1, raised: 2, failures: [] });
  const [matter, ...more] = await matters.openMatters();
  expect([matter?.kinds, matter?.customerKey, more]).toEqual([["signal"], customer.customerKey, []]);
  const reference = matter?.reference ?? "";
  const raised = ["raise", "contact-after-job, repeat-interest", ["later-35", "later-33", "later-31", "later-29"]];
  expect(signalsOf(await matters.entriesOf(reference))).toEqual([raised]);
  expect((await signals.findings()).map(({ value }) => [value.employeeId, value.hits[0]?.rule])).toEqual([
    ["emp-7", "export"],
  ]);
  expect(await told()).toEqual([{ kind: "signals", count: 2 }]);

  expect(await turn()).toEqual({ read: 0, raised: 0, failures: [] });
  await importEvents("again", log);
  expect(await turn()).toEqual({ read: 1, raised: 0, failures: [] });
  const since = ["signals", "--since", ago(60).slice(0, 10)];
  expect((await cli.run([...since, "--open"])).stderr).toContain("0 of them brought something new");

  await close(reference);
  await importEvents("once-more", log);
  expect(await turn()).toMatchObject({ read: 1, raised: 0 });
  expect(await matters.openMatters()).toEqual([]);
  expect(await told()).toHaveLength(1);

  await importEvents("new", [later(28)]);
  expect(await turn()).toMatchObject({ raised: 1, failures: [] });
  const [again, ...others] = await matters.openMatters();
  expect([again?.reference === reference, others]).toEqual([false, []]);
  expect(signalsOf(await matters.entriesOf(again?.reference ?? ""))).toEqual([
    ["raise", "contact-after-job, repeat-interest", ["later-28"]],
  ]);
  expect(await turn()).toMatchObject({ read: 0, raised: 0 });
  expect(await told()).toHaveLength(2);
});

test("regard signals opens matters only where it is asked to, and the schedule adds nothing to them", async () => {
  const { turn, matters } = desk();
  const before = (await matters.openMatters()).length;
  await importEvents("unknown", [
    {
      eventId: "u-1",
      occurredAt: ago(10),
      employee: { id: "ghost" },
      purpose: "NOT_RECORDED",
      customerId: "C-9",
      case: undefined,
    },
  ]);
  const words = ["signals", "--since", ago(12).slice(0, 10)];
  expect((await cli.run(words)).stderr).toContain("1 signal. This look was logged.");
  expect(await matters.openMatters()).toHaveLength(before);
  const { code, stderr } = await cli.run([...words, "--open"]);
  expect([code, stderr]).toEqual([0, expect.stringContaining("1 of them brought something new to the desk.")]);
  expect(await matters.openMatters()).toHaveLength(before + 1);
  expect(await turn()).toMatchObject({ read: 1, raised: 0, failures: [] });
});

describe("the portal itself", () => {
  test("runs the rules by its schedule, and mails its desk that something waits", async () => {
    const portal = await startTestPortal({ empty: true });
    try {
      await sendEvents(portal, [
        eventInput({ occurredAt: ago(5), employee: { id: "ghost" }, purpose: "NOT_RECORDED", case: undefined }),
      ]);
      const waiting = () => mailsTo(portal, config.dpo.email);
      for (let n = 0; (await waiting()).length === 0 && n < 80; n += 1) {
        await sleep(500);
        await portal.schedules.runNow();
      }
      await portal.schedules.runNow();
      const mails = await waiting();
      expect(mails.map(({ subject }) => subject)).toEqual(["At the desk: 1 signal waits"]);
      expect(mails[0]?.body.text).not.toContain("ghost");
    } finally {
      await portal.stop();
    }
  });
});
