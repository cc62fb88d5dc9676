import { createAccount } from "../adapters/aws-account.ts";
import { createDns } from "../adapters/dns.ts";
import { createDynamoDb } from "../adapters/dynamodb.ts";
import { listQuarantine } from "../adapters/quarantine.ts";
import { createSources } from "../adapters/sources.ts";
import { readStack } from "../adapters/stack.ts";
import { tableStatus } from "../adapters/table-status.ts";
import type { RegardConfig } from "../contract/config.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../contract/local-portal.ts";
import { type Check, check, fine, judged, toDo, unknown } from "../domain/doctor/check.ts";
import { quarantineCheck, sourceChecks } from "../domain/doctor/running-checks.ts";
import { Refusal } from "../domain/errors.ts";
import { attempt, countWaiting, examineStage } from "../use-cases/examine-stage.ts";
import { findLocal } from "./connection.ts";

/** What is deployed under a stage's name. `dns`: the name server to ask, instead of the computer's. */
export const examineDeployed = async (
  config: RegardConfig,
  stage: string,
  dns: string | undefined,
): Promise<readonly Check[]> => {
  const stack = await readStack(stage);
  const dynamoDb = createDynamoDb();
  const account = createAccount(dynamoDb);
  const name = stack.outputs["PortalTableName"] ?? "";
  const sources = createSources(dynamoDb, name);
  try {
    const deps = {
      config,
      clock: Date.now,
      account,
      dns: createDns(dns === undefined ? undefined : [dns]),
      sourceReports: sources.all,
      quarantine: () => listQuarantine(dynamoDb, { name }, Date.now),
      stage,
    };
    return await examineStage(deps, stack);
  } finally {
    account.close();
    dynamoDb.destroy();
  }
};

const localPlace = () => {
  try {
    return findLocal();
  } catch (error) {
    if (error instanceof Refusal && error.code === "PORTAL_NOT_FOUND") return undefined;
    throw error;
  }
};

/** The portal on this computer: its engine answers, and who has reported. What AWS alone has is not there to be seen. */
export const examineLocal = async (config: RegardConfig): Promise<readonly Check[]> => {
  const place = localPlace();
  const about = "Portal on this computer";
  if (place === undefined)
    return [check("local", about, unknown("None runs on this port.", "Start one (npm start), or give --stage NAME."))];
  const endpoint = place.endpoints?.dynamodb;
  const client = createDynamoDb({
    ...(endpoint !== undefined && { endpoint }),
    region: LOCAL_REGION,
    credentials: LOCAL_CREDENTIALS,
  });
  try {
    const tables = await attempt(() =>
      Promise.all([place.accessLogTable, place.portalTable].map((table) => tableStatus(client, table))),
    );
    const reports = await attempt(createSources(client, place.portalTable).all);
    const standing = judged(tables, (states) =>
      states.every((state) => state === "ACTIVE")
        ? fine("Both tables are there.")
        : toDo("A table is missing.", "End it with Ctrl-C and start it again (npm start)."),
    );
    const waiting = await attempt(() =>
      countWaiting(() => listQuarantine(client, { name: place.portalTable }, Date.now)),
    );
    return [
      check("local", about, standing),
      quarantineCheck(undefined, waiting),
      ...sourceChecks(config.sources, Date.now(), reports),
    ];
  } finally {
    client.destroy();
  }
};
