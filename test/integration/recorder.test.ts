import { afterAll, afterEach, describe, expect, it } from "vitest";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { RecorderOptions } from "../../functions/recorder/options.ts";
import type { Refused } from "../../functions/recorder/queue.ts";
import { createRecorder } from "../../functions/recorder/recorder.ts";
import { allOf } from "../support/arrivals.ts";
import { useEngine } from "../support/engine.ts";
import { type NetworkFault, startFaultyNetwork } from "../support/faulty-network.ts";
import { drawnFaults, startFaultyProxy } from "../support/faulty-proxy.ts";
import { openIntake } from "../support/intake-door.ts";
import { serveIntake } from "../support/intake-server.ts";
import { lookAt } from "../support/looked.ts";

const engine = await useEngine();
const intake = openIntake(engine);
const service = await serveIntake(intake);
afterAll(() => service.stop());
const stops: (() => Promise<void>)[] = [];
afterEach(() => Promise.all(stops.splice(0).map((stop) => stop())));

/** A recorder of a system of its own, in the intake's time. */
const recorderOf = (source: string, endpoint = service.endpoint, more: Partial<RecorderOptions> = {}) =>
  createRecorder(
    {
      source,
      endpoint,
      region: LOCAL_REGION,
      credentials: () => LOCAL_CREDENTIALS,
      timeoutMs: 15_000,
      deadlineMs: 50_000,
      ...more,
    },
    // Time passes here for deadlines; the intake's stands still.
    { clock: () => intake.clock() + performance.now() - begun },
  );
const begun = performance.now();

const network = async (next: () => NetworkFault): Promise<string> => {
  const { endpoint, stop } = await startFaultyNetwork(service.endpoint, next);
  stops.push(stop);
  return endpoint;
};
/** Each of these in turn, and again from the front. */
const inTurn = (...faults: readonly NetworkFault[]) => {
  let call = 0;
  return (): NetworkFault => faults[call++ % faults.length] ?? "done";
};
const rowsOf = (customerId: string) => allOf(intake.accessLog, intake.keyring.customerKey(customerId));

describe("the recorder before the real intake", () => {
  it("shows data whose access is in the customer's log", async () => {
    const shown = recorderOf("plain").withAccess(lookAt("plain-1", { fieldsRevealed: ["phone"] }), () =>
      rowsOf("plain-1"),
    );
    await expect(shown).resolves.toEqual([
      expect.objectContaining({
        source: "plain",
        action: "view",
        fieldsRevealed: ["phone"],
        case: { type: "ticket", id: "T-1" },
      }),
    ]);
  });

  it("keeps each access once through resets, lost and late answers and a busy service", async () => {
    const endpoint = await network(inTurn("reset", "cut", "slow", "busy", "done"));
    const recorder = recorderOf("faults", endpoint, { timeoutMs: 1_000 });
    const customers = Array.from({ length: 6 }, (_, n) => `faults-${n}`);
    const shown = await Promise.all(customers.map((one) => recorder.withAccess(lookAt(one), () => one)));
    expect(shown).toEqual(customers);
    for (const one of customers) expect(await rowsOf(one)).toHaveLength(1);
  });

  it("keeps each access once while the database throttles and loses answers", async () => {
    const { endpoint, stop } = await startFaultyProxy(engine.endpoint, drawnFaults({ throttle: 0.2, cut: 0.2 }));
    const client = engine.connect(endpoint);
    const shaken = await serveIntake(openIntake(engine, { client }));
    stops.push(shaken.stop, stop);
    const recorder = recorderOf("shaken", shaken.endpoint);
    const customers = Array.from({ length: 10 }, (_, n) => `shaken-${n}`);
    await Promise.all(customers.map((one) => recorder.record(lookAt(one))));
    for (const one of customers) expect(await rowsOf(one)).toHaveLength(1);
  });

  it("shows nothing while the database is away", async () => {
    const nowhere = await startFaultyProxy(engine.endpoint, () => "none");
    await nowhere.stop();
    const away = await serveIntake(openIntake(engine, { client: engine.connect(nowhere.endpoint) }));
    stops.push(away.stop);
    let reads = 0;
    const shown = recorderOf("away", away.endpoint, { deadlineMs: 2_000 }).withAccess(lookAt("away-1"), () => ++reads);
    await expect(shown).rejects.toMatchObject({ code: "ACCESS_NOT_RECORDED", statusCode: 503 });
    expect(reads).toBe(0);
    expect(await rowsOf("away-1")).toEqual([]);
  });

  it("shows nothing for a purpose that the company does not know, or to a caller with other credentials", async () => {
    let reads = 0;
    const curious = recorderOf("curious").withAccess(lookAt("curious-1", { purpose: "CURIOSITY" }), () => ++reads);
    await expect(curious).rejects.toMatchObject({ serviceCode: "PURPOSE_UNKNOWN", field: "purpose" });
    const forged = { credentials: () => ({ ...LOCAL_CREDENTIALS, secretAccessKey: "guessed" }) };
    const stranger = recorderOf("stranger", service.endpoint, forged).withAccess(lookAt("curious-1"), () => ++reads);
    await expect(stranger).rejects.toMatchObject({ code: "CALLER_NOT_ALLOWED" });
    expect(reads).toBe(0);
    expect(await rowsOf("curious-1")).toEqual([]);
  });

  it("is let in by a service whose clock is an hour away, and dates the looks after that by it", async () => {
    const { source, endpoint } = { source: "skewed", endpoint: service.endpoint };
    const options = { source, endpoint, region: LOCAL_REGION, credentials: () => LOCAL_CREDENTIALS };
    const slow = createRecorder(options, { clock: () => intake.clock() - 3_600_000 });
    await slow.record(lookAt("skewed-1"));
    await slow.record(lookAt("skewed-2"));
    const [second] = await rowsOf("skewed-2");
    expect(second?.occurredAt).toBe(new Date(intake.clock()).toISOString());
  });

  it("corrects what was written, in an event that supersedes it", async () => {
    const recorder = recorderOf("corrected");
    await recorder.withAccess(lookAt("corrected-1"), ({ correct }) => correct({ dataCategories: ["orders"] }));
    const rows = await rowsOf("corrected-1");
    expect(rows.find(({ supersedes }) => supersedes !== undefined)?.supersedes).toBe(
      rows.find(({ supersedes }) => supersedes === undefined)?.eventId,
    );
    expect(rows).toHaveLength(2);
  });

  it("writes a search of a hundred customers for each of them before it is shown", async () => {
    const found = Array.from({ length: 100 }, (_, n) => `found-${n}`);
    const looksOf = (customer: readonly string[]) =>
      lookAt(customer, { action: "search", involvement: "listed", case: undefined });
    await recorderOf("search").withResults(() => found, looksOf);
    const counts = await Promise.all(
      found.map(async (one) => (await rowsOf(one)).map(({ recordCount }) => recordCount)),
    );
    expect(new Set(counts.flat())).toEqual(new Set([100]));
    expect(counts.flat()).toHaveLength(100);
  });

  it("loses nothing of a queue on a bad day, counts without a gap, and names what was refused", async () => {
    const endpoint = await network(inTurn("cut", "busy", "reset", "done"));
    const refused: Refused[] = [];
    const recorded: string[] = [];
    let seq = 0;
    const queue = recorderOf("queued", endpoint, { nextSeq: () => ++seq }).queue({
      maxEvents: 600,
      onRefused: (one) => void refused.push(one),
      onRecorded: (ids) => recorded.push(...ids),
    });
    const added = Array.from({ length: 900 }, (_, n) =>
      queue.add(lookAt(`queued-${n % 3}`, n % 500 === 7 ? { purpose: "CURIOSITY" } : {})),
    );
    await Promise.all(added);
    await expect(queue.close()).resolves.toEqual([]);
    // An unknown purpose is kept aside until the company knows it.
    expect(refused.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual(
      Array(2).fill("quarantined PURPOSE_UNKNOWN"),
    );
    expect(recorded).toHaveLength(898);
    const rows = (await Promise.all([0, 1, 2].map((n) => rowsOf(`queued-${n}`)))).flat();
    expect(new Set(rows.map(({ eventId }) => eventId))).toEqual(new Set(recorded));
    expect(rows).toHaveLength(898);
    const missing = new Set(refused.map(({ event }) => event.sourceSeq));
    const numbers = rows.map(({ sourceSeq = 0 }) => sourceSeq).sort((one, other) => one - other);
    expect(numbers).toEqual(Array.from({ length: 900 }, (_, n) => n + 1).filter((n) => !missing.has(n)));
  });
});
