import type { AccessEventInput } from "../../functions/contract/access-event.ts";

/** The CloudEvent in which a system puts an event on the bus; undefined leaves an attribute out. */
export const cloudEvent = ({ eventId, source, occurredAt, ...data }: AccessEventInput, changes: object = {}) => ({
  specversion: "1.0",
  type: "regard.access-event.v1",
  ...{ id: eventId, source, time: occurredAt, datacontenttype: "application/json", data },
  ...changes,
});

/** What EventBridge makes of it, as a queue carries it. */
export const onBus = (detail: unknown): string =>
  JSON.stringify({
    ...{ version: "0", id: "0f5c1d2e", "detail-type": "look", source: "crm", account: "000000000000" },
    ...{ time: "2026-06-15T12:00:00Z", region: "eu-west-1", resources: [], detail },
  });
