import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { accessEvent, MAX_CUSTOMERS_PER_EVENT, MAX_EVENT_BYTES } from "../../../functions/contract/access-event.ts";
import {
  INTAKE_ROUTES,
  type IntakeResult,
  MAX_INTAKE_BYTES,
  MAX_INTAKE_ITEMS,
} from "../../../functions/contract/intake-api.ts";
import { resultsIn } from "../../../functions/recorder/answer.ts";
import { nextCall } from "../../../functions/recorder/calls.ts";
import { LIMITS } from "../../../functions/recorder/limits.ts";
import { bytesOf, eventsOf } from "../../../functions/recorder/look.ts";
import { lookAt } from "../../support/looked.ts";

const MADE = { source: "orders-desk", eventId: "e", now: new Date("2026-11-25T12:00:00Z") };
const customerIds = fc.uniqueArray(
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 200 })
    .map((id) => `c${id.replace(/\p{Cc}/gu, "").trim()}`.slice(0, 200).toWellFormed()),
  { maxLength: 300 },
);

describe("a look", () => {
  it("has the contract's limits", () => {
    expect(LIMITS).toEqual({
      eventBytes: MAX_EVENT_BYTES,
      customersPerEvent: MAX_CUSTOMERS_PER_EVENT,
      eventsPerCall: MAX_INTAKE_ITEMS,
      callBytes: MAX_INTAKE_BYTES,
    });
  });

  it("becomes an event that the contract takes", () => {
    const [event] = eventsOf(lookAt("C-1", { fieldsRevealed: ["phone"] }), MADE);
    expect(accessEvent.parse(event)).toMatchObject({
      eventId: "e",
      customerId: "C-1",
      action: "view",
      involvement: "opened",
    });
    expect(event).not.toHaveProperty("recordCount");
    expect(event).not.toHaveProperty("customer");
  });

  it("keeps the id and the instant of a caller that may send it again", () => {
    const look = lookAt("C-1", { eventId: "own", occurredAt: "2026-11-24T08:00:00Z" });
    expect(eventsOf(look, MADE)).toMatchObject([{ eventId: "own", occurredAt: "2026-11-24T08:00:00Z" }]);
  });

  it("names each of its customers once, in as many events as they need, each of a size that is taken", () => {
    fc.assert(
      fc.property(customerIds, (customers) => {
        const events = eventsOf(lookAt([...customers, ...customers.slice(0, 3)]), MADE);
        expect(events.flatMap(({ customerId }) => customerId)).toEqual(customers);
        expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(events.length);
        for (const event of events) {
          expect(bytesOf(event)).toBeLessThanOrEqual(LIMITS.eventBytes);
          expect([event.customerId].flat().length).toBeLessThanOrEqual(LIMITS.customersPerEvent);
          expect(event.recordCount ?? 1).toBe(customers.length);
          expect(event.partOf).toBe(events.length > 1 ? MADE.eventId : undefined);
        }
      }),
    );
  });

  it("that showed more than it names is in bulk once, in however many events it names them", () => {
    const customers = Array.from({ length: 100 }, (_, n) => `C-${n}`);
    const events = eventsOf(lookAt(customers, { recordCount: 101 }), MADE);
    expect(events.map(({ partOf }) => partOf)).toEqual([undefined, "e", "e", "e"]);
    expect(new Set(events.map(({ recordCount }) => recordCount))).toEqual(new Set([101]));
  });

  it("is refused where it is too large for any event", () => {
    const fieldsRevealed = Array.from({ length: 300 }, (_, n) => `${n}`.padEnd(80, "x"));
    expect(() => eventsOf(lookAt("C-1", { fieldsRevealed }), MADE)).toThrow("EVENT_TOO_LARGE");
  });
});

describe("calls", () => {
  it("carry every event once and in order, none of them above 500 events or 1 MiB", () => {
    const sized = fc.record({ count: fc.integer({ min: 1, max: 40 }), size: fc.integer({ min: 0, max: 15_000 }) });
    fc.assert(
      fc.property(fc.array(sized, { maxLength: 40 }), (runs) => {
        const events = runs.flatMap(({ count, size }, run) =>
          Array.from({ length: count }, (_, n) => ({
            ...MADE,
            occurredAt: "2026-11-25T12:00:00.000Z",
            customerId: "C-1",
            employee: { id: "é".repeat(size / 2) },
            action: "view" as const,
            eventId: `${run}-${n}`,
          })),
        );
        const sent: string[] = [];
        for (let rest = events; rest.length > 0; ) {
          const { body, count } = nextCall(rest);
          expect(Buffer.byteLength(body)).toBeLessThanOrEqual(LIMITS.callBytes);
          const read = z.object({ events: z.array(z.object({ eventId: z.string() })) }).parse(JSON.parse(body)).events;
          expect(read.length).toBe(count);
          expect(count).toBeGreaterThan(0);
          expect(count).toBeLessThanOrEqual(LIMITS.eventsPerCall);
          sent.push(...read.map(({ eventId }) => eventId));
          rest = rest.slice(count);
        }
        expect(sent).toEqual(events.map(({ eventId }) => eventId));
      }),
    );
  });

  it("are what the intake reads, and its answers are read as it means them", () => {
    const { body, answer } = INTAKE_ROUTES.sendAccessEvents;
    const { events } = body.parse(JSON.parse(nextCall(eventsOf(lookAt(["C-1", "C-2"]), MADE)).body));
    expect(accessEvent.parse(events[0])).toMatchObject({ customerId: ["C-1", "C-2"], recordCount: 2 });
    // A new outcome does not compile before the recorder knows it.
    const every: Readonly<Record<IntakeResult["outcome"], true>> = {
      accepted: true,
      duplicate: true,
      rejected: true,
      quarantined: true,
    };
    const results = Object.keys(every).map((outcome) => ({ outcome, code: "EVENT_FIELD_INVALID", field: "purpose" }));
    expect(resultsIn(JSON.stringify(answer.parse({ results })), results.length)).toEqual(results);
  });

  it.each([
    ["no JSON", "<html>"],
    ["JSON of something else", '{"message":"OK"}'],
    ["an outcome that nobody knows", '{"results":[{"outcome":"stored"},{"outcome":"accepted"}]}'],
    ["fewer results", '{"results":[{"outcome":"accepted"}]}'],
    ["more results", '{"results":[{"outcome":"accepted"},{"outcome":"accepted"},{"outcome":"accepted"}]}'],
  ])("are not answered by %s", (_, body) => {
    expect(resultsIn(body, 2)).toBeUndefined();
  });
});
