import { describe, expect, it } from "vitest";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { onQueuedEvents } from "../../functions/handlers/event-queue.ts";
import { jsonLog } from "../../functions/http/log.ts";
import { cloudEvent, onBus } from "../support/bus-events.ts";
import { useEngine } from "../support/engine.ts";
import { INTAKE_BODIES } from "../support/intake-bodies.ts";
import { justNow, openIntake } from "../support/intake-door.ts";
import { writtenDuring } from "../support/written-during.ts";

const NAME = "Canary O'Name";
const TEXT = "canary free text";
const CUSTOMER = "canary-customer";
const BODIES: Readonly<Record<string, unknown>> = INTAKE_BODIES;

const engine = await useEngine();

describe("the log of the intake", () => {
  it("holds no customer, employee, id or word, whatever was sent and whatever went wrong", async () => {
    const look = (eventId: string, changes: object = {}) => ({
      ...justNow({ eventId: `canary-${eventId}`, customerId: [CUSTOMER, `${CUSTOMER}-2`], purposeText: TEXT }),
      ...{ employee: { id: "canary-employee", name: NAME }, correlationId: "canary-trace" },
      ...changes,
    });
    const events = [
      ...[look("good"), look("again"), look("again", { purpose: "BILLING" }), look("peek", { action: TEXT })],
      ...[look("why", { purpose: "CURIOSITY" }), look("old", { occurredAt: "2026-01-01T00:00:00Z" }), TEXT],
      ...[look("more", { [TEXT]: NAME }), look("huge", { purposeText: TEXT.repeat(2_000) }), { [NAME]: TEXT }],
    ];
    const answers: string[] = [];
    const log = await writtenDuring(async (write) => {
      const open = (places = engine) => openIntake(places, { log: jsonLog(write) });
      const lost = { ...engine, accessLogTable: "canary-no-such-table" };
      const nowhere = { ...engine, portalTable: "canary-no-such-table" };
      for (const places of [engine, lost, nowhere]) {
        const intake = open(places);
        for (const [name, route] of Object.entries(INTAKE_ROUTES)) {
          for (const signed of [true, false]) {
            await intake.ask(route, BODIES[name], { authorization: NAME, "x-name": TEXT }, signed);
            await intake.ask(route, { events, canary: TEXT }, {}, signed);
            await intake.ask(route, `{"events": ["${TEXT}`, {}, signed);
          }
          await intake.ask({ method: route.method, path: `${route.path}/${CUSTOMER}` }, {});
        }
        const { sent } = await intake.ask(INTAKE_ROUTES.sendAccessEvents, { events });
        answers.push(sent);
        const bodies = [look("bus"), look("bus", { purpose: "BILLING" })].map((one) => onBus(cloudEvent(one)));
        await onQueuedEvents(intake)({
          Records: [...bodies, TEXT, onBus({ [NAME]: TEXT })].map((body, n) => ({ messageId: `m-${n}`, body })),
        });
      }
    });

    for (const canary of ["anary", NAME, TEXT, CUSTOMER]) expect(log).not.toContain(canary);
    for (const code of [
      ...["ANSWERED", "REQUEST_UNSIGNED", "REQUEST_INVALID", "REQUEST_UNREADABLE", "NOT_FOUND", "UNAVAILABLE"],
      ...["EVENT_CONFLICT", "EVENTS_QUARANTINED", "EVENT_UNREADABLE"],
    ])
      expect(log).toContain(`"code":"${code}"`);
    // An answer names the events by their ids, and repeats nothing else.
    for (const answer of answers) for (const canary of [NAME, TEXT, CUSTOMER]) expect(answer).not.toContain(canary);
    expect(answers[0]).toContain("canary-good");
  });
});
