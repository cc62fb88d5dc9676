import { randomBytes } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createAccessLog } from "../../../functions/adapters/access-log.ts";
import { createApart } from "../../../functions/adapters/apart.ts";
import { createAuditLog } from "../../../functions/adapters/audit-log.ts";
import { createDirectory } from "../../../functions/adapters/directory.ts";
import { createErasures } from "../../../functions/adapters/erasures.ts";
import { createFacts } from "../../../functions/adapters/facts.ts";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { createMatterStore, createRulings } from "../../../functions/adapters/matter-store.ts";
import { createNumbersStore } from "../../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../../functions/adapters/portal-store.ts";
import { createSources } from "../../../functions/adapters/sources.ts";
import { accessEvent } from "../../../functions/contract/access-event.ts";
import { businessFact } from "../../../functions/contract/facts.ts";
import { monthBefore } from "../../../functions/domain/numbers/month.ts";
import { civilDateOf } from "../../../functions/domain/period.ts";
import { appendAccesses } from "../../../functions/use-cases/append-accesses.ts";
import { countMonth } from "../../../functions/use-cases/count-month.ts";
import { keepFacts } from "../../../functions/use-cases/keep-facts.ts";
import { linkCustomers } from "../../../functions/use-cases/link-customers.ts";
import config from "../../../regard.config.ts";
import { sampleCompany } from "./company.ts";
import { openSampleMatters } from "./matters.ts";

/** Loads the sample company the way a company loads its own events, facts and customers. */
export const loadSample = async (
  client: DynamoDBClient,
  tables: { readonly ACCESS_LOG_TABLE: string; readonly PORTAL_TABLE: string },
  secret: string,
): Promise<void> => {
  const clock = Date.now;
  const keyring = createKeyring(secret);
  const facts = createFacts(client, tables.PORTAL_TABLE);
  const accessLog = createAccessLog(client, tables.ACCESS_LOG_TABLE, clock);
  const company = sampleCompany(civilDateOf(clock(), config.timeZone), config.timeZone);

  await linkCustomers(
    { directory: createDirectory(client, tables.PORTAL_TABLE), keyring },
    company.customers.flatMap(({ customerId, emails }) => emails.map((email) => ({ customerId, email }))),
  );
  await keepFacts({ facts, keyring, config }, [
    ...company.employees.map((fact) => businessFact.parse({ kind: "employee", ...fact })),
    ...company.cases.map((fact) => ({ kind: "case" as const, ...fact })),
  ]);
  const outcomes = await appendAccesses(
    {
      accessLog,
      sources: createSources(client, tables.PORTAL_TABLE),
      facts,
      erasures: createErasures(client, tables.PORTAL_TABLE),
      apart: createApart(client, tables.PORTAL_TABLE, clock),
      keyring,
      config,
      clock,
      missed: (cause) => {
        throw cause;
      },
    },
    { events: company.events.map((event) => accessEvent.parse(event)) },
  );
  const refused = outcomes.find((outcome) => outcome instanceof Error);
  if (refused !== undefined) throw refused;

  const sealedTable = { name: tables.PORTAL_TABLE, keyring };
  const parts = {
    ...{ config, keyring, clock, facts, accessLog, random: randomBytes },
    store: createPortalStore(client, sealedTable),
    matters: createMatterStore(client, sealedTable),
    rulings: createRulings(client, sealedTable),
    auditLog: createAuditLog(client, sealedTable),
    numbers: createNumbersStore(client, sealedTable),
  };
  await openSampleMatters(parts);
  const lastMonth = monthBefore(new Date(clock()).toISOString());
  for (const month of [monthBefore(`${lastMonth}-01`), lastMonth]) await countMonth(parts, { month, by: "sample" });
};
