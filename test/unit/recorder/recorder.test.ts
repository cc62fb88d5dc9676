import { afterEach, describe, expect, it, vi } from "vitest";
import { INTAKE_ROUTES } from "../../../functions/contract/intake-api.ts";
import { createRecorder } from "../../../functions/recorder/recorder.ts";
import { type CallFault, memoryIntake, RECORDER } from "../../support/fakes/memory-intake.ts";
import { lookAt } from "../../support/looked.ts";

/** A recorder before an intake that does this to its calls, in turn, and then what the last says. */
const recording = (...faults: readonly CallFault[]) => {
  let call = 0;
  const intake = memoryIntake(() => faults[Math.min(call++, faults.length - 1)] ?? "done");
  return { ...intake, recorder: createRecorder(RECORDER, intake.surroundings) };
};

afterEach(() => vi.unstubAllEnvs());

describe("a read behind the recorder", () => {
  it("begins once the access is in the log, and answers what was read", async () => {
    const { recorder, log } = recording();
    const seen = recorder.withAccess(lookAt("C-1"), ({ eventId }) => ({ phone: "1", logged: log.has(eventId) }));
    await expect(seen).resolves.toEqual({ phone: "1", logged: true });
    expect([...log.values()]).toEqual([
      expect.objectContaining({
        customerId: "C-1",
        action: "view",
        source: "orders-desk",
        purpose: "SUPPORT_CUSTOMER",
      }),
    ]);
  });

  it.each([
    ["is away", "lost", { code: "ACCESS_NOT_RECORDED" }],
    ["is busy", "busy", { code: "ACCESS_NOT_RECORDED", intakeStatus: 503, retryAfterSeconds: 1 }],
    ["does not know the caller", "unknown-caller", { code: "CALLER_NOT_ALLOWED", intakeStatus: 403 }],
    ["is something else", "garbage", { code: "ACCESS_NOT_RECORDED", intakeStatus: 200 }],
    ["answers for fewer events than were sent", "short", { code: "ACCESS_NOT_RECORDED" }],
  ] as const)("never begins where the service %s", async (_, fault, refusal) => {
    const { recorder, time } = recording(fault);
    const from = time.now;
    let read = 0;
    await expect(recorder.withAccess(lookAt("C-1"), () => ++read)).rejects.toMatchObject({
      ...refusal,
      statusCode: 503,
    });
    expect(read).toBe(0);
    expect(time.now - from).toBeLessThan(10_000 + 100); // the deadline, and a call that had begun
  });

  it("never begins where the service refuses the event or sets it aside", async () => {
    const { recorder, quarantine } = recording();
    let read = 0;
    const rejected = recorder.withAccess(lookAt("C-1", { purpose: "because" }), () => ++read);
    await expect(rejected).rejects.toMatchObject({ code: "EVENT_REJECTED", serviceCode: "EVENT_FIELD_INVALID" });
    quarantine.add("id-2");
    const aside = recorder.withAccess(lookAt("C-1"), () => ++read);
    await expect(aside).rejects.toMatchObject({ code: "EVENT_QUARANTINED", field: "occurredAt" });
    expect(read).toBe(0);
  });

  it.each([
    ["no customers", []],
    ["an empty customer", ""],
    ["a customer that is null", JSON.parse("null")],
    ["a customer that is missing", JSON.parse("{}").customer],
  ])("never begins for %s", async (_, customer) => {
    const { recorder, log } = recording();
    let read = 0;
    const shown = recorder.withAccess(lookAt(customer), () => ++read);
    await expect(shown).rejects.toMatchObject({ code: expect.stringMatching(/CUSTOMER_MISSING|EVENT_REJECTED/) });
    expect([read, log.size]).toEqual([0, 0]);
  });

  it("is written once, however often its answer is lost", async () => {
    const { recorder, log, calls } = recording("cut", "cut", "busy", "done");
    await expect(recorder.withAccess(lookAt("C-1"), () => "data")).resolves.toBe("data");
    expect(log.size).toBe(1);
    expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
    expect(calls).toHaveLength(4);
  });

  it("waits as long as the service asks, and no shorter than its own spreading", async () => {
    const { recorder, time } = recording("busy", "done");
    const from = time.now;
    await recorder.record(lookAt("C-1"));
    expect(time.now - from).toBe(5 + 1_000 + 25 + 5); // two calls, Retry-After, half of the base
  });

  it("signs each try anew, and by the service's clock where ours is wrong", async () => {
    const { recorder, calls, time, log } = recording("busy", "done");
    await recorder.record(lookAt("C-1"));
    expect(new Set(calls.map(({ headers }) => headers.get("x-amz-date"))).size).toBe(2);
    time.serviceAhead = 3_600_000;
    await recorder.record(lookAt("C-2"));
    const { eventId } = await recorder.record(lookAt("C-3"));
    expect(calls).toHaveLength(5); // the first that is refused teaches it the time
    expect(log.get(eventId)?.occurredAt).toMatch(/^2026-11-25T13:00:01/);
  });

  it("is let in by a service with another clock also where several looks learn of it at once", async () => {
    const { recorder, time } = recording();
    time.serviceAhead = -3_600_000;
    const looks = ["C-1", "C-2", "C-3"].map((customer) => recorder.withAccess(lookAt(customer), () => customer));
    await expect(Promise.all(looks)).resolves.toEqual(["C-1", "C-2", "C-3"]);
  });

  it("does not wait for ever for credentials that do not come", async () => {
    const credentials = () => new Promise<never>(() => {});
    const recorder = createRecorder({ ...RECORDER, credentials, timeoutMs: 20, deadlineMs: 60 });
    await expect(recorder.record(lookAt("C-1"))).rejects.toMatchObject({ code: "ACCESS_NOT_RECORDED" });
  });

  it("throws what the read throws, and the look stays in the log", async () => {
    const { recorder, log } = recording();
    const read = recorder.withAccess(lookAt("C-1"), () => Promise.reject(new Error("no such order")));
    await expect(read).rejects.toThrow("no such order");
    expect(log.size).toBe(1);
  });

  it("may say afterwards what was really shown", async () => {
    const { recorder, log } = recording();
    await recorder.withAccess(lookAt("C-1"), async (access) => {
      await access.correct({ dataCategories: [], fieldsRevealed: ["city"] });
      await access.correct({ outcome: "error" });
    });
    const [first, second, third] = [...log.values()];
    expect(second).toMatchObject({ supersedes: first?.eventId, fieldsRevealed: ["city"], customerId: "C-1" });
    expect(third).toMatchObject({ supersedes: second?.eventId, outcome: "error", occurredAt: first?.occurredAt });
  });

  it("says nothing of anybody in its errors", async () => {
    const { recorder } = recording("busy");
    const secret = lookAt("C-SECRET", { purposeText: "told me at SECRET" });
    const failed = await recorder.record(secret).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(JSON.stringify(failed) + String(failed) + (failed instanceof Error ? failed.stack : "")).not.toContain(
      "SECRET",
    );
  });
});

describe("a search behind the recorder", () => {
  it("is shown once everybody found is in the log, and says how many they were", async () => {
    const { recorder, log } = recording();
    const found = Array.from({ length: 100 }, (_, n) => `C-${n}`);
    const looksOf = (customer: readonly string[]) => lookAt(customer, { action: "search", involvement: "listed" });
    await expect(recorder.withResults(() => found, looksOf)).resolves.toBe(found);
    const events = [...log.values()];
    expect(events.flatMap(({ customerId }) => customerId)).toEqual(found);
    expect(new Set(events.map(({ recordCount }) => recordCount))).toEqual(new Set([100]));
  });

  it("is not shown where the write fails", async () => {
    const { recorder } = recording("busy");
    const shown = recorder.withResults(
      () => ["C-1"],
      (customer) => lookAt(customer),
    );
    await expect(shown).rejects.toMatchObject({ code: "ACCESS_NOT_RECORDED" });
  });

  it("writes nothing where nobody was found", async () => {
    const { recorder, calls } = recording();
    await expect(
      recorder.withResults(
        () => [],
        (customer: string[]) => lookAt(customer),
      ),
    ).resolves.toEqual([]);
    expect(calls).toEqual([]);
  });
});

describe("a recorder", () => {
  it("numbers its events where it is given a counter", async () => {
    const intake = memoryIntake();
    let seq = 41;
    const recorder = createRecorder({ ...RECORDER, nextSeq: async () => ++seq }, intake.surroundings);
    await recorder.record(lookAt("C-1"));
    await recorder.record(lookAt("C-2"));
    expect([...intake.log.values()].map(({ sourceSeq }) => sourceSeq)).toEqual([42, 43]);
  });

  it("tells the system's own log what failed", async () => {
    const intake = memoryIntake(() => "unknown-caller");
    const failed: string[] = [];
    const onFailed = ({ code }: { code: string }) => failed.push(code);
    const recorder = createRecorder({ ...RECORDER, onFailed }, intake.surroundings);
    await expect(recorder.record(lookAt("C-1"))).rejects.toThrow("execute-api:Invoke");
    expect(failed).toEqual(["CALLER_NOT_ALLOWED"]);
  });

  it("calls its one route in the region of its address", async () => {
    const { recorder, calls } = recording();
    await recorder.record(lookAt("C-1"));
    expect(calls[0]?.url).toBe(
      `https://abc.execute-api.eu-central-1.amazonaws.com${INTAKE_ROUTES.sendAccessEvents.path}`,
    );
    expect(calls[0]?.headers.get("authorization")).toContain("/eu-central-1/execute-api/aws4_request");
  });

  it.each([
    ["no address", { endpoint: "" }, "endpoint"],
    ["an address without TLS", { endpoint: "http://intake.example.com" }, "https"],
    ["an address with a query", { endpoint: "https://intake.example.com/?a=b" }, "query"],
    ["no region", { endpoint: "https://intake.example.com" }, "region"],
    ["a source with spaces", { source: "Orders Desk" }, "source"],
    ["no time", { timeoutMs: 0 }, "timeoutMs"],
  ])("is not made with %s", (_, options, named) => {
    for (const name of ["AWS_REGION", "AWS_DEFAULT_REGION", "REGARD_INTAKE"]) vi.stubEnv(name, undefined);
    expect(() => createRecorder({ ...RECORDER, ...options })).toThrow(named);
  });
});
