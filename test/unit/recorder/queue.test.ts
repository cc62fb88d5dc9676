import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueOptions, Refused } from "../../../functions/recorder/queue.ts";
import { createRecorder } from "../../../functions/recorder/recorder.ts";
import { CALL_FAULTS, type CallFault, memoryIntake, RECORDER } from "../../support/fakes/memory-intake.ts";
import { lookAt } from "../../support/looked.ts";

const queued = (options: Partial<QueueOptions> = {}, next?: () => CallFault) => {
  const intake = memoryIntake(next);
  const recorded: string[] = [];
  const refused: Refused[] = [];
  const delays: string[] = [];
  const queue = createRecorder(RECORDER, intake.surroundings).queue({
    onRefused: (one) => void refused.push(one),
    onRecorded: (ids) => recorded.push(...ids),
    onDelayed: ({ code }) => delays.push(code),
    ...options,
  });
  return { ...intake, queue, recorded, refused, delays };
};
const customers = (count: number) => Array.from({ length: count }, (_, n) => `C-${n}`);

describe("a queue", () => {
  it("sends what comes together in calls of 500", async () => {
    const { queue, calls, log, recorded } = queued();
    await Promise.all(customers(1_200).map((customer) => queue.add(lookAt(customer))));
    await expect(queue.close()).resolves.toEqual([]);
    expect(calls.map(({ count }) => count)).toEqual([500, 500, 200]);
    expect([...log.keys()]).toEqual(recorded);
  });

  it("holds no more than it may: the next look waits, or is refused in so many words", async () => {
    const waiting = queued({ maxEvents: 2 });
    await Promise.all(customers(50).map((customer) => waiting.queue.add(lookAt(customer))));
    await waiting.queue.close();
    expect(waiting.log.size).toBe(50);
    expect(Math.max(...waiting.calls.map(({ count }) => count))).toBe(2);

    const refusing = queued({ maxEvents: 2, whenFull: "refuse" });
    const added = await Promise.allSettled(customers(5).map((customer) => refusing.queue.add(lookAt(customer))));
    expect(added.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "rejected", "rejected"]);
    expect(added.at(-1)).toMatchObject({ reason: { code: "QUEUE_FULL" } });
    await refusing.queue.close();
    expect(refusing.log.size).toBe(2);
  });

  it("tells what the service refused, and records the rest", async () => {
    const { queue, quarantine, refused, log } = queued();
    quarantine.add("id-2");
    await queue.add(lookAt("C-1"));
    await queue.add(lookAt("C-2"));
    await queue.add(lookAt("C-3", { purpose: "because" }));
    await expect(queue.close()).resolves.toEqual([]);
    expect(refused).toEqual([
      expect.objectContaining({ outcome: "quarantined", code: "EVENT_IN_FUTURE", field: "occurredAt" }),
      expect.objectContaining({ outcome: "rejected", event: expect.objectContaining({ purpose: "because" }) }),
    ]);
    expect([...log.keys()]).toEqual(["id-1"]);
  });

  it("tells it again where its keeper could not take it", async () => {
    const told: string[] = [];
    const onRefused = ({ event }: Refused) => {
      told.push(event.eventId);
      if (told.length < 3) throw new Error("the disk is full");
    };
    const { queue, recorded } = queued({ onRefused });
    await queue.add(lookAt("C-1", { purpose: "because" }));
    await queue.add(lookAt("C-2"));
    await expect(queue.close()).resolves.toEqual([]);
    expect(told).toEqual(["id-1", "id-1", "id-1"]);
    expect(recorded).toEqual(["id-2"]);
  });

  it("goes on trying while the service is away, and says so", async () => {
    const away = { is: true };
    const { queue, log, delays, time } = queued({}, () => (away.is ? "lost" : "done"));
    await queue.add(lookAt("C-1"));
    const from = time.now;
    await expect.poll(() => time.now - from > 600_000).toBe(true);
    expect(log.size).toBe(0);
    away.is = false;
    await expect.poll(() => log.size).toBe(1);
    expect(new Set(delays)).toEqual(new Set(["ACCESS_NOT_RECORDED"]));
    await expect(queue.close()).resolves.toEqual([]);
  });

  it.each([404, 403, 302])("keeps what it holds while the address answers %i", async (status) => {
    const wrong = { is: true };
    const { surroundings, log } = memoryIntake();
    const fetch: typeof surroundings.fetch = async (...call) =>
      wrong.is ? new Response("", { status }) : surroundings.fetch(...call);
    const delays: string[] = [];
    const queue = createRecorder(RECORDER, { ...surroundings, fetch }).queue({
      onRefused: () => Promise.reject(new Error("nothing is refused")),
      onDelayed: ({ code }) => delays.push(code),
    });
    await queue.add(lookAt("C-1"));
    await expect.poll(() => delays.length).toBeGreaterThan(2);
    wrong.is = false;
    await expect(queue.close()).resolves.toEqual([]);
    expect(log.size).toBe(1);
  });

  it("hands back what it could not send in time, and another one takes it up as it is", async () => {
    const { queue, time } = queued({}, () => "lost");
    await queue.add(lookAt("C-1"));
    const from = time.now;
    const left = await queue.close({ deadlineMs: 5_000 });
    expect(time.now - from).toBeLessThan(5_100);
    expect(left).toEqual([expect.objectContaining({ customerId: "C-1", eventId: "id-1" })]);
    await expect(queue.add(lookAt("C-2"))).rejects.toMatchObject({ code: "QUEUE_CLOSED" });

    const next = queued();
    await next.queue.resume(left);
    await expect(next.queue.close()).resolves.toEqual([]);
    expect([...next.log.keys()]).toEqual(["id-1"]);
  });

  it("finds the one event for which a call is refused", async () => {
    const poison = queued();
    const fetched = poison.surroundings.fetch;
    const recorder = createRecorder(RECORDER, {
      ...poison.surroundings,
      // A firewall in between that dislikes a word.
      fetch: async (url, init) =>
        String(init?.body).includes("DROP") ? new Response("", { status: 400 }) : fetched(url, init),
    });
    const refused: Refused[] = [];
    const queue = recorder.queue({ onRefused: (one) => void refused.push(one) });
    for (const customer of customers(40)) await queue.add(lookAt(customer === "C-27" ? "DROP" : customer));
    await expect(queue.close()).resolves.toEqual([]);
    expect(refused).toEqual([expect.objectContaining({ outcome: "rejected", code: "CALL_REFUSED" })]);
    expect(poison.log.size).toBe(39);
  });
});

const faults = fc.array(fc.constantFrom(...CALL_FAULTS), { maxLength: 25 });
/** Does to each call what the list says, and nothing once it is at its end. */
const inTurn = (list: readonly CallFault[]) => {
  const left = list.values();
  return (): CallFault => left.next().value ?? "done";
};

describe("whatever the network and the service do", () => {
  it("shows data exactly where the access is in the log once, and never where it was told that it is not", async () => {
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 1, max: 8 }), fc.boolean(), async (list, looks, together) => {
        const intake = memoryIntake(inTurn(list));
        const recorder = createRecorder({ ...RECORDER, deadlineMs: 3_000 }, intake.surroundings);
        const shown = new Set<string>();
        const look = (customer: string) =>
          recorder
            .withAccess(lookAt(customer), () => shown.add(customer))
            .then(
              () => true,
              () => false,
            );
        const told: [string, boolean][] = [];
        if (together) await Promise.all(customers(looks).map(async (one) => told.push([one, await look(one)])));
        else for (const one of customers(looks)) told.push([one, await look(one)]);
        for (const [customer, recorded] of told) {
          const inLog = [...intake.log.values()].filter(({ customerId }) => customerId === customer).length;
          expect(shown.has(customer)).toBe(recorded);
          if (recorded) expect(inLog).toBe(1);
          else expect(inLog).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("loses no event of a queue: each is recorded once, told as refused, or handed back", async () => {
    await fc.assert(
      fc.asyncProperty(
        faults,
        fc.array(fc.constantFrom("fine", "wrong", "aside"), { maxLength: 30 }),
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom("wait", "refuse"),
        fc.integer({ min: 0, max: 20_000 }),
        async (list, kinds, maxEvents, whenFull, deadlineMs) => {
          const { queue, log, recorded, refused, quarantine } = queued({ maxEvents, whenFull }, inTurn(list));
          const adding = kinds.map(async (kind, n) => {
            if (kind === "aside") quarantine.add(`own-${n}`);
            return queue.add(
              lookAt(`C-${n}`, { eventId: `own-${n}`, ...(kind === "wrong" && { purpose: "because" }) }),
            );
          });
          await Promise.race([Promise.allSettled(adding), new Promise((done) => setImmediate(done))]);
          const left = (await queue.close({ deadlineMs })).map(({ eventId }) => eventId);
          const taken = (await Promise.allSettled(adding)).flatMap((one) =>
            one.status === "fulfilled" ? one.value : [],
          );
          const toldRefused = refused.map(({ event }) => event.eventId);
          expect(new Set([...recorded, ...toldRefused, ...left])).toEqual(new Set(taken));
          expect(recorded.length + toldRefused.length + left.length).toBe(taken.length);
          for (const id of recorded) expect(log.has(id)).toBe(true);
          for (const id of toldRefused) expect(log.has(id)).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
  });
});
