import { expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { civilDateOf } from "../../functions/domain/period.ts";
import { announceDays } from "../../functions/use-cases/announce-days.ts";
import { watchSources } from "../../functions/use-cases/watch-sources.ts";
import config from "../../regard.config.ts";
import { eventInput } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";
import { appendEvents } from "../support/events.ts";

const cli = await useCli();
const HOUR = 3_600_000;
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

test("says when each source reported last and what is missing, and whether all is well", async () => {
  const { engine, keyring } = cli;
  const event = (eventId: string, sourceSeq: number) =>
    eventInput({ eventId, source: "crm", sourceSeq, customerId: "canary-1", occurredAt: ago(48) });
  await appendEvents(engine, keyring, [event("a", 1)]);
  const well = await cli.run(["sources", "--json"]);
  expect([well.code, JSON.parse(well.stdout)]).toMatchObject([0, { source: "crm", missing: [] }]);

  await appendEvents(engine, keyring, [event("b", 4)]);
  const sources = createSources(engine.client, engine.portalTable);
  const accessLog = createAccessLog(engine.client, engine.accessLogTable, Date.now);
  const day = civilDateOf(ago(48), config.timeZone);
  expect(await announceDays({ sources, config, clock: Date.now }, [{ source: "crm", day, count: 4 }])).toEqual([
    "kept",
  ]);
  const anHourLater = () => Date.now() + HOUR;
  const parts = { accessLog, sources, config, clock: anHourLater };
  expect(await watchSources(parts, Number.POSITIVE_INFINITY)).toEqual({ short: 1, silent: 0 });

  const { code, stdout } = await cli.run(["sources"]);
  expect(code).toBe(1);
  expect(stdout.split("\n")).toMatchObject([
    expect.stringMatching(/^crm: /),
    expect.stringContaining("Customer file: 2 entries"),
    expect.stringContaining("by its own count 4 entries"),
    "",
  ]);
  const asJson = JSON.parse((await cli.run(["sources", "--json"])).stdout);
  expect(asJson).toMatchObject({
    missing: [
      { kind: "numbers", missing: 2 },
      { kind: "count", announced: 4, received: 2 },
    ],
  });
  expect(stdout).not.toContain("canary");
});
