import { type AttributeValue, type DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import type { TableScan } from "../use-cases/table-ports.ts";
import { itemTexts } from "./item-texts.ts";

type Item = Record<string, AttributeValue>;

/** A key is text, a number or bytes. */
const cursor = z.record(
  z.string(),
  z.union([z.strictObject({ S: z.string() }), z.strictObject({ N: z.string() }), z.strictObject({ B: z.string() })]),
);

const writeCursor = (key: Item): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(key).map(([name, { S, N, B = new Uint8Array() }]) => [
        name,
        S !== undefined ? { S } : N !== undefined ? { N } : { B: Buffer.from(B).toString("base64") },
      ]),
    ),
  );

const readCursor = (text: string): Item =>
  Object.fromEntries(
    Object.entries(cursor.parse(JSON.parse(text))).map(([name, value]): [string, AttributeValue] => [
      name,
      "B" in value ? { B: Buffer.from(value.B, "base64") } : value,
    ]),
  );

/** Reads a company's own table through, in segments side by side (DynamoDB Developer Guide, "Parallel scan"). */
export const createTableScan = (client: DynamoDBClient, TableName: string): TableScan => ({
  pages: async function* (Segment, TotalSegments, from) {
    let ExclusiveStartKey = from === undefined ? undefined : readCursor(from);
    do {
      const { Items = [], LastEvaluatedKey } = await client
        .send(new ScanCommand({ TableName, ConsistentRead: true, Segment, TotalSegments, ExclusiveStartKey }))
        .catch((cause: unknown) => {
          if (cause instanceof Refusal) throw cause;
          const detail = "The table cannot be read. Check its name, AWS_REGION and the right to Scan it.";
          throw new Refusal("FILE_UNREADABLE", { detail, cause });
        });
      ExclusiveStartKey = LastEvaluatedKey;
      yield {
        items: Items.map(itemTexts),
        ...(LastEvaluatedKey !== undefined && { next: writeCursor(LastEvaluatedKey) }),
      };
    } while (ExclusiveStartKey !== undefined);
  },
});
