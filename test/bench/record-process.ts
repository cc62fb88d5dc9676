/**
 * One record as JSON into nothing, in a process of its own: prints the process's peak memory in bytes.
 * Arguments: endpoint, access log table, portal table, customer id, and the table of the company's own log, if it has one.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createCompanyLog } from "../../functions/adapters/company-log.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createRulings } from "../../functions/adapters/matter-store.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { toJson } from "../../functions/formats/export/json.ts";
import { itemReader } from "../../functions/formats/import/table-event.ts";
import { readRecord } from "../../functions/use-cases/read-record.ts";
import company from "../../regard.config.ts";
import { OWN_LOG } from "../support/own-log.ts";
import { keyring } from "./keyring.ts";

const [, , endpoint = "", accessLogTable = "", portalTable = "", customerId = "", ownTable = ""] = process.argv;
const client = createDynamoDb({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const config = { ...company, ownLog: ownTable === "" ? undefined : { ...OWN_LOG, table: ownTable } };
const place = { config, accessLogTable, portalTable, keyring, clock: Date.now };
const record = await readRecord(
  {
    ...createCompanyLog(client, place, itemReader),
    erasures: createErasures(client, portalTable),
    facts: createFacts(client, portalTable),
    rulings: createRulings(client, { name: portalTable, keyring }),
    keyring,
    config,
  },
  {
    customerKey: keyring.customerKey(customerId),
    reference: "RG-0000-0000",
    period: {},
    language: "en",
    generatedAt: new Date().toISOString(),
  },
);
await pipeline(Readable.from(toJson(record)), createWriteStream("/dev/null"));
client.destroy();
console.log(JSON.stringify({ accesses: record.header.summary.accesses, bytes: process.resourceUsage().maxRSS * 1024 }));
