import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { startEngine } from "../support/engine.ts";
import { arrivalsOf, writePlainly } from "./access-log.ts";
import { atMost, median, type Ratio } from "./ratio.ts";

const SIZES = { short: 10_000, long: 100_000 } as const;
const RUNS = 3;
/** A small heap in both, so that the peak is what must be held and not what the collector lets lie. */
const HEAP = "--max-old-space-size=128";

const report = z.object({ accesses: z.int(), bytes: z.int() });

/** Peak memory of a process that writes a record of 100,000 accesses, against one of 10,000. */
export const measureMemory = async (): Promise<Ratio[]> => {
  const engine = await startEngine();
  const peak = async (size: keyof typeof SIZES): Promise<number> => {
    const script = join(import.meta.dirname, "record-process.ts");
    const places = [engine.endpoint, engine.accessLogTable, engine.portalTable, size];
    const { stdout } = await promisify(execFile)(process.execPath, [HEAP, script, ...places]);
    const { accesses, bytes } = report.parse(JSON.parse(stdout));
    assert.equal(accesses, SIZES[size]);
    return bytes / 2 ** 20;
  };
  try {
    const peaks: Record<keyof typeof SIZES, number[]> = { short: [], long: [] };
    for (const size of ["short", "long"] as const) {
      await writePlainly(engine.client, engine.accessLogTable, arrivalsOf(size, SIZES[size]));
    }
    for (let run = 0; run < RUNS; run += 1) {
      peaks.short.push(await peak("short"));
      peaks.long.push(await peak("long"));
    }
    const [short, long] = [median(peaks.short), median(peaks.long)];
    const detail = `${long.toFixed(0)} MiB for ${SIZES.long} accesses, ${short.toFixed(0)} MiB for ${SIZES.short}`;
    return [atMost("peak memory of a record of 100,000 accesses against 10,000", long / short, 1.5, detail)];
  } finally {
    await engine.stop();
  }
};
