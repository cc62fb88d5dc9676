import type { AccessEventInput } from "../contract/access-event.ts";
import type { Settled } from "./answer.ts";
import { LIMITS } from "./limits.ts";
import type { Look } from "./look.ts";
import { RecorderError } from "./recorder-error.ts";
import type { Sender, Surroundings } from "./send.ts";

/** An event that the service did not take: it is in no record. */
export interface Refused extends Settled {
  readonly event: AccessEventInput;
}

export interface QueueOptions {
  /** Events in memory at most, those on their way included. 10,000. */
  readonly maxEvents?: number;
  /** What `add` does when it is full: `wait` for room, or `refuse` with QUEUE_FULL. `wait`. */
  readonly whenFull?: "wait" | "refuse";
  /** How long an event may wait for others that share its call. 50 ms. */
  readonly lingerMs?: number;
  /** Told each event that the service rejected or quarantined. Keep it: the queue does not. Where this throws, it is told again. */
  readonly onRefused: (refused: Refused) => void | Promise<void>;
  /** Told the ids of events that are in the log. */
  readonly onRecorded?: (eventIds: readonly string[]) => void;
  /** Told when the service does not answer, or not as it should. The queue keeps everything and goes on trying. */
  readonly onDelayed?: (error: RecorderError) => void;
}

export interface Queue {
  /**
   * Queues a look and answers the ids of its events. They are in the log once `onRecorded` says so.
   * @throws {RecorderError} QUEUE_FULL, QUEUE_CLOSED, EVENT_TOO_LARGE: nothing was queued.
   */
  add(look: Look): Promise<readonly string[]>;
  /** Queues events that an earlier queue's `close` handed back, as they are. Throws what `add` throws. */
  resume(events: readonly AccessEventInput[]): Promise<void>;
  /**
   * Takes nothing more, sends what is there, and hands back what could not be sent in time (30,000 ms): keep it and
   * `resume` it. Some of that may be in the log already; it is there once, however often it is sent.
   */
  close(options?: { readonly deadlineMs?: number }): Promise<readonly AccessEventInput[]>;
}

export interface QueueParts {
  readonly sender: Sender;
  readonly eventsOf: (look: Look) => readonly AccessEventInput[];
  /** Gives events their numbers, where the source counts. */
  readonly numbered: (events: readonly AccessEventInput[]) => Promise<readonly AccessEventInput[]>;
  readonly surroundings: Pick<Surroundings, "clock" | "sleep">;
  readonly deadlineMs: number;
}

/** Before events that met an error are tried again, unless the service asks for longer. */
const PAUSE_MS = 1_000;
/** Answers that may be about what one event says. All others are about the service, the address or us: they may pass. */
const ABOUT_CONTENT: readonly unknown[] = [400, 413, 422];

/**
 * For looks that may be shown before they are in the log, because their system keeps them elsewhere too. No event is
 * dropped silently: it is recorded, told to `onRefused`, or handed back by `close`.
 */
export const createQueue = (parts: QueueParts, options: QueueOptions): Queue => {
  const { sender, surroundings, numbered, deadlineMs } = parts;
  const { maxEvents = 10_000, whenFull = "wait", lingerMs = 50, onRefused, onRecorded, onDelayed } = options;
  const ended = new AbortController();
  const adding = new Set<Promise<unknown>>();
  let held: AccessEventInput[] = [];
  /** Those held, and those about to be. */
  let size = 0;
  let waiting: (() => void)[] = [];
  let closing: Promise<readonly AccessEventInput[]> | undefined;
  let sending: Promise<void> | undefined;

  const wake = (): void => {
    const all = waiting;
    waiting = [];
    for (const one of all) one();
  };
  const release = (count: number): void => {
    size -= count;
    wake();
  };

  /** Lets go of what the service answered for; of what it refused, once that was told. */
  const settle = async (sent: readonly AccessEventInput[], results: readonly Settled[]): Promise<void> => {
    const done = new Set<AccessEventInput>();
    const recorded: string[] = [];
    try {
      for (const [n, event] of sent.entries()) {
        const result = results[n];
        if (result?.outcome === "accepted" || result?.outcome === "duplicate") recorded.push(event.eventId);
        else if (result) await onRefused({ ...result, event });
        done.add(event);
      }
    } finally {
      held = held.filter((event) => !done.has(event));
      release(done.size);
      if (recorded.length > 0) onRecorded?.(recorded);
    }
  };

  /** Sends as many of the events as one call takes. Where a call cannot be read, halves find the one that is to blame. */
  const send = async (events: readonly AccessEventInput[]): Promise<void> => {
    let results: readonly Settled[];
    try {
      results = await sender.sendCall(events, surroundings.clock() + deadlineMs, ended.signal);
    } catch (error) {
      if (!(error instanceof RecorderError) || !ABOUT_CONTENT.includes(error.intakeStatus)) throw error;
      if (events.length === 1) return settle(events, [{ outcome: "rejected", code: error.code }]);
      const half = Math.ceil(events.length / 2);
      await send(events.slice(0, half));
      return send(events.slice(half));
    }
    await settle(events.slice(0, results.length), results);
  };

  const sendAll = async (): Promise<void> => {
    while (held.length > 0 && !ended.signal.aborted) {
      if (held.length < LIMITS.eventsPerCall && !closing) await surroundings.sleep(lingerMs, ended.signal);
      try {
        await send(held.slice(0, LIMITS.eventsPerCall));
      } catch (cause) {
        const error = cause instanceof RecorderError ? cause : new RecorderError("ACCESS_NOT_RECORDED", { cause });
        // What a listener throws is loud, and stops nothing here.
        queueMicrotask(() => onDelayed?.(error));
        await surroundings.sleep(Math.max(PAUSE_MS, (error.retryAfterSeconds ?? 0) * 1_000), ended.signal);
      }
    }
  };
  const start = (): void => {
    sending ??= sendAll().then(() => {
      sending = undefined;
      // Something may have come after the last look at what is held.
      if (held.length > 0 && !ended.signal.aborted) start();
    });
  };

  const hold = async (
    events: readonly AccessEventInput[],
    ready: (events: readonly AccessEventInput[]) => Promise<readonly AccessEventInput[]>,
  ): Promise<void> => {
    while (!closing && size > 0 && size + events.length > maxEvents) {
      if (whenFull === "refuse") throw new RecorderError("QUEUE_FULL");
      await new Promise<void>((done) => waiting.push(done));
    }
    if (closing) throw new RecorderError("QUEUE_CLOSED");
    size += events.length;
    try {
      const counted = await ready(events);
      if (ended.signal.aborted) throw new RecorderError("QUEUE_CLOSED");
      held.push(...counted);
    } catch (error) {
      release(events.length);
      throw error;
    }
    start();
  };
  const queue = async (...args: Parameters<typeof hold>): Promise<void> => {
    const one = hold(...args);
    adding.add(one);
    await one.finally(() => adding.delete(one));
  };

  const end = async (endMs: number): Promise<readonly AccessEventInput[]> => {
    const drained = new AbortController();
    const late = surroundings.sleep(endMs, drained.signal).then(() => ended.abort());
    wake();
    await Promise.race([late, Promise.allSettled(adding).then(() => sending)]);
    ended.abort();
    drained.abort();
    await sending;
    return held;
  };

  return {
    add: async (look) => {
      const events = parts.eventsOf(look);
      await queue(events, numbered);
      return events.map(({ eventId }) => eventId);
    },
    resume: (events) => queue(events, async (as) => as),
    close: ({ deadlineMs: endMs = 30_000 } = {}) => {
      closing ??= Promise.resolve(endMs).then(end);
      return closing;
    },
  };
};
