import { describe, expect, it } from "vitest";
import type { RegardConfigInput } from "../../../functions/contract/config.ts";
import { type Manifest, manifest } from "../../../functions/contract/manifest.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { countAnnounced } from "../../../functions/handlers/watch-sources.ts";
import { announceDays } from "../../../functions/use-cases/announce-days.ts";
import { readRecord } from "../../../functions/use-cases/read-record.ts";
import { watchSources } from "../../../functions/use-cases/watch-sources.ts";
import { signalDesk } from "../../support/signal-desk.ts";

const HOUR = 3_600_000;
const DAY = "2026-07-14";

/** A company whose sources announce their days: it is 15 July 2026, noon. */
const watched = (sources: RegardConfigInput["sources"] = []) => {
  const desk = signalDesk({ sources });
  const announce = async (...said: readonly Partial<Manifest>[]) =>
    (
      await announceDays(
        desk,
        said.map((one) => manifest.parse({ source: "crm", day: DAY, count: 3, ...one })),
      )
    ).map((outcome) => (outcome instanceof Refusal ? [outcome.code, outcome.field] : outcome));
  const look = (eventId: string, changes: object = {}) => ({
    ...{ eventId, source: "crm", occurredAt: `${DAY}T10:00:00Z` },
    ...changes,
  });
  return {
    ...desk,
    announce,
    look,
    watch: () => watchSources(desk, desk.clock() + HOUR),
    findings: async () => {
      await desk.turn();
      const found = (await desk.signals.findings()).map(({ value }) => value);
      return found.flatMap(({ source, hits }) => (source === undefined ? [] : hits.map(({ words }) => words)));
    },
    coverage: async () => {
      const { header } = await readRecord(
        { ...desk, rulings: { of: async () => [] } },
        {
          ...{ customerKey: desk.keyring.customerKey("C-1"), reference: "RG-7K2M-9QXD", period: {}, language: "en" },
          generatedAt: new Date(desk.clock()).toISOString(),
        },
      );
      return header.coverage;
    },
  };
};

describe("what sources announce", () => {
  it("is kept of days that are over and held, and nothing else; one that is refused stops no other", async () => {
    const { announce } = watched();
    expect(
      await announce(
        {},
        { day: "2026-07-15" },
        { day: "2026-07-16" },
        { day: "2025-07-15" },
        { day: "2025-07-16" },
        { source: "regard" },
        { source: "till" },
      ),
    ).toEqual([
      "kept",
      ["MANIFEST_DAY_OPEN", "day"],
      ["MANIFEST_DAY_OPEN", "day"],
      ["MANIFEST_EXPIRED", "day"],
      "kept",
      ["EVENT_FIELD_INVALID", "source"],
      "kept",
    ]);
    expect(await announce({ count: 2 }, { count: 3 })).toEqual([["MANIFEST_LOWERED", "count"], "kept"]);
    expect(await announce({ count: 9 }, { count: 8 })).toEqual(["kept", ["MANIFEST_LOWERED", "count"]]);
  });

  it("is compared an hour later: 1 of 10,000 that was dropped shows to the customer and at the desk", async () => {
    const crm = watched([{ source: "crm", name: "Customer file" }]);
    const job = { employee: { id: "night-job", type: "system" }, purpose: "SYSTEM_AUTOMATED", customerId: "C-2" };
    await crm.arrive(...Array.from({ length: 9_999 }, (_, n) => crm.look(`e-${n}`, job)));
    await crm.announce({ count: 10_000 });
    expect(await crm.watch()).toMatchObject({ short: 0 });
    crm.pass(HOUR);
    expect(await crm.watch()).toEqual({ short: 1, silent: 0 });

    const sentence = "by its own count 10,000 entries on 14 July 2026; we received 9,999.";
    const { words, sources } = await crm.coverage();
    expect(words).toContain(`Customer file: ${sentence}`);
    expect(words).not.toContain("No gaps are known.");
    expect(sources).toMatchObject([
      { source: "crm", shortDays: [{ day: DAY, announced: 10_000, received: 9_999, missing: 1 }] },
    ]);
    expect(await crm.findings()).toEqual([`Customer file: ${sentence} This needs an explanation.`]);

    crm.pass(HOUR);
    expect(await crm.watch()).toMatchObject({ short: 0 });
    expect(await crm.findings()).toHaveLength(1);
    await crm.arrive(crm.look("e-late"));
    crm.pass(HOUR);
    expect(await crm.watch()).toMatchObject({ short: 0 });
    expect((await crm.coverage()).sources[0]?.shortDays).toEqual([]);
    expect(await crm.sources.unsettled()).toEqual([]);
  });

  it("is fulfilled by what came once, whatever came twice, of another day, source or content", async () => {
    const crm = watched();
    await crm.announce({ count: 2 });
    await crm.arrive(crm.look("a"), crm.look("a"), crm.look("a", { purpose: "BILLING" }), crm.look("b"));
    await crm.arrive(crm.look("b"));
    await crm.arrive(
      crm.look("c", { source: "till" }),
      crm.look("d", { occurredAt: "2026-07-14T23:00:00Z" }),
      crm.look("e", { occurredAt: "2026-07-13T22:59:59Z" }),
    );
    crm.pass(HOUR);
    expect(await crm.watch()).toMatchObject({ short: 0 });
    expect(await crm.sources.unsettled()).toEqual([]);
  });

  it("counts the hours of a day that has 25, and of one that has 23", async () => {
    const crm = watched();
    const hourly = (from: string, count: number) =>
      Array.from({ length: count }, (_, n) =>
        crm.look(`${from} ${n}`, { occurredAt: new Date(Date.parse(from) + n * HOUR).toISOString() }),
      );
    await crm.arrive(...hourly("2025-10-24T23:00:00Z", 60), ...hourly("2026-03-28T00:00:00Z", 60));
    await crm.announce({ day: "2025-10-26", count: 25 }, { day: "2026-03-29", count: 23 });
    crm.pass(HOUR);
    expect(await crm.watch()).toMatchObject({ short: 0 });
    expect(await crm.sources.unsettled()).toEqual([]);
  });

  it("needs an explanation where more came than was announced, at the desk alone", async () => {
    const crm = watched();
    await crm.announce({ count: 1 });
    await crm.arrive(crm.look("a"), crm.look("b"));
    crm.pass(HOUR);
    expect(await crm.watch()).toMatchObject({ short: 1 });
    expect(await crm.findings()).toEqual([
      "crm: by its own count 1 entry on 14 July 2026; we received 2. This needs an explanation.",
    ]);
    expect((await crm.coverage()).sources[0]?.shortDays).toEqual([]);
  });

  it("shows a source that announced something and never sent anything", async () => {
    const till = watched();
    await till.announce({ source: "till", count: 5 });
    till.pass(HOUR);
    await till.watch();
    expect((await till.coverage()).words.slice(1)).toEqual([
      "till: nothing has been received yet.",
      "till: by its own count 5 entries on 14 July 2026; we received 0.",
    ]);
    expect(await till.findings()).toHaveLength(1);
  });

  it("makes missing entries visible without a running number, and its own absence as well", async () => {
    const crm = watched();
    await crm.arrive(crm.look("a"));
    const unseen = "Entries without a running number, so that a gap would not be seen: crm.";
    expect((await crm.coverage()).words).toContain(unseen);
    await crm.announce(
      { day: "2026-07-10", count: 0 },
      { day: "2026-07-11", count: 0 },
      { day: "2026-07-13", count: 0 },
    );
    expect((await crm.coverage()).words).not.toContain(unseen);
    expect(await crm.findings()).toEqual([
      "crm did not say how many entries it had on 12 July 2026. This needs an explanation.",
    ]);
  });

  it("is not counted any more once the retention has begun to erase the day", async () => {
    const crm = watched();
    await crm.announce({ day: "2025-07-16", count: 1 });
    crm.pass(24 * HOUR);
    expect(await crm.watch()).toMatchObject({ short: 0 });
  });
});

describe("a source that falls silent", () => {
  it("shows to the customer, at the desk and in the log, by the hours that the company expects", async () => {
    const desk = watched([
      { source: "crm", name: "Customer file", silentAfterHours: 24 },
      { source: "till", name: "Till", silentAfterHours: 0 },
    ]);
    await desk.arrive(desk.look("a"), desk.look("b", { source: "till" }), desk.look("c", { source: "app" }));
    const silence = "Customer file: silent since then for longer than usual; newer entries may be missing.";
    expect([(await desk.watch()).silent, (await desk.coverage()).words.includes(silence)]).toEqual([0, false]);

    desk.pass(24 * HOUR + 1);
    expect((await desk.watch()).silent).toBe(1);
    const { words, sources } = await desk.coverage();
    expect(words).toContain(silence);
    expect(sources.map(({ source, silent }) => [source, silent])).toEqual([
      ["app", false],
      ["crm", true],
      ["till", false],
    ]);
    expect(await desk.findings()).toEqual([
      "Customer file has sent nothing since 15 July 2026. This needs an explanation.",
    ]);

    const lines: object[] = [];
    const log = (line: object) => lines.push(line);
    await desk.announce({ count: 9 });
    desk.pass(HOUR);
    const turn = countAnnounced({ ...desk, log });
    await turn({}, { getRemainingTimeInMillis: () => 60_000 });
    expect(lines).toEqual([
      { code: "DAY_SHORT", route: "on-schedule", count: 1 },
      { code: "SOURCE_SILENT", route: "on-schedule", count: 1 },
    ]);
    await desk.arrive(desk.look("d"));
    expect((await desk.watch()).silent).toBe(0);
  });
});
