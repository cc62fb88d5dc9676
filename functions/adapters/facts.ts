import type { AttributeValue, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { caseFact, customerFact, employeeFact, LONGEST_SHIFT_MS, shiftFact } from "../contract/facts.ts";
import { type CaseReference, caseKey } from "../domain/access.ts";
import type { KnownCase } from "../domain/evidence.ts";
import type { KnownEmployee } from "../domain/known-people.ts";
import { factEndsAt } from "../domain/retention.ts";
import type { Facts } from "../use-cases/ports.ts";
import { getAll, putAll } from "./batches.ts";
import { inPresentFormat } from "./data-format.ts";
import { attributes, ttl } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import {
  CUSTOMER_CASE_PREFIX,
  caseItemKey,
  customerCaseKey,
  customerFactKey,
  customerPartition,
  DATA_FORMAT,
  EMPLOYEES_PARTITION,
  employeeItemKey,
  employeeListKey,
  employeePartition,
  senderItemKey,
  senderPartition,
  shiftItemKey,
  shiftKey,
} from "./table-keys.ts";

const customerKey = z.string();
const knownCase = z.extend(z.omit(caseFact, { customerId: true }), { customerKey });
const knownEmployee = z.extend(z.omit(employeeFact, { customerId: true, conflictCustomerIds: true, contacts: true }), {
  senderKeys: z.optional(z.array(z.string())),
  customerKey: z.optional(customerKey),
  conflictCustomerKeys: z.optional(z.array(customerKey)),
});
const knownCustomer = z.extend(z.omit(customerFact, { customerId: true }), { customerKey });
const factItem = z.object({ fact: z.object({ S: z.string() }) });
const listItem = z.object({ sk: z.object({ S: z.string() }) });

type ItemKey = { readonly pk: string; readonly sk: string };

/** `endedAt`: when what the item is about ended, a UTC instant or a civil date; it is kept as long as it lasts. */
const listed = (key: ItemKey, endedAt?: string) =>
  attributes({ ...key, v: DATA_FORMAT, ...(endedAt !== undefined && ttl(Date.parse(factEndsAt(endedAt)))) });
const itemOf = (key: ItemKey, fact: unknown, endedAt?: string) => ({
  ...listed(key, endedAt),
  fact: { S: JSON.stringify(fact) },
});
const casePair = z.tuple([z.string(), z.string()]);
const referenceOf = (sortKey: string): CaseReference => {
  const [type, id] = casePair.parse(JSON.parse(sortKey.slice(CUSTOMER_CASE_PREFIX.length)));
  return { type, id };
};
const factOf = (item: Record<string, AttributeValue>): unknown =>
  JSON.parse(factItem.parse(inPresentFormat(item)).fact.S);

/** Business facts in the portal's table. */
export const createFacts = (client: DynamoDBClient, table: string): Facts => {
  const casesBy = async (references: readonly CaseReference[]): Promise<readonly KnownCase[]> => {
    const items = await getAll(client, table, references.map(caseItemKey));
    return items.map((item) => knownCase.parse(factOf(item)));
  };
  const employeesById = async (ids: readonly string[]): Promise<readonly KnownEmployee[]> => {
    const items = await getAll(client, table, ids.map(employeeItemKey));
    return items.map((item) => knownEmployee.parse(factOf(item)));
  };
  const { pages: query } = portalReads(client, { name: table });

  return {
    // The fact first, here and below: what is on a list, or found by a number, is known.
    putCases: async (cases) => {
      const facts = cases.map((fact) => itemOf(caseItemKey(fact), fact, fact.closedAt));
      await putAll(client, table, facts);
      const ofCustomers = cases.map((fact) => listed(customerCaseKey(fact.customerKey, fact), fact.closedAt));
      await putAll(client, table, ofCustomers);
    },
    cases: async (references) => new Map((await casesBy(references)).map((fact) => [caseKey(fact), fact])),
    casesOf: async (key) => {
      const pages = query("pk = :customer AND begins_with(sk, :case)", {
        ":customer": customerPartition(key),
        ":case": CUSTOMER_CASE_PREFIX,
      });
      const items = (await Array.fromAsync(pages)).flat();
      const cases = await casesBy(items.map((item) => referenceOf(listItem.parse(item).sk.S)));
      return cases.filter((known) => known.customerKey === key); // one may have been another's before
    },

    putEmployees: async (employees) => {
      const facts = employees.map((fact) => itemOf(employeeItemKey(fact.id), fact, fact.leftOn));
      await putAll(client, table, facts);
      const list = employees.map(({ id, leftOn }) => listed(employeeListKey(id), leftOn));
      const senders = employees.flatMap(({ id, leftOn, senderKeys = [] }) =>
        senderKeys.map((key) => listed(senderItemKey(key, id), leftOn)),
      );
      await putAll(client, table, [...list, ...senders]);
    },
    employees: async (ids) => new Map((await employeesById(ids)).map((fact) => [fact.id, fact])),
    allEmployees: async function* () {
      for await (const items of query("pk = :list", { ":list": EMPLOYEES_PARTITION })) {
        if (items.length > 0) yield employeesById(items.map((item) => listItem.parse(item).sk.S));
      }
    },
    employeesBySender: async (senderKeys) => {
      const keys = new Set(senderKeys);
      const pages = [...keys].map((key) => Array.fromAsync(query("pk = :sender", { ":sender": senderPartition(key) })));
      const items = (await Promise.all(pages)).flat(2);
      const found = await employeesById([...new Set(items.map((item) => listItem.parse(item).sk.S))]);
      return new Set(found.filter((one) => one.senderKeys?.some((key) => keys.has(key))).map(({ id }) => id));
    },
    protectedAmong: async (ids) =>
      new Set((await employeesById(ids)).filter((fact) => fact.protected).map(({ id }) => id)),

    putShifts: (shifts) =>
      putAll(
        client,
        table,
        shifts.map((fact) => itemOf(shiftItemKey(fact.employeeId, fact.from), fact, fact.to)),
      ),
    shifts: async (employeeId, { from, to }) => {
      const first = new Date(Date.parse(from) - LONGEST_SHIFT_MS).toISOString();
      const pages = query("pk = :employee AND sk BETWEEN :first AND :last", {
        ":employee": employeePartition(employeeId),
        ":first": shiftKey(first),
        ":last": shiftKey(to),
      });
      const items = (await Array.fromAsync(pages)).flat();
      return items.map((item) => shiftFact.parse(factOf(item))).filter((shift) => shift.to > from && shift.from < to);
    },

    putCustomers: (customers) =>
      putAll(
        client,
        table,
        customers.map((fact) => itemOf(customerFactKey(fact.customerKey), fact)),
      ),
    customers: async (keys) => {
      const items = await getAll(client, table, keys.map(customerFactKey));
      return new Map(items.map((item) => knownCustomer.parse(factOf(item))).map((fact) => [fact.customerKey, fact]));
    },
  };
};
