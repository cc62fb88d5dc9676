import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { createIdentities } from "../../functions/adapters/identities.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { createOwnLog, OWN_LOG, ownItem } from "../support/own-log.ts";
import { putOwnItems } from "../support/own-table.ts";
import { arrivalsOf, writePlainly } from "./access-log.ts";
import { keyring } from "./keyring.ts";
import { atMost, median, type Ratio } from "./ratio.ts";

const SIZES = { short: 10_000, long: 100_000 } as const;
const RUNS = 2;
/** A small heap in both, so that the peak is what must be held and not what the collector lets lie. */
const HEAP = "--max-old-space-size=128";

const report = z.object({ accesses: z.int(), bytes: z.int() });

/** Where the accesses lie: all in Regard's log, or every other one in a table of the company's own. */
interface Place {
  readonly what: string;
  readonly ownTable: string;
  readonly fill: (engine: Engine, customerId: string, count: number) => Promise<void>;
}

const PLACES: readonly Place[] = [
  {
    what: "a record of 100,000 accesses",
    ownTable: "",
    fill: ({ client, accessLogTable }, customerId, count) =>
      writePlainly(client, accessLogTable, arrivalsOf(keyring.customerKey(customerId), count)),
  },
  {
    what: "a record of 100,000 accesses, half of them in an own table,",
    ownTable: OWN_LOG.table,
    fill: async ({ client, accessLogTable, portalTable }, customerId, count) => {
      const customerKey = keyring.customerKey(customerId);
      await createIdentities(client, { name: portalTable, keyring }).keep([{ customerKey, customerId }]);
      const all = arrivalsOf(customerKey, count);
      await writePlainly(
        client,
        accessLogTable,
        all.filter((_, n) => n % 2 === 0),
      );
      const own = all.filter((_, n) => n % 2 === 1).map((arrival) => ownItem(customerId, arrival));
      await putOwnItems(client, OWN_LOG.table, own);
    },
  },
];

const measure = async (engine: Engine, { what, ownTable, fill }: Place): Promise<Ratio> => {
  const idOf = (size: string) => `${size}${ownTable}`;
  const peak = async (size: keyof typeof SIZES): Promise<number> => {
    const script = join(import.meta.dirname, "record-process.ts");
    const places = [engine.endpoint, engine.accessLogTable, engine.portalTable, idOf(size), ownTable];
    const { stdout } = await promisify(execFile)(process.execPath, [HEAP, script, ...places]);
    const { accesses, bytes } = report.parse(JSON.parse(stdout));
    assert.equal(accesses, SIZES[size]);
    return bytes / 2 ** 20;
  };
  const peaks: Record<keyof typeof SIZES, number[]> = { short: [], long: [] };
  for (const size of ["short", "long"] as const) await fill(engine, idOf(size), SIZES[size]);
  for (let run = 0; run < RUNS; run += 1) {
    peaks.short.push(await peak("short"));
    peaks.long.push(await peak("long"));
  }
  const [short, long] = [median(peaks.short), median(peaks.long)];
  const detail = `${long.toFixed(0)} MiB for ${SIZES.long} accesses, ${short.toFixed(0)} MiB for ${SIZES.short}`;
  return atMost(`peak memory of ${what} against 10,000`, long / short, 1.5, detail);
};

/** Peak memory of a process that writes a record of 100,000 accesses, against one of 10,000. */
export const measureMemory = async (): Promise<Ratio[]> => {
  const engine = await startEngine();
  try {
    await createOwnLog(engine.client);
    const ratios: Ratio[] = [];
    for (const place of PLACES) ratios.push(await measure(engine, place));
    return ratios;
  } finally {
    await engine.stop();
  }
};
