import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { ACCESS_LOG_TABLE, DATA_FORMAT, PORTAL_TABLE } from "../../functions/adapters/table-keys.ts";

const item = z.record(z.string(), z.object({ N: z.optional(z.string()) }));
/** What a command puts, whichever it is. A batch of reads has no list under its tables. */
const writes = z.object({
  Item: z.optional(item),
  TransactItems: z._default(z.array(z.object({ Put: z.optional(z.object({ Item: item })) })), []),
  RequestItems: z._default(
    z.record(z.string(), z.catch(z.array(z.object({ PutRequest: z.optional(z.object({ Item: item })) })), [])),
    {},
  ),
});

/** What a table of the company's own holds, it is the company that writes. */
const isOurs = (one: z.infer<typeof item>): boolean =>
  [ACCESS_LOG_TABLE, PORTAL_TABLE].some(({ partitionKey }) => Object.hasOwn(one, partitionKey));

/**
 * Lets nothing through that does not say its data format. Every test on the engine writes through this, so that no
 * adapter, of today or later, can leave an item behind that a later release could not tell apart.
 */
export const guardFormat = (client: DynamoDBClient): DynamoDBClient => {
  client.middlewareStack.add(
    (next) => async (args) => {
      const { Item, TransactItems, RequestItems } = writes.parse(args.input);
      const put = [
        Item,
        ...TransactItems.map(({ Put }) => Put?.Item),
        ...Object.values(RequestItems).flatMap((requests) => requests.map(({ PutRequest }) => PutRequest?.Item)),
      ].filter((one) => one !== undefined);
      const unmarked = put.find((one) => isOurs(one) && one["v"]?.N !== String(DATA_FORMAT));
      if (unmarked !== undefined)
        throw new Error(`An item without its data format, of ${Object.keys(unmarked).join(", ")}`);
      return next(args);
    },
    { step: "initialize", name: "guardFormat" },
  );
  return client;
};
