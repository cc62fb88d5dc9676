import { afterAll, expect, it } from "vitest";
import { useEngine } from "../support/engine.ts";
import { drawnFaults, startFaultyProxy } from "../support/faulty-proxy.ts";
import { openIntake } from "../support/intake-door.ts";
import { ACCESSES_PER_TEN_EVENTS, checkLoad, LANES, sendLoad } from "../support/intake-load.ts";

/** In every lane. The whole of 200,000 accesses is `npm run bench -- --only intake-load`. */
const EVENTS = 1_500;

const engine = await useEngine();
const proxy = await startFaultyProxy(engine.endpoint, drawnFaults({ throttle: 0.3, cut: 0.05, conflict: 0.05 }));
const client = engine.connect(proxy.endpoint);
afterAll(async () => {
  client.destroy();
  await proxy.stop();
});

it("whatever the store does to it, the intake loses no access, keeps none twice, and keeps their order", async () => {
  const accepted = await sendLoad(openIntake(engine, { client }).ask, EVENTS);
  expect(accepted).toBeLessThanOrEqual(LANES * EVENTS);
  const { accessLog, keyring, sources } = openIntake(engine);
  expect(await checkLoad(accessLog, keyring, EVENTS)).toEqual({
    accesses: (LANES * EVENTS * ACCESSES_PER_TEN_EVENTS) / 10,
    wrong: [],
  });
  // Every source counts without a gap, so no record says that something is missing.
  for (const { ranges } of await sources.all()) expect(ranges).toMatchObject([{ first: 1, last: EVENTS }]);
});
