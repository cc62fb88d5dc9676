import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { caseFact, employeeFact } from "../contract/facts.ts";
import { caseKey } from "../domain/access.ts";
import type { Facts } from "../use-cases/ports.ts";
import { getAll, putAll } from "./batches.ts";
import { caseItemKey, DATA_FORMAT, employeeItemKey } from "./table-keys.ts";

const knownCase = z.extend(z.omit(caseFact, { customerId: true }), { customerKey: z.string() });
const factItem = z.object({ fact: z.object({ S: z.string() }) });

const itemOf = (key: { readonly pk: string; readonly sk: string }, fact: unknown) => ({
  pk: { S: key.pk },
  sk: { S: key.sk },
  fact: { S: JSON.stringify(fact) },
  v: { N: String(DATA_FORMAT) },
});
const factOf = (item: unknown): unknown => JSON.parse(factItem.parse(item).fact.S);

/** Business facts in the portal's table. */
export const createFacts = (client: DynamoDBClient, table: string): Facts => ({
  putCases: (cases) =>
    putAll(
      client,
      table,
      cases.map((fact) => itemOf(caseItemKey(fact), fact)),
    ),
  cases: async (references) => {
    const items = await getAll(client, table, references.map(caseItemKey));
    return new Map(items.map((item) => knownCase.parse(factOf(item))).map((fact) => [caseKey(fact), fact]));
  },
  putEmployees: (employees) =>
    putAll(
      client,
      table,
      employees.map((fact) => itemOf(employeeItemKey(fact.id), fact)),
    ),
  protectedAmong: async (employeeIds) => {
    const items = await getAll(client, table, employeeIds.map(employeeItemKey));
    const facts = items.map((item) => employeeFact.parse(factOf(item)));
    return new Set(facts.filter((fact) => fact.protected).map(({ id }) => id));
  },
});
