import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createAccessLog } from "../adapters/access-log.ts";
import { createDirectory } from "../adapters/directory.ts";
import { createDynamoDb } from "../adapters/dynamodb.ts";
import { createFacts } from "../adapters/facts.ts";
import { createKeyring } from "../adapters/keyring.ts";
import { createMailer } from "../adapters/mailer.ts";
import { createMatterStore, createRulings } from "../adapters/matter-store.ts";
import { createPortalStore } from "../adapters/portal-store.ts";
import { readSecret } from "../adapters/secret.ts";
import { createSources } from "../adapters/sources.ts";
import { regardConfig } from "../contract/config.ts";
import { jsonLog } from "../http/log.ts";
import { readSession } from "../use-cases/read-session.ts";
import { portalEnvironment, recordEnvironment } from "./environment.ts";

/** Everything that a function of the portal works with, made once per process. */
export const portalParts = async () => {
  const { PORTAL_TABLE, SECRET_ID, PORTAL_ORIGIN } = portalEnvironment.parse(process.env);
  const config = regardConfig.parse(JSON.parse(readFileSync(new URL("./config.json", import.meta.url), "utf8")));
  const keyring = createKeyring(await readSecret(SECRET_ID));
  const dynamoDb = createDynamoDb();
  const sealedTable = { name: PORTAL_TABLE, keyring };
  const store = createPortalStore(dynamoDb, sealedTable);
  const clock = Date.now;
  return {
    config,
    keyring,
    dynamoDb,
    portalTable: PORTAL_TABLE,
    sealedTable,
    store,
    directory: createDirectory(dynamoDb, PORTAL_TABLE),
    origin: PORTAL_ORIGIN,
    clock,
    random: randomBytes,
    log: jsonLog((line) => process.stdout.write(line)),
    customerOf: (sessionToken: string) => readSession({ store, clock }, sessionToken),
  };
};

/** The same, for those that send mail. */
export const mailParts = async () => {
  const parts = await portalParts();
  return {
    ...parts,
    company: parts.config,
    mailer: createMailer(parts.config.mail),
    matters: createMatterStore(parts.dynamoDb, parts.sealedTable),
  };
};

/** The same, for those that read the access log and what people decided about it. */
export const recordParts = async () => {
  const parts = await portalParts();
  const { ACCESS_LOG_TABLE } = recordEnvironment.parse(process.env);
  return {
    ...parts,
    accessLog: createAccessLog(parts.dynamoDb, ACCESS_LOG_TABLE, parts.clock),
    sources: createSources(parts.dynamoDb, parts.portalTable),
    facts: createFacts(parts.dynamoDb, parts.portalTable),
    matters: createMatterStore(parts.dynamoDb, parts.sealedTable),
    rulings: createRulings(parts.dynamoDb, parts.sealedTable),
  };
};
