import { randomUUID } from "node:crypto";
import * as z from "zod/mini";
import { LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { Assembly } from "./assembly.ts";
import { startJsonService } from "./json-service.ts";
import type { Queues } from "./queues.ts";
import { LOCAL_ACCOUNT, resourceOf } from "./references.ts";

const bus = z.object({ Name: z.string() });
/** Of the patterns, the one that everything fits: no other is run here as if it were. */
const rule = z.object({
  EventBusName: z.optional(z.string()),
  EventPattern: z.optional(z.strictObject({ source: z.tuple([z.strictObject({ prefix: z.literal("") })]) })),
  Targets: z.array(z.object({ Arn: z.string() })),
});
const putEvents = z.object({
  Entries: z.array(
    z.object({
      EventBusName: z.string(),
      Source: z.string(),
      DetailType: z.string(),
      Detail: z.string(),
      Time: z.optional(z.number()),
    }),
  ),
});

/** As much of EventBridge as a sender asks for: `PutEvents` to the template's bus. */
export const startEventBus = async (assembly: Assembly, queues: Pick<Queues, "send">) => {
  const ids = new Map(
    assembly
      .resources("AWS::Events::EventBus", bus)
      .flatMap(({ id, properties: { Name } }) => [[Name, id] as const, [id, id] as const]),
  );
  const rules = assembly
    .resources("AWS::Events::Rule", rule)
    .flatMap(({ properties }) => (properties.EventPattern === undefined ? [] : [properties]));

  const put = (entry: z.infer<typeof putEvents>["Entries"][number]) => {
    const busId = ids.get(entry.EventBusName);
    if (busId === undefined) return { ErrorCode: "ResourceNotFoundException", ErrorMessage: "There is no such bus." };
    const id = randomUUID();
    const event = JSON.stringify({
      ...{ version: "0", id, "detail-type": entry.DetailType, source: entry.Source, account: LOCAL_ACCOUNT },
      time: new Date(entry.Time === undefined ? Date.now() : entry.Time * 1_000).toISOString(),
      ...{ region: LOCAL_REGION, resources: [], detail: JSON.parse(entry.Detail) },
    });
    for (const { EventBusName, Targets } of rules)
      if (EventBusName === busId) for (const { Arn } of Targets) queues.send(resourceOf(Arn), event);
    return { EventId: id };
  };

  return startJsonService((operation, asked) => {
    const read = putEvents.safeParse(asked);
    if (!read.success || operation !== "AWSEvents.PutEvents")
      return { done: false, answer: { __type: "ValidationException", Message: "There is only PutEvents here." } };
    const entries = read.data.Entries.map(put);
    const failed = entries.filter((one) => "ErrorCode" in one).length;
    return { done: true, answer: { FailedEntryCount: failed, Entries: entries } };
  });
};
