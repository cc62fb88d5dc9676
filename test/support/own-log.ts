import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCompanyLog } from "../../functions/adapters/company-log.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { type OwnLog, ownLog } from "../../functions/contract/own-log.ts";
import { itemReader } from "../../functions/formats/import/table-event.ts";
import type { Arrival, Clock } from "../../functions/use-cases/ports.ts";
import type { Engine } from "./engine.ts";
import { createOwnTable, type OwnItem } from "./own-table.ts";

/** Engines from elsewhere are shared by all test files. */
const TABLE = `OwnLog-${process.pid}-${Date.now()}`;

/** A company's own log as single-table designs have it: everything under prefixed keys, employees by an index. */
export const OWN_LOG: OwnLog = ownLog.parse({
  table: TABLE,
  source: "own",
  since: "2024-01-01",
  customer: {
    id: { attribute: "PK", prefix: "CUSTOMER#" },
    time: { attribute: "SK", prefix: "VIEW#", format: "iso" },
  },
  employee: {
    index: "byEmployee",
    id: { attribute: "who" },
    time: { attribute: "at", format: "milliseconds" },
  },
  map: {
    primaryKey: ["PK", "SK"],
    columns: { eventId: "id", "employee.id": "who", "employee.unit": "team.name", purpose: "why" },
    values: { action: "view" },
  },
});

export const createOwnLog = (client: DynamoDBClient): Promise<void> =>
  createOwnTable(client, TABLE, { partition: "PK", sort: "SK" }, { byEmployee: { partition: "who", sort: "at" } });

/** An item of the company's own log, of which `source` is always the log's. */
export const ownItem = (customerId: string, { access }: Pick<Arrival, "access">): OwnItem => ({
  PK: { S: `CUSTOMER#${customerId}` },
  SK: { S: `VIEW#${access.occurredAt}#${access.eventId}` },
  at: { N: String(Date.parse(access.occurredAt)) },
  id: { S: access.eventId },
  who: { S: access.employee.id },
  why: { S: access.purpose },
  team: { M: { name: { S: access.employee.unit ?? "none" } } },
});

/** Regard's log on the engine, merged with the company's own. */
export const companyLog = ({ client, accessLogTable, portalTable }: Engine, clock: Clock, own: OwnLog = OWN_LOG) => {
  const keyring = createKeyring("a secret for tests only, as long as it has to be");
  const place = { config: { ownLog: own }, accessLogTable, portalTable, keyring, clock };
  return { ...createCompanyLog(client, place, itemReader), keyring };
};
