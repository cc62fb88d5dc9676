/**
 * One record as JSON into nothing, in a process of its own: prints the process's peak memory in bytes.
 * Arguments: endpoint, access log table, portal table, customer key.
 */
import { createWriteStream } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createRulings } from "../../functions/adapters/matter-store.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { toJson } from "../../functions/formats/export/json.ts";
import { readRecord } from "../../functions/use-cases/read-record.ts";
import config from "../../regard.config.ts";

const [, , endpoint = "", accessLogTable = "", portalTable = "", customerKey = ""] = process.argv;
const client = createDynamoDb({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const keyring = createKeyring("a secret of the benchmark, thirty-two bytes at the least");
const record = await readRecord(
  {
    accessLog: createAccessLog(client, accessLogTable, Date.now),
    sources: createSources(client, portalTable),
    erasures: createErasures(client, portalTable),
    facts: createFacts(client, portalTable),
    rulings: createRulings(client, { name: portalTable, keyring }),
    keyring,
    config,
  },
  { customerKey, reference: "RG-0000-0000", period: {}, language: "en", generatedAt: new Date().toISOString() },
);
await pipeline(Readable.from(toJson(record)), createWriteStream("/dev/null"));
client.destroy();
console.log(JSON.stringify({ accesses: record.header.summary.accesses, bytes: process.resourceUsage().maxRSS * 1024 }));
