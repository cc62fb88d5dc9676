import { type DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type MonthNumbers, monthNumbers } from "../contract/numbers.ts";
import { utcInstant } from "../contract/text.ts";
import type { NumbersStore } from "../use-cases/numbers-ports.ts";
import { attributes, type PortalTable, readItem } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { DATA_FORMAT, NUMBERS_PARTITION, numbersItemKey } from "./table-keys.ts";
import { held } from "./transact.ts";

/** In clear: statistics of five people and more are about nobody. */
const numbersItem = z.object({ madeAt: utcInstant, numbers: z.string() });
const open = ({ numbers }: z.infer<typeof numbersItem>): MonthNumbers => monthNumbers.parse(JSON.parse(numbers));

/** The numbers for the board in the portal's table. */
export const createNumbersStore = (client: DynamoDBClient, table: PortalTable): NumbersStore => {
  const { get, pages } = portalReads(client, table);
  return {
    keep: async (numbers) => {
      const { month, madeAt } = numbers;
      const item = { ...numbersItemKey(month), v: DATA_FORMAT, madeAt, numbers: JSON.stringify(numbers) };
      // Where it does not hold, later numbers stand there already.
      await held(
        client.send(
          new PutItemCommand({
            TableName: table.name,
            Item: attributes(item),
            ConditionExpression: "attribute_not_exists(pk) OR madeAt <= :madeAt",
            ExpressionAttributeValues: attributes({ ":madeAt": madeAt }),
          }),
        ),
      );
    },
    of: async (month) => {
      const item = await get(numbersItemKey(month), numbersItem);
      return item && open(item);
    },
    all: async () => {
      const found: MonthNumbers[] = [];
      for await (const items of pages("pk = :pk", { ":pk": NUMBERS_PARTITION }, { ScanIndexForward: false }))
        found.push(...items.map((item) => open(readItem(numbersItem, item))));
      return found;
    },
  };
};
