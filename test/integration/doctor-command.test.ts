import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod/mini";
import { createQuarantine } from "../../functions/adapters/quarantine.ts";
import { createSources } from "../../functions/adapters/sources.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { type AwsAnswer, alarmAnswer, healthyAccount, unconfirmed, useAws } from "../support/aws-answers.ts";
import { useCli } from "../support/cli.ts";
import { pngLogo } from "../support/logos.ts";
import { useNameServer } from "../support/name-server.ts";
import { stackAnswers } from "../support/stack-answers.ts";

const cli = await useCli();

const HOST = "privacy.marlow.co.uk";
const READY = {
  brand: { name: "Marlow", privacyNoticeUrl: "https://www.marlow.co.uk/privacy", logo: { light: "" } },
  languages: ["en"],
  timeZone: "Europe/London",
  staffIdentity: "handle",
  retention: { months: 12 },
  sources: [{ source: "crm", name: "Customer file" }],
  mail: { from: "privacy@marlow.co.uk", fromName: "Marlow" },
  dpo: { name: "DPO", email: "dpo@marlow.co.uk" },
  approver: { name: "Audit", email: "audit@marlow.co.uk" },
  jurisdictions: ["GB-ENG"],
  alarmsTo: "on-call@marlow.co.uk",
  domain: {
    name: HOST,
    certificateArn: "arn:aws:acm:us-east-1:123412341234:certificate/0a1b2c3d-0000-4000-8000-000000000000",
  },
};

// A company's configuration lies beside the code that it imports.
mkdirSync("dist", { recursive: true });
const folder = mkdtempSync(join("dist", "company-"));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, "logo.png"), pngLogo(240, 72));
const configFile = (name: string, changes: object = {}): string => {
  const config = { ...READY, ...changes, brand: { ...READY.brand, logo: { light: `${folder}/logo.png` } } };
  const path = join(folder, `${name}.config.ts`);
  writeFileSync(
    path,
    `import { defineConfig } from "../../functions/contract/define-config.ts";\nexport default defineConfig(${JSON.stringify(config)});\n`,
  );
  return resolve(path);
};
const ready = configFile("ready");

const checks = z.object({
  stage: z.nullable(z.string()),
  checks: z.array(
    z.object({ id: z.string(), about: z.string(), state: z.enum(["ok", "todo", "unknown"]), says: z.string() }),
  ),
  toDo: z.int(),
});
const statesOf = (stdout: string) =>
  Object.fromEntries(checks.parse(JSON.parse(stdout)).checks.map(({ id, state }) => [id, state]));

/** So that the source has reported just now. */
await createSources(cli.engine.client, cli.engine.portalTable).note({
  source: "crm",
  since: new Date().toISOString(),
  lastReceivedAt: new Date().toISOString(),
  ranges: [],
});

test("explains itself, and refuses what it does not know", async () => {
  const help = await cli.run(["doctor", "--help"]);
  expect([help.code, help.stderr]).toEqual([0, ""]);
  expect(help.stdout).toMatch(/^Usage: regard doctor\b/);
  expect(help.stdout).toContain("npx regard doctor --stage production");
  for (const words of [["--fast"], ["now"], ["--stage", ""], ["--dns", "a server"]]) {
    const wrong = await cli.run(["doctor", ...words]);
    expect([wrong.code, wrong.stdout]).toEqual([2, ""]);
  }
});

describe("without a stage", () => {
  test("finds a company ready whose configuration is whole and whose portal runs here", async () => {
    const { code, stdout, stderr } = await cli.run(["doctor", "--config", ready]);
    expect(stdout).toMatch(/^ok {17}Configuration: Every field is valid\.$/m);
    expect(stdout).toMatch(/^ok {17}Logo: .*logo\.png can be shown, and .*logo\.png in letters\.$/m);
    expect(stdout).toMatch(/^ok {17}Portal on this computer: Both tables are there\.$/m);
    expect(stdout).toMatch(/^ok {17}Source crm: Its last event came on/m);
    expect([code, stderr]).toEqual([0, "13 ok, 0 to do, 0 cannot be checked.\n"]);
  });

  test("says of the sample company what has to be replaced, as text and as JSON", async () => {
    const text = await cli.run(["doctor"]);
    expect(text.code).toBe(1);
    expect(text.stdout).toMatch(
      /^to do {14}Your own values: brand\.privacyNoticeUrl, .*\n {19}→ Write the company's own/m,
    );
    expect(text.stdout).toMatch(/^to do {14}Source billing: It has never reported/m);
    const json = await cli.run(["doctor", "--json"]);
    expect(json.code).toBe(1);
    expect(checks.parse(JSON.parse(json.stdout))).toMatchObject({ stage: null, toDo: 4 });
  });

  test("looks at a configuration where no portal runs", async () => {
    const env = { REGARD_LOCAL_DIR: join(cli.directory, "nowhere") };
    const { code, stdout } = await cli.run(["doctor", "--config", ready, "--json"], { env });
    expect(code).toBe(0);
    expect(statesOf(stdout)).toMatchObject({ config: "ok", local: "unknown" });
  });

  test("says of a configuration that is not valid what to write, and of one that is not there that it is not", async () => {
    const { code, stdout, stderr } = await cli.run([
      "doctor",
      "--config",
      configFile("wrong", { timezone: "Europe/London" }),
    ]);
    expect([code, stderr]).toEqual([1, "0 ok, 1 to do, 0 cannot be checked.\n"]);
    expect(stdout).toMatch(
      /^to do {14}Configuration: .*\n +timezone: is no field that Regard knows\. Did you mean timeZone\?/,
    );
    const nowhere = await cli.run(["doctor", "--config", "nowhere.config.ts"]);
    expect([nowhere.code, nowhere.stderr]).toEqual([
      1,
      expect.stringMatching(/^FILE_UNREADABLE: There is no such configuration\./),
    ]);
  });
});

const OUTPUTS = {
  AccessLogTableName: cli.engine.accessLogTable,
  PortalTableName: cli.engine.portalTable,
  SecretId: "regard-secret",
  PortalOrigin: `https://${HOST}`,
  PointDomainTo: "d111.cloudfront.net",
};
const PARTS: Parameters<typeof stackAnswers>[2] = {
  AccessLogTable: ["AWS::DynamoDB::Table", cli.engine.accessLogTable],
  PortalTable: ["AWS::DynamoDB::Table", cli.engine.portalTable],
  EncryptionKey: ["AWS::KMS::Key", "0a1b2c3d"],
  CompanySecret: ["AWS::SecretsManager::Secret", "regard-secret"],
  AlarmsTopic: ["AWS::SNS::Topic", "arn:aws:sns:eu-west-1:111122223333:Alarms"],
  UndeliveredQueue: ["AWS::SQS::Queue", "https://sqs.eu-west-1.amazonaws.com/111122223333/Undelivered"],
  AlarmsCodesGuessed2644A4F9: ["AWS::CloudWatch::Alarm", "Regard-trial-AlarmsCodesGuessed2644A4F9-1A2B3C"],
  MailIdentity: ["AWS::SES::EmailIdentity", "marlow.co.uk"],
};
const healthy = healthyAccount({ host: HOST, mailDomain: "marlow.co.uk", alarmsTo: READY.alarmsTo });
const answers: Record<string, AwsAnswer> = {
  ...healthy,
  ...stackAnswers("Regard-trial", OUTPUTS, PARTS),
};
const aws = await useAws(answers, cli.engine.endpoint);
const dns = await useNameServer({
  [HOST]: { CNAME: "d111.cloudfront.net" },
  "d111.cloudfront.net": { A: ["192.0.2.1"] },
});
const onAws = {
  AWS_REGION: LOCAL_REGION,
  AWS_ACCESS_KEY_ID: LOCAL_CREDENTIALS.accessKeyId,
  AWS_SECRET_ACCESS_KEY: LOCAL_CREDENTIALS.secretAccessKey,
  AWS_ENDPOINT_URL: aws.endpoint,
};
const examine = (changes: Readonly<Record<string, AwsAnswer>>, ...more: readonly string[]) => {
  Object.assign(answers, healthy, changes);
  return cli.run(["doctor", "--config", ready, "--stage", "trial", "--dns", dns, "--json", ...more], { env: onAws });
};

describe("with a stage", () => {
  test("finds a stage in order from every side, and asks for nothing but how things stand", async () => {
    const { code, stdout, stderr } = await examine({});
    expect(stderr).toBe("25 ok, 0 to do, 0 cannot be checked.\n");
    expect(code).toBe(0);
    expect(checks.parse(JSON.parse(stdout)).stage).toBe("trial");
    expect(Object.keys(statesOf(stdout)).filter((id) => !id.startsWith("config"))).toEqual([
      "stack",
      ...["door.certificate", "door.dns", "mail.account", "mail.domain", "mail.from"],
      ...["keeping.AccessLogTable", "keeping.PortalTable", "keeping.key", "keeping.secret"],
      ...["running.alarms", "running.ringing", "running.UndeliveredQueue", "running.quarantine", "running.source.crm"],
    ]);
    expect(aws.asked.filter((operation) => !/^(Describe|Get|List|Query|GET )/.test(operation))).toEqual([]);
    expect(aws.asked).not.toContain("GetSecretValue");
  });

  test("says what is to do in one that is not, and what it was not allowed to see", async () => {
    const { code, stdout } = await examine({
      "GET /v2/email/account": { body: { ...healthy["GET /v2/email/account"].body, ProductionAccessEnabled: false } },
      "GET /v2/email/identities/marlow.co.uk": { error: "NotFoundException" },
      ListSubscriptionsByTopic: unconfirmed(READY.alarmsTo),
      GetQueueAttributes: { body: { Attributes: { ApproximateNumberOfMessages: "2" } } },
      DescribeContinuousBackups: { body: {} },
      GetKeyPolicy: { error: "AccessDeniedException" },
    });
    expect(code).toBe(1);
    expect(statesOf(stdout)).toMatchObject({
      ...{ stack: "ok", "mail.account": "todo", "mail.domain": "todo", "mail.from": "todo", "running.alarms": "todo" },
      ...{ "running.UndeliveredQueue": "todo", "keeping.AccessLogTable": "todo", "keeping.key": "unknown" },
      ...{ "keeping.secret": "ok", "running.source.crm": "ok" },
    });
  });

  test("says which alarm rings and where its runbook is, and what waits in the quarantine since when", async () => {
    const { client, portalTable } = cli.engine;
    const quarantine = createQuarantine(client, { name: portalTable, keyring: cli.keyring }, Date.now);
    const entry = { code: "EVENT_LATE", field: "occurredAt", source: "crm", text: '{"customerId":"canary"}' };
    const day = (n: number) => `2026-11-0${n}T00:00:00.000Z`;
    await quarantine.put(
      [3, 2, 4].map((n) => ({ ...entry, id: `q-${n}`, receivedAt: day(n), eraseAt: "2099-01-01T00:00:00.000Z" })),
    );
    const { code, stdout } = await examine({ DescribeAlarms: alarmAnswer({ StateValue: "ALARM" }) });
    const told = checks.parse(JSON.parse(stdout)).checks.filter(({ state }) => state === "todo");
    expect([code, told]).toEqual([
      1,
      [
        {
          ...{ id: "running.ringing.CodesGuessed", about: "Alarm CodesGuessed", state: "todo" },
          says: "It rings since 2027-01-01 00:00 UTC. Somebody guesses codes.",
        },
        {
          ...{ id: "running.quarantine", about: "Quarantine", state: "todo" },
          says: "3 events wait, the oldest since 2026-11-02: these looks are in no customer's record.",
        },
      ],
    ]);
    expect(stdout).toContain("Go through OPERATIONS.md#somebody-is-guessing-codes.");
    expect(stdout).toContain("npx regard quarantine list --stage trial");
    expect(stdout).not.toContain("canary");
    for (const n of [2, 3]) await quarantine.remove(`q-${n}`);
    const here = await cli.run(["doctor", "--config", ready]);
    expect(here.stdout).toMatch(/^to do {14}Quarantine: 1 event waits, .*\n {19}→ .*npx regard quarantine list\./m);
    await quarantine.remove("q-4");
  });

  test("says so where the stack cannot be read", async () => {
    const { code, stdout, stderr } = await examine({ DescribeStacks: { error: "ValidationError" } });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^PORTAL_NOT_FOUND: The stack Regard-trial could not be read/);
  });
});
