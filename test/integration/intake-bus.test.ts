import { describe, expect, it } from "vitest";
import { onQueuedEvents } from "../../functions/handlers/event-queue.ts";
import { allOf } from "../support/arrivals.ts";
import { cloudEvent, onBus } from "../support/bus-events.ts";
import { useEngine } from "../support/engine.ts";
import { justNow, openIntake } from "../support/intake-door.ts";

const engine = await useEngine();

describe("the function that takes from the bus's queue", () => {
  const intake = openIntake(engine);
  const take = onQueuedEvents(intake);
  const rowsOf = (customerId: string) => allOf(intake.accessLog, intake.keyring.customerKey(customerId));
  /** The positions of the bodies that failed. */
  const failedOf = async (...bodies: readonly string[]) => {
    const { batchItemFailures } = await take({ Records: bodies.map((body, n) => ({ messageId: `m-${n}`, body })) });
    return batchItemFailures.map(({ itemIdentifier }) => Number(itemIdentifier.slice(2)));
  };

  it("takes the id, source and time of an event from its envelope, or from inside where they agree", async () => {
    const event = justNow({ eventId: "bus-1", customerId: "bus" });
    expect(await failedOf(onBus(cloudEvent(event)))).toEqual([]);
    const { eventId, source, occurredAt } = event;
    const inside = cloudEvent(event, { time: "2026-06-15T13:59:00+02:00", data: event });
    expect(await failedOf(onBus(inside), onBus(cloudEvent(event, { data: event, time: undefined })))).toEqual([]);
    expect(await rowsOf("bus")).toMatchObject([{ eventId, source, occurredAt: new Date(occurredAt).toISOString() }]);
    expect(await rowsOf("bus")).toHaveLength(1);
  });

  it("sets aside what contradicts its envelope or cannot be taken, and reports what nobody else would hear of", async () => {
    await intake.send([justNow({ eventId: "bus-taken", customerId: "mixed" })]);
    const before = (await Array.fromAsync(intake.quarantine.all())).flat().length;
    const event = (eventId: string, changes = {}) => justNow({ eventId, customerId: "mixed", ...changes });
    const failed = await failedOf(
      onBus(cloudEvent(event("bus-good"))),
      onBus(cloudEvent(event("bus-other"), { data: event("bus-another") })),
      onBus(cloudEvent(event("bus-curious", { purpose: "CURIOSITY" }))),
      onBus(cloudEvent(event("bus-taken", { purpose: "BILLING" }))),
      onBus(cloudEvent(event("bus-old", { occurredAt: "2026-05-03T09:30:00Z" }))),
      onBus(cloudEvent(event("bus-late", { occurredAt: "2026-05-03T09:30:00Z" }), { late: true })),
      onBus(cloudEvent(event("bus-expired", { occurredAt: "2024-05-03T09:30:00Z" }), { late: true })),
      onBus(cloudEvent(event("bus-2"), { specversion: "0.3" })),
      onBus(cloudEvent(event("bus-3"), { type: "regard.acces-event.v1" })),
      onBus(cloudEvent(event("bus-4"), { data: "text" })),
      "{",
    );
    expect(failed).toEqual([7, 8, 9, 10, 3]);
    const aside = (await Array.fromAsync(intake.quarantine.all())).flat();
    expect(aside.slice(before).map(({ code }) => code)).toHaveLength(3);
    expect(new Set(aside.map(({ code }) => code))).toEqual(
      new Set(["EVENT_ENVELOPE_DIFFERS", "PURPOSE_UNKNOWN", "EVENT_LATE"]),
    );
    expect((await rowsOf("mixed")).map(({ eventId }) => eventId).sort()).toEqual(["bus-good", "bus-late", "bus-taken"]);
    for (const code of ["EVENT_UNREADABLE", "EVENT_CONFLICT", "EVENTS_QUARANTINED"])
      expect(intake.logged.map((line) => line.code)).toContain(code);
  });

  it("gives everything back where the store stays away", async () => {
    const lost = openIntake({ ...engine, accessLogTable: "no-such-table" });
    const { batchItemFailures } = await onQueuedEvents(lost)({
      Records: [1, 2].map((n) => ({ messageId: `m-${n}`, body: onBus(cloudEvent(justNow({ eventId: `lost-${n}` }))) })),
    });
    expect(batchItemFailures).toEqual([{ itemIdentifier: "m-1" }, { itemIdentifier: "m-2" }]);
    expect(lost.logged.at(-1)).toMatchObject({ code: "UNAVAILABLE", fault: "ResourceNotFoundException" });
  });
});
