/**
 * Takes a load of events through the intake's handler, in a process of its own: prints how many were accepted and the
 * process's peak memory in bytes. Arguments: endpoint, access log table, portal table, events in every lane.
 */
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { openIntake } from "../support/intake-door.ts";
import { sendLoad } from "../support/intake-load.ts";

const [, , endpoint = "", accessLogTable = "", portalTable = "", count = ""] = process.argv;
const client = createDynamoDb({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const accepted = await sendLoad(openIntake({ client, accessLogTable, portalTable }).ask, Number(count));
client.destroy();
console.log(JSON.stringify({ accepted, bytes: process.resourceUsage().maxRSS * 1024 }));
