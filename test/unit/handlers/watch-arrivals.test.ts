import { describe, expect, it } from "vitest";
import { LOG_CODES } from "../../../functions/contract/log-codes.ts";
import { watchArrivals } from "../../../functions/handlers/watch-arrivals.ts";
import { signalDesk } from "../../support/signal-desk.ts";

describe("the turns of the schedule", () => {
  const strangers = (...ids: readonly string[]) =>
    ids.map((id) => ({ eventId: id, employee: { id }, customerId: `C-${id}`, purpose: "NOT_RECORDED" }));

  it("wait until what is arriving has arrived", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a"));
    desk.pass(-5 * 60_000);
    expect(await desk.turn()).toMatchObject({ read: 0 });
    expect(await desk.turn()).toMatchObject({ read: 1 });
  });

  it("go on with the others where one account fails, and come back to it later and later", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a", "b", "c"));
    const asked: string[] = [];
    const accessLog = {
      ...desk.accessLog,
      ofEmployee: (id: string, month: string) => {
        asked.push(id);
        if (id === "a") throw new TypeError("poison");
        return desk.accessLog.ofEmployee(id, month);
      },
    };
    const first = await desk.turn({ accessLog });
    expect([first.read, first.raised, first.failures.length]).toEqual([2, 2, 1]);
    await desk.arrive(...strangers("d"));
    asked.length = 0;
    await desk.turn({ accessLog });
    expect([...new Set(asked)]).toEqual(["d", "a"]);
    expect(await desk.turn({ accessLog })).toMatchObject({ read: 0, failures: [] });
    desk.pass(10 * 60_000);
    expect(await desk.turn()).toMatchObject({ read: 1, raised: 1, failures: [] });
  });

  it("end in time, and the next goes on", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a", "b", "c"));
    const slow = { ...desk.accessLog };
    slow.ofEmployee = (id, month) => {
      desk.pass(12_000);
      return desk.accessLog.ofEmployee(id, month);
    };
    const first = await desk.turn({ accessLog: slow });
    expect(first.read).toBeLessThan(3);
    desk.pass(24 * 3_600_000);
    await desk.turn();
    expect(new Set((await desk.partsRaised()).map(({ employeeId }) => employeeId))).toEqual(new Set(["a", "b", "c"]));
  });

  it("break off an account that would take the time of all others", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a", "b"));
    const accessLog = {
      ...desk.accessLog,
      ofEmployee: async function* (id: string, month: string) {
        if (id === "a") desk.pass(20_000);
        yield* desk.accessLog.ofEmployee(id, month);
      },
    };
    const { read, failures } = await desk.turn({ accessLog });
    expect([read, failures.length]).toEqual([1, 1]);
    expect((await desk.partsRaised()).map(({ employeeId }) => employeeId)).toEqual(["b"]);
  });

  it("tell the desk what a turn raised that was cut off before its mail", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a", "b"));
    const store = {
      ...desk.store,
      commit: async (changes: Parameters<typeof desk.store.commit>[0]) => {
        if (changes.some(({ kind }) => kind === "queue-mail")) throw new Error("cut off");
        return desk.store.commit(changes);
      },
    };
    expect(await desk.turn({ store })).toMatchObject({ raised: 2, failures: [{ message: "cut off" }] });
    expect(desk.mails).toEqual([]);
    await desk.turn();
    await desk.turn();
    expect(desk.mails.map(({ content }) => content)).toEqual([{ kind: "signals", count: 2 }]);
  });

  it("keep what was noted again while it was read", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a"));
    const accessLog = {
      ...desk.accessLog,
      ofCustomer: async function* (...asked: Parameters<typeof desk.accessLog.ofCustomer>) {
        await desk.apart.note([{ employeeId: "a", month: "2026-05" }]);
        yield* desk.accessLog.ofCustomer(...asked);
      },
    };
    await desk.turn({ accessLog });
    expect(await desk.turn()).toMatchObject({ read: 1, raised: 0 });
    expect(await desk.turn()).toMatchObject({ read: 0 });
  });

  it("say in the log how they went, and nothing of anybody", async () => {
    const desk = signalDesk();
    await desk.arrive(...strangers("a", "b"));
    desk.pass(60_000);
    const ofEmployee = (id: string, month: string) => {
      if (id === "a") throw new TypeError("canary");
      return desk.accessLog.ofEmployee(id, month);
    };
    const lines: { code: string }[] = [];
    const log = (line: { code: string }) => lines.push(line);
    const accessLog = { ...desk.accessLog, ofEmployee };
    await watchArrivals({ ...desk, accessLog, log })({}, { getRemainingTimeInMillis: () => 60_000 });
    expect(lines).toEqual([
      { code: "SIGNALS_FAILED", route: "on-schedule", fault: "TypeError" },
      { code: "SIGNALS_JUDGED", route: "on-schedule", count: 1 },
    ]);
    expect(LOG_CODES).toMatchObject({ SIGNALS_FAILED: expect.any(String), SIGNALS_JUDGED: expect.any(String) });
  });
});
