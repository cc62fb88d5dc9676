import * as z from "zod/mini";
import { type AccessEvent, accessEvent } from "../../../functions/contract/access-event.ts";
import type { RecorderOptions } from "../../../functions/recorder/options.ts";
import type { Surroundings } from "../../../functions/recorder/send.ts";

/**
 * What can happen to a call: `done`, refused while busy, lost on the way there or on the way back, kept by half before the
 * service fails, answered by something else (`garbage`), by too few results, or by a service that does not know us.
 */
export const CALL_FAULTS = ["done", "busy", "lost", "cut", "half", "garbage", "short", "unknown-caller"] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

const envelope = z.strictObject({ events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(500)) });
const named = z.object({ eventId: z.string() });

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

/** The instant of a signature, in ms since 1970. */
const signedAt = (headers: Headers): number =>
  Date.parse((headers.get("x-amz-date") ?? "").replace(/^(....)(..)(..)T(..)(..)/, "$1-$2-$3T$4:$5:"));

export const RECORDER: RecorderOptions = {
  endpoint: "https://abc.execute-api.eu-central-1.amazonaws.com/",
  source: "orders-desk",
  credentials: () => ({ accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" }),
};

/**
 * The intake as the recorder sees it, in memory and in a time of its own: it reads events by the contract, keeps each
 * once, and does to each call what `next` says.
 */
export const memoryIntake = (next: () => CallFault = () => "done") => {
  const log = new Map<string, AccessEvent>();
  const calls: { readonly url: string; readonly headers: Headers; readonly body: string; readonly count: number }[] =
    [];
  const quarantine = new Set<string>();
  const time = { now: Date.UTC(2026, 10, 25, 12), serviceAhead: 0 };
  let ids = 0;

  const keep = (input: unknown) => {
    const parsed = accessEvent.safeParse(input);
    const eventId = named.safeParse(input).data?.eventId ?? "";
    if (!parsed.success) return { eventId, outcome: "rejected", code: "EVENT_FIELD_INVALID", field: "purpose" };
    if (quarantine.has(eventId))
      return { eventId, outcome: "quarantined", code: "EVENT_IN_FUTURE", field: "occurredAt" };
    const before = log.get(eventId);
    log.set(eventId, before ?? parsed.data);
    const same = before === undefined || JSON.stringify(before) === JSON.stringify(parsed.data);
    if (!same) return { eventId, outcome: "rejected", code: "EVENT_CONFLICT", field: "eventId" };
    return { eventId, outcome: before ? "duplicate" : "accepted" };
  };

  const serve = async (url: string, init: RequestInit): Promise<Response> => {
    const body = String(init.body);
    const headers = new Headers(init.headers);
    const events = envelope.safeParse(JSON.parse(body)).data?.events;
    calls.push({ url, headers, body, count: events?.length ?? 0 });
    const fault = next();
    time.now += 5;
    const serviceNow = time.now + time.serviceAhead;
    const date = { date: new Date(serviceNow).toUTCString() };
    if (fault === "lost") throw new TypeError("fetch failed");
    if (fault === "unknown-caller" || Math.abs(signedAt(headers) - serviceNow) > 300_000)
      return answer(403, { message: "Forbidden" }, date);
    if (fault === "busy") return answer(503, {}, { "retry-after": "1" });
    if (fault === "garbage") return answer(200, "<html>");
    if (!events || Buffer.byteLength(body) > 1024 * 1024) return answer(413, {});
    if (fault === "half") {
      for (const event of events.slice(0, events.length / 2)) keep(event);
      return answer(500, {});
    }
    const results = events.map(keep);
    if (fault === "cut") throw new TypeError("fetch failed");
    return answer(200, { results: fault === "short" ? results.slice(1) : results });
  };

  /** Once nothing else is to do, time goes on to whoever wakes next. */
  const sleepers = new Set<{ readonly due: number; readonly done: () => void }>();
  const wakeNext = () => {
    const [first] = [...sleepers].sort((one, other) => one.due - other.due);
    if (!first) return;
    sleepers.delete(first);
    time.now = Math.max(time.now, first.due);
    first.done();
    setImmediate(wakeNext);
  };

  const surroundings: Surroundings = {
    fetch: (url, init = {}) => serve(String(url), init),
    clock: () => time.now,
    random: () => 0.5,
    newId: () => `id-${++ids}`,
    sleep: (ms, signal) =>
      new Promise((done) => {
        if (signal?.aborted) return done();
        const sleeper = { due: time.now + ms, done };
        signal?.addEventListener("abort", () => {
          sleepers.delete(sleeper);
          done();
        });
        sleepers.add(sleeper);
        if (sleepers.size === 1) setImmediate(wakeNext);
        return undefined;
      }),
  };
  return { log, calls, quarantine, time, surroundings };
};
