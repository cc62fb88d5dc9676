/**
 * Takes a load of events through the intake's handler, in a process of its own: prints how many were accepted, the
 * process's peak memory in bytes, and what it still holds at the end, behind a forced collection (`--expose-gc`).
 * Arguments: endpoint, access log table, portal table, events in every lane.
 */
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { openIntake } from "../support/intake-door.ts";
import { sendLoad } from "../support/intake-load.ts";

const [, , endpoint = "", accessLogTable = "", portalTable = "", count = ""] = process.argv;
const client = createDynamoDb({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const { ask } = openIntake({ client, accessLogTable, portalTable });
const accepted = await sendLoad(ask, Number(count));
globalThis.gc?.();
const { heapUsed, external } = process.memoryUsage();
client.destroy();
console.log(JSON.stringify({ accepted, peak: process.resourceUsage().maxRSS * 1024, held: heapUsed + external }));
