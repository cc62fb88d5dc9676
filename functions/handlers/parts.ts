import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { createApart } from "../adapters/apart.ts";
import { createAuditLog } from "../adapters/audit-log.ts";
import { createCompanyLog } from "../adapters/company-log.ts";
import { createDirectory } from "../adapters/directory.ts";
import { createDynamoDb } from "../adapters/dynamodb.ts";
import { createErasures } from "../adapters/erasures.ts";
import { createFacts } from "../adapters/facts.ts";
import { createHolds } from "../adapters/holds.ts";
import { createIdentityProvider } from "../adapters/identity-provider.ts";
import { createKeyring } from "../adapters/keyring.ts";
import { createMailer } from "../adapters/mailer.ts";
import { createMatterStore, createRulings } from "../adapters/matter-store.ts";
import { createNumbersStore } from "../adapters/numbers-store.ts";
import { createPortalStore } from "../adapters/portal-store.ts";
import { createQuarantine } from "../adapters/quarantine.ts";
import { createRowKeeper } from "../adapters/row-keeper.ts";
import { readSecret } from "../adapters/secret.ts";
import { createSignalStore } from "../adapters/signal-store.ts";
import { createStaffStore } from "../adapters/staff-store.ts";
import { createUsualDays } from "../adapters/usual-days.ts";
import { regardConfig } from "../contract/config.ts";
import { DESK_PATHS } from "../contract/desk-paths.ts";
import { staffRules } from "../contract/staff-config.ts";
import { itemReader } from "../formats/import/table-event.ts";
import { jsonLog } from "../http/log.ts";
import { currentTrace } from "../http/trace.ts";
import { readSession } from "../use-cases/read-session.ts";
import { readStaffSession } from "../use-cases/read-staff-session.ts";
import { deskEnvironment, portalEnvironment, recordEnvironment, rowsEnvironment } from "./environment.ts";

const clock = Date.now;
const log = jsonLog((line) => process.stdout.write(line));

/** What keeps rows works with this, and can open nothing that is sealed. */
export const rowParts = () => {
  const { PORTAL_TABLE, ACCESS_LOG_TABLE } = rowsEnvironment.parse(process.env);
  const dynamoDb = createDynamoDb();
  return {
    holds: createHolds(dynamoDb, PORTAL_TABLE, clock),
    rowKeeper: createRowKeeper(dynamoDb, ACCESS_LOG_TABLE),
    clock,
    log,
  };
};

/** Everything that a function of the portal works with, made once per process. */
export const portalParts = async () => {
  const { PORTAL_TABLE, SECRET_ID, PORTAL_ORIGIN } = portalEnvironment.parse(process.env);
  const config = regardConfig.parse(JSON.parse(readFileSync(new URL("./config.json", import.meta.url), "utf8")));
  const keyring = createKeyring(await readSecret(SECRET_ID));
  const dynamoDb = createDynamoDb();
  const sealedTable = { name: PORTAL_TABLE, keyring, traceId: currentTrace };
  const store = createPortalStore(dynamoDb, sealedTable);
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
    log,
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
  };
};

type PortalParts = Awaited<ReturnType<typeof portalParts>>;

/** What reads the access log works with these too. */
const logParts = (parts: PortalParts) => {
  const { ACCESS_LOG_TABLE: accessLogTable } = recordEnvironment.parse(process.env);
  const { dynamoDb, portalTable } = parts;
  return {
    ...createCompanyLog(dynamoDb, { ...parts, accessLogTable }, itemReader),
    erasures: createErasures(dynamoDb, portalTable),
    facts: createFacts(dynamoDb, portalTable),
  };
};

/** What works on matters works with these too. */
const matterParts = ({ dynamoDb, sealedTable }: PortalParts) => ({
  matters: createMatterStore(dynamoDb, sealedTable),
  rulings: createRulings(dynamoDb, sealedTable),
});

/** The same, for what time does by itself. */
export const scheduleParts = async () => {
  const parts = await mailParts();
  const { dynamoDb, sealedTable, portalTable, clock } = parts;
  return {
    ...parts,
    ...logParts(parts),
    ...matterParts(parts),
    signals: createSignalStore(dynamoDb, sealedTable),
    apart: createApart(dynamoDb, portalTable, clock),
    usualDays: createUsualDays(dynamoDb, portalTable, clock),
  };
};

/** The same, for those that read the access log and what people decided about it. */
export const recordParts = async () => {
  const parts = await portalParts();
  return { ...parts, ...logParts(parts), ...matterParts(parts) };
};

/** The same, for the numbers of a month. */
export const numbersParts = async () => {
  const parts = await portalParts();
  const { dynamoDb, sealedTable } = parts;
  return {
    ...parts,
    ...logParts(parts),
    ...matterParts(parts),
    auditLog: createAuditLog(dynamoDb, sealedTable),
    numbers: createNumbersStore(dynamoDb, sealedTable),
  };
};

/** The same, for those that take events in. */
export const intakeParts = async () => {
  const parts = await portalParts();
  const { dynamoDb, sealedTable, portalTable, clock } = parts;
  return {
    ...parts,
    ...logParts(parts),
    apart: createApart(dynamoDb, portalTable, clock),
    quarantine: createQuarantine(dynamoDb, sealedTable, clock),
  };
};

/** The same, for the desk. */
export const deskParts = async () => {
  const parts = await portalParts();
  const { ISSUER, CLIENT_ID } = deskEnvironment.parse(process.env);
  const { dynamoDb, sealedTable, clock, origin } = parts;
  const rules = staffRules(parts.config.staff);
  const staffStore = createStaffStore(dynamoDb, sealedTable);
  return {
    ...parts,
    ...logParts(parts),
    ...matterParts(parts),
    signals: createSignalStore(dynamoDb, sealedTable),
    numbers: createNumbersStore(dynamoDb, sealedTable),
    rules,
    staffStore,
    provider: createIdentityProvider({
      issuer: ISSUER,
      clientId: CLIENT_ID,
      redirectUri: `${origin}${DESK_PATHS.finishSignIn.path}`,
      claims: rules.claims,
      clock,
    }),
    staffOf: (sessionToken: string) => readStaffSession({ staffStore, clock }, sessionToken),
  };
};
