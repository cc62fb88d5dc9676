import * as z from "zod/mini";
import type { AwsCall } from "./aws-call.ts";

const attribute = z.record(z.string(), z.unknown());
const item = z.record(z.string(), attribute);
const one = z.object({
  TableName: z.string(),
  IndexName: z.optional(z.string()),
  Key: z.optional(item),
  Item: z.optional(item),
  KeyConditionExpression: z.optional(z.string()),
  ConditionExpression: z.optional(z.string()),
  FilterExpression: z.optional(z.string()),
  ProjectionExpression: z.optional(z.string()),
  UpdateExpression: z.optional(z.string()),
  ReturnValues: z.optional(z.string()),
  Select: z.optional(z.string()),
  ExpressionAttributeNames: z._default(z.record(z.string(), z.string()), {}),
  ExpressionAttributeValues: z._default(item, {}),
});
type One = z.infer<typeof one>;
const transaction = z.object({ TransactItems: z.array(z.record(z.string(), one)) });
const batchGet = z.object({ RequestItems: z.record(z.string(), z.object({ Keys: z.array(item) })) });
const batchWrite = z.object({
  RequestItems: z.record(
    z.string(),
    z.array(
      z.object({
        PutRequest: z.optional(z.object({ Item: item })),
        DeleteRequest: z.optional(z.object({ Key: item })),
      }),
    ),
  ),
});

/** A part of a transaction, and the permission that it needs: its own (IAM, "Actions for DynamoDB"). */
const PARTS: Readonly<Record<string, string>> = {
  Put: "PutItem",
  Update: "UpdateItem",
  Delete: "DeleteItem",
  Get: "GetItem",
  ConditionCheck: "ConditionCheckItem",
};

/** A table as the requests name it, and as the policies do. */
export interface NamedTable {
  readonly arn: string;
  readonly partitionKey: string;
}

/** Words of expressions that name no attribute; a function has its bracket behind it. */
const GRAMMAR = /^(?:AND|OR|NOT|BETWEEN|IN|SET|REMOVE|ADD|DELETE)$/i;

/** Every attribute that a request names, in its key, its item or its expressions (`dynamodb:Attributes`). */
const attributesIn = (asked: One): string[] => {
  const { KeyConditionExpression, ConditionExpression, FilterExpression, ProjectionExpression, UpdateExpression } =
    asked;
  const words = [KeyConditionExpression, ConditionExpression, FilterExpression, ProjectionExpression, UpdateExpression]
    .flatMap((text = "") => text.match(/(?<![\w:#.])#?[A-Za-z]\w*(?!\w*\s*\()/g) ?? [])
    .filter((word) => !GRAMMAR.test(word));
  const named = words.map((word) => asked.ExpressionAttributeNames[word] ?? word);
  return [...new Set([...Object.keys(asked.Key ?? asked.Item ?? {}), ...named])].sort();
};

/** What a read shows and a write gives back, as IAM's conditions know it; left out, all there is and nothing. */
const shownBy = (name: string, { Select, ProjectionExpression, ReturnValues }: One): Record<string, string[]> =>
  name === "Query" || name === "Scan"
    ? { "dynamodb:Select": [Select ?? (ProjectionExpression === undefined ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES")] }
    : { "dynamodb:ReturnValues": [ReturnValues ?? "NONE"] };

const scalar = (value: Record<string, unknown> | undefined): string[] =>
  value === undefined ? [] : Object.values(value).map(String);

/** The value that the partition key is held to in a query: `pk = :value`. */
const askedPartition = (query: One, partitionKey: string, indexed: string | undefined): string[] => {
  const [, name = "", value = ""] = /(?:^|AND )\(?(#?\w+) = (:\w+)/.exec(query.KeyConditionExpression ?? "") ?? [];
  const attributeName = query.ExpressionAttributeNames[name] ?? name;
  if (indexed === undefined && attributeName !== partitionKey)
    throw new Error(`A query is not held to ${partitionKey}: ${query.KeyConditionExpression}`);
  return scalar(query.ExpressionAttributeValues[value]);
};

/** What a request to DynamoDB asks IAM for; of a transaction and a batch, table by table and part by part. */
export const dynamoDbCalls = (
  operation: string,
  body: unknown,
  tableNamed: (name: string) => NamedTable,
): readonly AwsCall[] => {
  const call = (name: string, table: NamedTable, keys: readonly string[], index = ""): AwsCall => ({
    action: `dynamodb:${name}`,
    resource: `${table.arn}${index}`,
    // A scan has none.
    context: keys.length === 0 ? {} : { "dynamodb:LeadingKeys": [...new Set(keys)].sort() },
  });
  const withAttributes = (asked: One, name: string, one: AwsCall): AwsCall => ({
    ...one,
    context: { ...one.context, "dynamodb:Attributes": attributesIn(asked), ...shownBy(name, asked) },
  });
  const single = (name: string, asked: One): AwsCall => {
    const table = tableNamed(asked.TableName);
    // About the table and no item of it.
    if (name.startsWith("Describe")) return call(name, table, []);
    const keys =
      name === "Scan"
        ? []
        : name === "Query"
          ? askedPartition(asked, table.partitionKey, asked.IndexName)
          : scalar((asked.Key ?? asked.Item)?.[table.partitionKey]);
    return withAttributes(asked, name, call(name, table, keys, asked.IndexName && `/index/${asked.IndexName}`));
  };
  const many = (name: string, tableName: string, keys: readonly z.infer<typeof item>[]): AwsCall => {
    const table = tableNamed(tableName);
    return call(
      name,
      table,
      keys.flatMap((key) => scalar(key[table.partitionKey])),
    );
  };

  switch (operation) {
    case "TransactWriteItems":
    case "TransactGetItems":
      return transaction
        .parse(body)
        .TransactItems.flatMap((part) =>
          Object.entries(part).map(([kind, asked]) => single(PARTS[kind] ?? kind, asked)),
        );
    case "BatchGetItem":
      return Object.entries(batchGet.parse(body).RequestItems).map(([name, { Keys }]) => many(operation, name, Keys));
    case "BatchWriteItem":
      return Object.entries(batchWrite.parse(body).RequestItems).map(([name, writes]) =>
        many(
          operation,
          name,
          writes.map(({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key ?? {}),
        ),
      );
    default:
      return [single(operation, one.parse(body))];
  }
};
