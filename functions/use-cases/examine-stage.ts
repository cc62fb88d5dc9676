import type { RegardConfig } from "../contract/config.ts";
import type { SourceReport } from "../domain/coverage.ts";
import type { Check, Reading } from "../domain/doctor/check.ts";
import { doorChecks } from "../domain/doctor/door-checks.ts";
import { keepingChecks } from "../domain/doctor/keeping-checks.ts";
import { mailChecks } from "../domain/doctor/mail-checks.ts";
import { ringingChecks } from "../domain/doctor/ringing-checks.ts";
import {
  alarmsCheck,
  quarantineCheck,
  queueChecks,
  sourceChecks,
  stackCheck,
  type WaitingEvents,
} from "../domain/doctor/running-checks.ts";
import type { Account, DeployedStack, Dns } from "./doctor-ports.ts";
import type { Quarantine } from "./intake-ports.ts";

interface ExamineDeps {
  readonly config: Pick<RegardConfig, "domain" | "alarmsTo" | "sources">;
  readonly clock: () => number;
  readonly account: Account;
  readonly dns: Dns;
  readonly sourceReports: () => Promise<readonly SourceReport[]>;
  readonly quarantine: Quarantine["all"];
  readonly stage: string;
}

/** How much waits in the quarantine, and since when. */
export const countWaiting = async (quarantine: Quarantine["all"]): Promise<WaitingEvents> => {
  let count = 0;
  let oldest: string | undefined;
  for await (const page of quarantine())
    for (const { receivedAt } of page) {
      count += 1;
      if (oldest === undefined || receivedAt < oldest) oldest = receivedAt;
    }
  return { count, oldest };
};

/** What was read, or why not: one look that fails keeps nobody from the others. */
export const attempt = async <T>(read: () => Promise<T>): Promise<Reading<T>> => {
  try {
    return { value: await read() };
  } catch (error) {
    return { error: nameOf(error) };
  }
};

/** Services name their errors, Node gives its own a code. */
const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return "unknown error";
  return "code" in error && typeof error.code === "string" ? error.code : error.name;
};

/** Looks at everything of a type in a stack, by its name in the template. */
const attemptEach = async <T>(
  { parts }: DeployedStack,
  type: string,
  read: (id: string) => Promise<T>,
): Promise<Readonly<Record<string, Reading<T>>>> =>
  Object.fromEntries(
    await Promise.all(
      parts
        .filter((part) => part.type === type)
        .map(async ({ logicalId, id }) => [logicalId, await attempt(() => read(id))] as const),
    ),
  );

const missing = (what: string) => (): never => {
  throw Object.assign(new Error(`The stack has no ${what}.`), { name: `no ${what} in the stack` });
};

/** Looks at a deployed stage from all sides, and changes nothing. */
export const examineStage = async (deps: ExamineDeps, stack: DeployedStack): Promise<readonly Check[]> => {
  const { account, dns, config, clock, sourceReports, quarantine, stage } = deps;
  const idOf = (type: string): string => stack.parts.find((part) => part.type === type)?.id ?? missing(type)();
  const { PortalOrigin: origin = "", PointDomainTo: distribution = "" } = stack.outputs;
  const host = URL.canParse(origin) ? new URL(origin).hostname : config.domain.name;
  const alarms = Object.fromEntries(
    stack.parts.filter(({ type }) => type === "AWS::CloudWatch::Alarm").map(({ id, logicalId }) => [id, logicalId]),
  );
  const [
    mailAccount,
    identity,
    certificate,
    names,
    tables,
    key,
    secret,
    subscriptions,
    queues,
    reports,
    waiting,
    ringing,
  ] = await Promise.all([
    attempt(account.mailAccount),
    attempt(async () => account.mailIdentity(idOf("AWS::SES::EmailIdentity"))),
    attempt(() => account.certificate(config.domain.certificateArn)),
    attempt(() => Promise.all([dns.answer(host), dns.answer(distribution)])),
    attemptEach(stack, "AWS::DynamoDB::Table", account.table),
    attempt(async () => account.key(idOf("AWS::KMS::Key"))),
    attempt(async () => account.secret(idOf("AWS::SecretsManager::Secret"))),
    attempt(async () => account.subscriptions(idOf("AWS::SNS::Topic"))),
    attemptEach(stack, "AWS::SQS::Queue", account.queue),
    attempt(sourceReports),
    attempt(() => countWaiting(quarantine)),
    attempt(() => account.alarms(Object.keys(alarms))),
  ]);
  const now = clock();
  return [
    stackCheck(stack),
    ...doorChecks({ host, distribution, now }, certificate, names),
    ...mailChecks(mailAccount, identity),
    ...keepingChecks(tables, key, secret),
    alarmsCheck(config.alarmsTo, subscriptions),
    ...ringingChecks(alarms, ringing),
    ...queueChecks(queues),
    quarantineCheck(stage, waiting),
    ...sourceChecks(config.sources, now, reports),
  ];
};
