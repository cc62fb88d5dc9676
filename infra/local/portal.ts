import { createHash } from "node:crypto";
import { appendFileSync } from "node:fs";
import { access, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import * as z from "zod/mini";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import {
  LOCAL_CREDENTIALS,
  LOCAL_REGION,
  type LocalPortal,
  localPortalFile,
} from "../../functions/contract/local-portal.ts";
import config from "../../regard.config.ts";
import { PROJECT_ROOT } from "../build-pages.ts";
import { apiOrigin } from "./api-origin.ts";
import { type Assembly, makeAssembly, readAssembly } from "./assembly.ts";
import { startDynamoDbEngine } from "./dynamodb-engine.ts";
import { edgeOf } from "./edge.ts";
import type { Origin } from "./edge-message.ts";
import { startEventBus } from "./event-bus.ts";
import { freePort } from "./free-port.ts";
import { type Functions, functionsOf } from "./functions.ts";
import { serve } from "./http.ts";
import { startMail } from "./mail.ts";
import { pagesOrigin } from "./pages-origin.ts";
import { openProcessLog } from "./process-log.ts";
import { type Queues, startQueues } from "./queues.ts";
import { resourceOf } from "./references.ts";
import { type DeskSignIn, deskSignIns } from "./sample/desk.ts";
import { loadSample } from "./sample/load.ts";
import { type Schedules, startSchedules } from "./schedule.ts";
import { localSecret, startSecrets } from "./secret.ts";
import { planShutdown, type Shutdown } from "./shutdown.ts";
import { startStaffIssuer } from "./staff-issuer.ts";
import { connectStreams, type Streams } from "./stream.ts";
import { createTables } from "./tables.ts";

export interface PortalOptions {
  /** A free port on 127.0.0.1. */
  readonly port: number;
  /** Another one, for what the company's systems send; any if left out. */
  readonly intakePort?: number;
  /** Keeps the database and the company's secret here between runs; without it both go when the portal stops. */
  readonly dataDir?: string | undefined;
  /** Without the sample company. */
  readonly empty?: boolean;
  /** Starts a function with its first event, as on Lambda, and not with the portal. */
  readonly cold?: boolean;
  /** What `makeAssembly` left; without it the stack is synthesised first. */
  readonly assemblyDir?: string;
  /** Lines that somebody should see at once. */
  readonly onError?: (line: string) => void;
  /** Gives up starting. */
  readonly signal?: AbortSignal;
  /** Puts something between each function and the engines: answers what its AWS clients find around them instead. */
  readonly between?: (stack: Assembly, endpoints: Engines) => Promise<SurroundingsOf>;
}

/** Where the engines are that stand for AWS. */
export type Engines = Pick<LocalPortal["endpoints"], "dynamodb" | "ses" | "secretsManager">;
type SurroundingsOf = (functionId: string) => Readonly<Record<string, string>>;

/** A portal that runs on this computer. */
export interface RunningPortal extends Pick<LocalPortal, "endpoints" | "environment"> {
  readonly origin: string;
  /** Shows the mails in a browser; `store` below it has them as JSON. */
  readonly inboxUrl: string;
  /** Who can sign in at the desk. */
  readonly deskSignIns: readonly DeskSignIn[];
  readonly logFile: string;
  /** What could not be delivered after every try, one JSON object a line. */
  readonly deadLettersFile: string;
  readonly functions: Functions;
  readonly streams: Streams;
  readonly schedules: Schedules;
  readonly queues: Queues;
  /** Ends everything that was started. */
  stop(): Promise<void>;
}

/** Runs the stack of stage `local` on this computer. Where a part cannot start, those that could are stopped again. */
export const startPortal = async (options: PortalOptions): Promise<RunningPortal> => {
  const shutdown = planShutdown();
  try {
    return { ...(await start(options, shutdown)), stop: shutdown.stop };
  } catch (error) {
    await shutdown.stop();
    throw error;
  }
};

const start = async (options: PortalOptions, shutdown: Shutdown): Promise<Omit<RunningPortal, "stop">> => {
  const { port, dataDir, empty = false, cold = false, onError = () => {}, signal } = options;
  const { runDir, keptDir, logFile, portalFile } = await makeRoom(port, dataDir, shutdown);
  const log = openProcessLog(logFile, onError);
  shutdown.finally(() => log.close());

  const assemblyDir = options.assemblyDir ?? join(runDir, "cdk.out");
  const [engine, mail] = await allOrNone(
    (failed) => [
      shutdown.keep(startDynamoDbEngine(dataDir === undefined ? {} : { file: join(dataDir, "regard.sqlite") })),
      shutdown.keep(startMail(log)),
      options.assemblyDir === undefined ? makeAssembly(assemblyDir, failed) : undefined,
    ],
    signal,
  );

  const secret = await localSecret(join(keptDir, "secret"));
  const suffix = createHash("sha256").update(secret).digest("hex").slice(0, 8);
  const origin = `http://127.0.0.1:${port}`;
  const issuerPort = await freePort();
  const assembly = await readAssembly(assemblyDir, { origin, suffix, issuer: `http://127.0.0.1:${issuerPort}` });
  const people = deskSignIns(secret);
  const issuerOptions = { port: issuerPort, company: config.brand.name, origin, people };
  await shutdown.keep(startStaffIssuer(assembly, issuerOptions, log));
  const environment = {
    ACCESS_LOG_TABLE: assembly.output("AccessLogTableName"),
    PORTAL_TABLE: assembly.output("PortalTableName"),
    SECRET_ID: assembly.output("SecretId"),
    PORTAL_ORIGIN: assembly.output("PortalOrigin"),
  };
  const secrets = await shutdown.keep(startSecrets(environment.SECRET_ID, secret));
  const engines = { dynamodb: engine.endpoint, ses: mail.endpoint, secretsManager: secrets.endpoint };

  const place = { endpoint: engine.endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };
  const client = createDynamoDb(place);
  shutdown.finally(() => client.destroy());
  const tables = await createTables(assembly, client);
  shutdown.finally(() => tables.stop(dataDir === undefined));

  const between = await options.between?.(assembly, engines);
  const around: SurroundingsOf = (id) => ({ ...surroundings(engines), ...between?.(id) });
  const functions = await shutdown.keep(functionsOf(assembly, around, log));
  const sampleMark = join(keptDir, "sample-company");
  const fill = async (): Promise<void> => {
    if (empty || (await exists(sampleMark))) return;
    await loadSample(client, environment, secret);
    await writeFile(sampleMark, "");
  };
  await Promise.all([cold || functions.warm(), fill()]);
  signal?.throwIfAborted();

  const deadLettersFile = join(runDir, "dead-letters.ndjson");
  const streamsClient = new DynamoDBStreamsClient(place);
  shutdown.finally(() => streamsClient.destroy());
  const streams = await shutdown.keep(
    connectStreams(assembly, {
      client,
      streams: streamsClient,
      tableNames: tables.names,
      invoke: functions.invoke,
      parked: (destination, records) => {
        appendFileSync(deadLettersFile, `${JSON.stringify({ destination, records })}\n`, { mode: 0o600 });
        log.line(destination, `${records.length} stream records could not be delivered`, "error");
      },
    }),
  );
  const schedules = await shutdown.keep(startSchedules(assembly, functions.invoke));

  const pages = await pagesOrigin(assembly);
  const behind = (type: string, answers: (id: string) => Origin) =>
    assembly.resources(type, z.unknown()).map(({ id }) => [id, answers(id)] as const);
  const origins = new Map([
    ...behind("AWS::S3::Bucket", () => pages),
    ...behind("AWS::ApiGatewayV2::Api", (id) => apiOrigin(assembly, id, functions.invoke)),
  ]);
  await shutdown.keep(serve(port, edgeOf(assembly, origins), log));
  // As on AWS, the intake has a host of its own, of which the edge knows nothing.
  const intakePort = options.intakePort ?? (await freePort());
  const intake = origins.get(resourceOf(assembly.output("IntakeUrl").replace("https://", "")));
  if (intake === undefined) throw new Error("The template has no API for the intake.");
  await shutdown.keep(serve(intakePort, intake, log));

  const queues = startQueues(assembly, functions.invoke, (id) => log.line(id, "a message was given up", "error"));
  shutdown.finally(queues.stop);
  const bus = await shutdown.keep(startEventBus(assembly, queues));

  const endpoints = { ...engines, intake: `http://127.0.0.1:${intakePort}`, eventBridge: bus.endpoint };
  const found: LocalPortal = { pid: process.pid, port, endpoints, environment };
  shutdown.finally(() => rm(portalFile, { force: true }));
  await writeFile(portalFile, JSON.stringify(found), { mode: 0o600 });
  const inboxUrl = `${mail.endpoint}/`;
  return {
    ...{ origin, inboxUrl, deskSignIns: people, logFile, deadLettersFile },
    ...{ functions, streams, schedules, queues, endpoints, environment },
  };
};

/** The places on the disk. What a portal leaves for a run only is gone with it; its log stays until the next one. */
const makeRoom = async (port: number, dataDir: string | undefined, shutdown: Shutdown) => {
  const regardDir = join(PROJECT_ROOT, ".regard");
  const runDir = join(regardDir, `local-${port}`);
  await rm(runDir, { recursive: true, force: true });
  await mkdir(runDir, { recursive: true, mode: 0o700 });
  shutdown.finally(() => rm(runDir, { recursive: true, force: true }));
  const keptDir = dataDir ?? runDir;
  await mkdir(keptDir, { recursive: true, mode: 0o700 });
  return {
    runDir,
    keptDir,
    logFile: join(regardDir, `local-${port}.log`),
    portalFile: join(regardDir, localPortalFile(port)),
  };
};

/** Waits until all have started, or until none is half started any more: only what is whole can be stopped. */
const allOrNone = async <const Parts extends readonly unknown[]>(
  begin: (failed: AbortSignal) => Parts,
  signal: AbortSignal | undefined,
): Promise<{ -readonly [Index in keyof Parts]: Awaited<Parts[Index]> }> => {
  const failure = new AbortController();
  const parts = begin(AbortSignal.any([failure.signal, ...(signal ? [signal] : [])]));
  const starting = Promise.all(parts);
  starting.catch(() => failure.abort());
  await Promise.allSettled(parts);
  signal?.throwIfAborted();
  return starting;
};

/** What the functions' AWS clients find around them: the engines of this computer. */
const surroundings = (endpoints: Engines): Readonly<Record<string, string>> => ({
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamodb,
  AWS_ENDPOINT_URL_SES: endpoints.ses,
  AWS_ENDPOINT_URL_SECRETS_MANAGER: endpoints.secretsManager,
  TZ: "UTC", // as on Lambda
});

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );
