import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod/mini";
import { startEngine } from "../support/engine.ts";
import { drawnFaults, startFaultyProxy } from "../support/faulty-proxy.ts";
import { openIntake } from "../support/intake-door.ts";
import { ACCESSES_PER_TEN_EVENTS, checkLoad, LANES } from "../support/intake-load.ts";
import { atMost, type Ratio } from "./ratio.ts";

const ACCESSES = { short: 20_000, long: 200_000 } as const;
/**
 * Room in which four lanes of whole calls can work. With half of it the collector runs for two thirds of the time (and
 * the peak tells how often it came); with all of it, it fills the room in both and the peak is the room.
 */
const ROOM = ["--max-old-space-size=192", "--expose-gc"];

const report = z.object({ accepted: z.int(), peak: z.int(), held: z.int() });

/** Sends so many accesses through a store that fails, checks every one of them, and answers with the memory it took. */
const memoryOf = async (accesses: number): Promise<{ readonly peak: number; readonly held: number }> => {
  const engine = await startEngine();
  const proxy = await startFaultyProxy(engine.endpoint, drawnFaults({ throttle: 0.3, cut: 0.03, conflict: 0.03 }));
  try {
    const count = (accesses * 10) / ACCESSES_PER_TEN_EVENTS / LANES;
    const script = join(import.meta.dirname, "intake-process.ts");
    const places = [proxy.endpoint, engine.accessLogTable, engine.portalTable, String(count)];
    const from = performance.now();
    const { stdout } = await promisify(execFile)(process.execPath, [...ROOM, script, ...places]);
    const seconds = (performance.now() - from) / 1_000;
    const { accessLog, keyring, sources } = openIntake(engine);
    assert.deepEqual(await checkLoad(accessLog, keyring, count), { accesses, wrong: [] });
    const ranges = (await sources.all()).map((source) => source.ranges.map(({ first, last }) => [first, last]));
    assert.deepEqual(
      ranges,
      Array.from({ length: LANES }, () => [[1, count]]),
    );
    console.error(`  ${accesses} accesses in ${seconds.toFixed(0)} s, each readable once and in order`);
    const { peak, held } = report.parse(JSON.parse(stdout));
    return { peak: peak / 2 ** 20, held: held / 2 ** 20 };
  } finally {
    await proxy.stop();
    await engine.stop();
  }
};

/**
 * 200,000 accesses in one run with 30 % injected throttling, transactions cancelled for another's, timeouts after commit
 * and duplicate deliveries: none lost, none twice, order kept; and the memory that it takes, against a tenth of it.
 */
export const measureIntakeLoad = async (): Promise<Ratio[]> => {
  const [short, long] = [await memoryOf(ACCESSES.short), await memoryOf(ACCESSES.long)];
  const ratio = (what: string, measure: "peak" | "held") =>
    atMost(
      `${what} 200,000 accesses against 20,000`,
      long[measure] / short[measure],
      1.2,
      `${long[measure].toFixed(0)} MiB for ${ACCESSES.long} accesses, ${short[measure].toFixed(0)} MiB for ${ACCESSES.short}`,
    );
  return [ratio("peak memory of taking", "peak"), ratio("memory held after taking", "held")];
};
