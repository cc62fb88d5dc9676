import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AccessEventInput } from "../contract/access-event.ts";
import { type Correction, eventsOf, type Look } from "./look.ts";
import { intakeOf, type RecorderOptions } from "./options.ts";
import { createQueue, type Queue, type QueueOptions } from "./queue.ts";
import { RecorderError } from "./recorder-error.ts";
import { createSender, type Surroundings } from "./send.ts";

export { RecorderError };

/** An access that is in the log. */
export interface Access {
  readonly eventId: string;
  /**
   * Says what turned out otherwise than was written: the fields that were really shown, or that nothing was
   * (`outcome: "error"`). A new event that supersedes; what was written stays in the log. Await it before anything is
   * shown. Throws what `record` throws.
   */
  correct(correction: Correction): Promise<void>;
}

export interface Recorder {
  /**
   * Writes the look, then reads: `read` is only called, and its result only answered, once the look is in the log.
   * Declare all that may be shown; where less was, `access.correct` says so.
   * @throws {RecorderError} as `record`; what `read` throws passes through, and the look stays in the log.
   */
  withAccess<Data>(look: Look, read: (access: Access) => Data | Promise<Data>): Promise<Data>;
  /**
   * For searches and lists, where whom it is about is known only after reading: reads, writes what `looksOf` says,
   * and answers the result only then. No looks (nobody was found), no write.
   * @throws {RecorderError} as `record`.
   */
  withResults<Data>(read: () => Data | Promise<Data>, looksOf: (data: Data) => Look | readonly Look[]): Promise<Data>;
  /**
   * Writes one look and answers when it is in the log. Tries again until the deadline, always the same event, so that a
   * lost answer never makes two.
   * @throws {RecorderError} ACCESS_NOT_RECORDED, EVENT_REJECTED, EVENT_QUARANTINED, CUSTOMER_MISSING, EVENT_TOO_LARGE,
   * CALLER_NOT_ALLOWED, CALL_REFUSED, CREDENTIALS_MISSING: nothing may be shown.
   */
  record(look: Look): Promise<Access>;
  /** For looks that may be shown before they are in the log. See `createQueue`. */
  queue(options: QueueOptions): Queue;
}

const WORLD: Surroundings = {
  fetch: (...args) => fetch(...args),
  clock: Date.now,
  random: Math.random,
  newId: randomUUID,
  sleep: (ms, signal) => sleep(ms, undefined, signal && { signal }).catch(() => {}),
};

/**
 * Makes the recorder of one back-office system.
 * @param surroundings For tests: the clock, the network and the like.
 * @throws {RecorderError} RECORDER_MISCONFIGURED.
 */
export const createRecorder = (options: RecorderOptions, surroundings: Partial<Surroundings> = {}): Recorder => {
  const world = { ...WORLD, ...surroundings };
  const { source, nextSeq, onFailed } = options;
  const intake = intakeOf(options, process.env, world.clock);
  const { deadlineMs } = intake;
  const sender = createSender(intake, world);

  const eventsOfLook = (look: Look) => eventsOf(look, { source, eventId: world.newId(), now: new Date(sender.now()) });

  const numbered = async (events: readonly AccessEventInput[]): Promise<readonly AccessEventInput[]> => {
    if (!nextSeq) return events;
    const counted: AccessEventInput[] = [];
    for (const event of events) counted.push({ ...event, sourceSeq: await nextSeq() });
    return counted;
  };

  /** Writes all of the events or throws; some may be in the log even then. */
  const write = async (unnumbered: readonly AccessEventInput[]): Promise<void> => {
    const until = world.clock() + deadlineMs;
    try {
      for (let rest = await numbered(unnumbered); rest.length > 0; ) {
        const results = await sender.sendCall(rest, until);
        for (const { outcome, code, field } of results) {
          if (outcome === "rejected") throw new RecorderError("EVENT_REJECTED", { serviceCode: code, field });
          if (outcome === "quarantined") throw new RecorderError("EVENT_QUARANTINED", { serviceCode: code, field });
        }
        rest = rest.slice(results.length);
      }
    } catch (error) {
      if (error instanceof RecorderError) onFailed?.(error);
      throw error;
    }
  };

  const accessOf = (events: readonly AccessEventInput[]): Access => {
    let current = events;
    return {
      eventId: events[0]?.eventId ?? "",
      correct: async (correction) => {
        const corrected = current.map(
          (event): AccessEventInput => ({
            ...event,
            ...correction,
            eventId: world.newId(),
            supersedes: event.eventId,
          }),
        );
        await write(corrected);
        current = corrected;
      },
    };
  };

  const record = async (look: Look): Promise<Access> => {
    const events = eventsOfLook(look);
    if (events.length === 0) throw new RecorderError("CUSTOMER_MISSING");
    await write(events);
    return accessOf(events);
  };

  return {
    record,
    withAccess: async (look, read) => read(await record(look)),
    withResults: async (read, looksOf) => {
      const data = await read();
      await write([looksOf(data)].flat().flatMap(eventsOfLook));
      return data;
    },
    queue: (queueOptions) =>
      createQueue({ sender, eventsOf: eventsOfLook, numbered, surroundings: world, deadlineMs }, queueOptions),
  };
};
