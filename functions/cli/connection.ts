import { randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { CloudFormationClient, DescribeStacksCommand } from "@aws-sdk/client-cloudformation";
import * as z from "zod/mini";
import { createApart } from "../adapters/apart.ts";
import { createAuditLog } from "../adapters/audit-log.ts";
import { createCompanyLog } from "../adapters/company-log.ts";
import { createCustomerItems } from "../adapters/customer-items.ts";
import { createDirectory } from "../adapters/directory.ts";
import { createDynamoDb } from "../adapters/dynamodb.ts";
import { createErasures } from "../adapters/erasures.ts";
import { createFacts } from "../adapters/facts.ts";
import { createKeyring } from "../adapters/keyring.ts";
import { createLogEraser } from "../adapters/log-eraser.ts";
import { createMatterStore, createRulings } from "../adapters/matter-store.ts";
import { createNumbersStore } from "../adapters/numbers-store.ts";
import { createPortalStore } from "../adapters/portal-store.ts";
import { createQuarantine } from "../adapters/quarantine.ts";
import { readSecret } from "../adapters/secret.ts";
import { createSignalStore } from "../adapters/signal-store.ts";
import { createTableScan } from "../adapters/table-scan.ts";
import {
  LOCAL_CREDENTIALS,
  LOCAL_REGION,
  type LocalPortal,
  localPortal,
  localPortalFile,
} from "../contract/local-portal.ts";
import { Refusal } from "../domain/errors.ts";
import { itemReader } from "../formats/import/table-event.ts";
import { readConfigFile } from "./config-file.ts";

/**
 * Where the command line looks for a local portal: `PORT` as for `npm start`; `REGARD_LOCAL_DIR` where the file that
 * the portal leaves (functions/contract/local-portal.ts) lies elsewhere than in the project's own `.regard`.
 */
const environment = z.object({
  PORT: z._default(z.string().check(z.regex(/^\d{1,5}$/)), "4000"),
  REGARD_LOCAL_DIR: z._default(z.string(), resolve(import.meta.dirname, "../../.regard")),
});

/** Names of the stack's outputs (infra/portal.ts). */
const stackOutputs = z.object({ AccessLogTableName: z.string(), PortalTableName: z.string(), SecretId: z.string() });

interface Place {
  readonly accessLogTable: string;
  readonly portalTable: string;
  readonly secretId: string;
  readonly endpoints?: LocalPortal["endpoints"];
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const readPortal = (directory: string, file: string): LocalPortal | undefined => {
  try {
    const portal = localPortal.parse(JSON.parse(readFileSync(join(directory, file), "utf8")));
    return isAlive(portal.pid) ? portal : undefined;
  } catch {
    return undefined; // not there, or left half-written by a crash
  }
};

const otherPorts = (directory: string): number[] => {
  try {
    return readdirSync(directory).flatMap((file) => readPortal(directory, file)?.port ?? []);
  } catch {
    return [];
  }
};

/** The portal that runs on this computer. */
export const findLocal = (): Place => {
  const { PORT, REGARD_LOCAL_DIR: directory } = environment.parse(process.env);
  const portal = readPortal(directory, localPortalFile(Number(PORT)));
  if (!portal) {
    const [other] = otherPorts(directory);
    const hint = other === undefined ? "Start one with: npm start" : `One runs on port ${other}: set PORT=${other}`;
    throw new Refusal("PORTAL_NOT_FOUND", {
      detail: `No portal runs on this computer on port ${PORT}. ${hint}. For a portal on AWS, give --stage NAME.`,
    });
  }
  const { ACCESS_LOG_TABLE, PORTAL_TABLE, SECRET_ID } = portal.environment;
  return {
    accessLogTable: ACCESS_LOG_TABLE,
    portalTable: PORTAL_TABLE,
    secretId: SECRET_ID,
    endpoints: portal.endpoints,
  };
};

const findStage = async (stage: string): Promise<Place> => {
  const client = new CloudFormationClient({});
  try {
    const { Stacks } = await client.send(new DescribeStacksCommand({ StackName: `Regard-${stage}` }));
    const outputs = stackOutputs.parse(
      Object.fromEntries((Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey, OutputValue])),
    );
    return {
      accessLogTable: outputs.AccessLogTableName,
      portalTable: outputs.PortalTableName,
      secretId: outputs.SecretId,
    };
  } catch (cause) {
    const detail = `The stack Regard-${stage} could not be read. Check the stage's name, AWS_REGION and your credentials.`;
    throw new Refusal("PORTAL_NOT_FOUND", { detail, cause });
  } finally {
    client.destroy();
  }
};

export type Portal = Awaited<ReturnType<typeof connect>>;

/**
 * Everything that the portal of a stage, or the one on this computer, keeps.
 *
 * @param instead Tables that were restored from a backup and are not the stack's yet.
 */
export const connect = async (
  stage: string | undefined,
  instead: { readonly [Name in "accessLogTable" | "portalTable"]?: string | undefined } = {},
) => {
  const company = await readConfigFile();
  const found = stage === undefined ? findLocal() : await findStage(stage);
  // A table of the company's own is on AWS.
  const config = stage === undefined ? { ...company, ownLog: undefined } : company;
  const { accessLogTable = found.accessLogTable, portalTable = found.portalTable } = instead;
  const place: Place = { ...found, accessLogTable, portalTable };
  const at = (endpoint: string | undefined) =>
    endpoint === undefined ? {} : { endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };
  const client = createDynamoDb(at(place.endpoints?.dynamodb));
  const clock = Date.now;
  const keyring = createKeyring(await readSecret(place.secretId, at(place.endpoints?.secretsManager)));
  const sealedTable = { name: place.portalTable, keyring };
  return {
    config,
    clock,
    random: randomBytes,
    keyring,
    ...createCompanyLog(client, { ...place, config, keyring, clock }, itemReader),
    facts: createFacts(client, place.portalTable),
    directory: createDirectory(client, place.portalTable),
    rulings: createRulings(client, sealedTable),
    matters: createMatterStore(client, sealedTable),
    signals: createSignalStore(client, sealedTable),
    erasures: createErasures(client, place.portalTable),
    logEraser: createLogEraser(client, place.accessLogTable),
    customerItems: createCustomerItems(client, place.portalTable),
    apart: createApart(client, place.portalTable, clock),
    quarantine: createQuarantine(client, sealedTable, clock),
    auditLog: createAuditLog(client, sealedTable),
    numbers: createNumbersStore(client, sealedTable),
    store: createPortalStore(client, sealedTable),
    /** A table of the company's own. */
    scanOf: (table: string) => createTableScan(client, table),
    close: () => client.destroy(),
  };
};
