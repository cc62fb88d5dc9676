import { randomBytes } from "node:crypto";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createErasures } from "../../functions/adapters/erasures.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createMatterStore, createRulings } from "../../functions/adapters/matter-store.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createSignalStore } from "../../functions/adapters/signal-store.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import type { LogLine } from "../../functions/contract/log-codes.ts";
import { moveAddresses } from "../../functions/handlers/address-changes.ts";
import { downloadRoutes } from "../../functions/handlers/download-routes.ts";
import { identifyRoutes } from "../../functions/handlers/identify-routes.ts";
import { inTurn } from "../../functions/handlers/in-turn.ts";
import { moveMatters } from "../../functions/handlers/matters-clock.ts";
import { mattersRoutes } from "../../functions/handlers/matters-routes.ts";
import { onOutboxChange, onOutboxSchedule } from "../../functions/handlers/outbox.ts";
import { recordRoutes } from "../../functions/handlers/record-routes.ts";
import type { HttpAnswer } from "../../functions/http/answer.ts";
import { customerApi } from "../../functions/http/customer-api.ts";
import type { Log } from "../../functions/http/log.ts";
import { currentTrace } from "../../functions/http/trace.ts";
import { readSession } from "../../functions/use-cases/read-session.ts";
import config from "../../regard.config.ts";
import { type Engine, useEngine } from "./engine.ts";
import { type Headers, httpEvent, lambdaContext, ORIGIN, type Route } from "./http-events.ts";
import { type MailService, startMailService } from "./mail-service.ts";

/** What stands behind a front door, for the test file that awaits it at its top; all stops behind the last test. */
export const useServices = async (): Promise<{ readonly engine: Engine; readonly mails: MailService }> => {
  const engine = await useEngine();
  const mails = await startMailService();
  afterAll(() => mails.stop());
  return { engine, mails };
};

/** Everything between a browser and the table, in this process, on real parts, with a clock that the test moves. */
export const openFrontDoor = (
  engine: Engine,
  mails: MailService,
  client: DynamoDBClient = engine.client,
  log: Log = () => {},
) => {
  const clock = { now: Date.UTC(2026, 5, 15, 9) };
  const now = () => clock.now;
  const keyring = createKeyring("0123456789abcdef0123456789abcdef");
  const sealedTable = { name: engine.portalTable, keyring, traceId: currentTrace };
  const store = createPortalStore(client, sealedTable);
  const directory = createDirectory(client, engine.portalTable);
  const logged: LogLine[] = [];
  const parts = {
    store,
    directory,
    keyring,
    clock: now,
    random: randomBytes,
    mailer: mails.mailer,
    company: config,
    config,
    accessLog: createAccessLog(client, engine.accessLogTable, now),
    sources: createSources(client, engine.portalTable),
    erasures: createErasures(client, engine.portalTable),
    facts: createFacts(client, engine.portalTable),
    matters: createMatterStore(client, sealedTable),
    signals: createSignalStore(client, sealedTable),
    numbers: createNumbersStore(client, sealedTable),
    rulings: createRulings(client, sealedTable),
    origin: ORIGIN,
    log: (line: LogLine) => {
      logged.push(line);
      log(line);
    },
    customerOf: (token: string) => readSession({ store, clock: now }, token),
  };
  const routes = [identifyRoutes, recordRoutes, downloadRoutes, mattersRoutes].flatMap((made) => made(parts));
  const handler = customerApi(routes, parts);
  const onChange = onOutboxChange(parts);
  const onSchedule = inTurn(moveAddresses(parts), moveMatters(parts), onOutboxSchedule(parts));

  const waiting = async (): Promise<string[]> => {
    const keys: string[] = [];
    for await (const page of store.waitingMails()) keys.push(...page);
    return keys;
  };
  const records = (keys: readonly string[]) => ({
    Records: keys.map((sk, index) => ({
      dynamodb: { SequenceNumber: String(index), Keys: { pk: { S: "outbox" }, sk: { S: sk } } },
    })),
  });

  return {
    ...parts,
    logged,
    handler,
    waiting,
    wait: (ms: number) => {
      clock.now += ms;
    },
    /** Links an address to customers of these ids. */
    know: (email: string, ...customerIds: readonly string[]) =>
      directory.link(
        customerIds.map((id) => ({ addressKey: keyring.addressKey(email), customerKey: keyring.customerKey(id) })),
      ),
    ask: (event: unknown): Promise<HttpAnswer> => handler(event, lambdaContext()),
    /** The stream rings for every row that waits, or for those given. */
    ring: async (keys?: readonly string[]) => onChange(records(keys ?? (await waiting()))),
    sweep: () => onSchedule({}, lambdaContext()),
  };
};
export type FrontDoor = ReturnType<typeof openFrontDoor>;

const problem = z.object({ code: z.string() });

/** A browser at the front door: keeps its cookies and sends what the pages send. */
export const openBrowser = (door: FrontDoor) => {
  const jar = new Map<string, string>();
  const send = async (route: Route, body?: unknown, headers?: Headers): Promise<HttpAnswer> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
    const answer = await door.ask(httpEvent(route, body, cookies, headers));
    for (const cookie of answer.cookies ?? []) {
      const [pair = ""] = cookie.split(";");
      const [name = "", value = ""] = pair.split("=");
      if (/Max-Age=0/.test(cookie)) jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return {
    jar,
    send,
    requestCode: (email: string, language = "en") => send(CUSTOMER_ROUTES.requestCode, { email, language }),
    confirmCode: (code: string) => send(CUSTOMER_ROUTES.confirmCode, { code }),
    readSession: () => send(CUSTOMER_ROUTES.readSession),
    signOut: () => send(CUSTOMER_ROUTES.signOut),
  };
};
export type Browser = ReturnType<typeof openBrowser>;

/** The stable code of a refusal; "" where there is none. */
export const refusalOf = ({ body = "{}" }: HttpAnswer): string => problem.safeParse(JSON.parse(body)).data?.code ?? "";

/** The code that a mail carries. */
export const codeIn = (mail: { readonly text: string } | undefined): string =>
  /\b(\d{4} \d{4})\b/.exec(mail?.text ?? "")?.[1] ?? "none";

/** Signs a browser in by the mailed code. */
export const signIn = async (door: FrontDoor, mails: MailService, email: string): Promise<Browser> => {
  const browser = openBrowser(door);
  await browser.requestCode(email);
  await door.ring();
  await browser.confirmCode(codeIn(mails.taken.filter(({ to }) => to === email).at(-1)));
  return browser;
};
