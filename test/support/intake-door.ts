import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createApart } from "../../functions/adapters/apart.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createQuarantine } from "../../functions/adapters/quarantine.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { INTAKE_ROUTES, type IntakeResult } from "../../functions/contract/intake-api.ts";
import type { LogLine } from "../../functions/contract/log-codes.ts";
import { intakeRoutes } from "../../functions/handlers/intake-routes.ts";
import { intakeApi } from "../../functions/http/intake-api.ts";
import type { Log } from "../../functions/http/log.ts";
import type { Keyring } from "../../functions/use-cases/ports.ts";
import config from "../../regard.config.ts";
import { eventInput, NOW } from "./arrivals.ts";
import { type Engine, keyedTable } from "./engine.ts";
import { type Headers, httpEvent, lambdaContext, type Route } from "./http-events.ts";

/** What a route's IAM authorizer adds to the event of a request that was signed. */
const SIGNED = {
  authorizer: { iam: { userArn: "arn:aws:sts::000000000000:assumed-role/crm/1", accountId: "000000000000" } },
};

/** An event that has just happened. */
export const justNow = (changes: Partial<AccessEventInput> = {}): AccessEventInput =>
  eventInput({ occurredAt: "2026-06-15T11:59:00Z", ...changes });

interface IntakeParts {
  readonly client?: DynamoDBClient;
  readonly log?: Log;
  readonly keyring?: Keyring;
  /** When it is in the beginning, in ms since 1970. */
  readonly startAt?: number;
}

/** Everything between the API and the tables, in this process, on the real engine, with a clock that the test moves. */
export const openIntake = (
  engine: Pick<Engine, "client" | "accessLogTable" | "portalTable">,
  { client = engine.client, log = () => {}, keyring, startAt = Date.parse(NOW) }: IntakeParts = {},
) => {
  const clock = { now: startAt };
  const now = () => clock.now;
  const table = { ...keyedTable(engine), ...(keyring && { keyring }) };
  const logged: LogLine[] = [];
  const parts = {
    accessLog: createAccessLog(client, engine.accessLogTable, now),
    sources: createSources(client, engine.portalTable),
    facts: createFacts(client, engine.portalTable),
    apart: createApart(client, engine.portalTable, now),
    quarantine: createQuarantine(client, table, now),
    keyring: table.keyring,
    config,
    clock: now,
    log: (line: LogLine) => {
      logged.push(line);
      log(line);
    },
  };
  const handler = intakeApi(intakeRoutes(parts), parts);
  const ask = async (route: Route, body?: unknown, headers: Headers = {}, signed = true) => {
    const event = httpEvent(route, body, [], { origin: undefined, "x-regard-request": undefined, ...headers });
    const requestContext = { ...event.requestContext, ...(signed && SIGNED) };
    const {
      statusCode,
      headers: answered,
      body: sent = "{}",
    } = await handler({ ...event, requestContext }, lambdaContext());
    return { statusCode, headers: answered, sent, json: JSON.parse(sent) };
  };
  return {
    ...parts,
    logged,
    ask,
    wait: (ms: number) => {
      clock.now += ms;
    },
    /** Sends events and answers with their results. @throws where the whole call is refused. */
    send: async (events: readonly unknown[], more: object = {}): Promise<IntakeResult[]> => {
      const { statusCode, json } = await ask(INTAKE_ROUTES.sendAccessEvents, { events, ...more });
      if (statusCode !== 200) throw new Error(`The intake answered ${statusCode}.`);
      return INTAKE_ROUTES.sendAccessEvents.answer.parse(json).results;
    },
  };
};
