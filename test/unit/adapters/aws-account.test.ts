import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { createAccount } from "../../../functions/adapters/aws-account.ts";
import { createDynamoDb } from "../../../functions/adapters/dynamodb.ts";
import {
  type AwsAnswers,
  alarmAnswer,
  healthyAccount,
  keyPolicy,
  unconfirmed,
  useAws,
} from "../../support/aws-answers.ts";

const HOST = "privacy.marlow.example";
const healthy = healthyAccount({ host: HOST, mailDomain: "marlow.example", alarmsTo: "on-call@marlow.example" });
const answers: Record<string, AwsAnswers[string]> = { ...healthy };
const aws = await useAws(answers);

/** The account while AWS answers like this. */
const seen = async <T>(
  changes: AwsAnswers,
  look: (account: ReturnType<typeof createAccount>) => Promise<T>,
): Promise<T> => {
  Object.assign(answers, healthy, changes);
  const dynamoDb = createDynamoDb();
  const account = createAccount(dynamoDb);
  try {
    return await look(account);
  } finally {
    account.close();
    dynamoDb.destroy();
  }
};

beforeAll(() => {
  for (const [name, value] of Object.entries({
    AWS_ENDPOINT_URL: aws.endpoint,
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
  }))
    vi.stubEnv(name, value);
});
afterAll(() => vi.unstubAllEnvs());

const healthyTable = {
  status: "ACTIVE",
  recovery: true,
  timeToLive: "expiresAt",
  deletionProtection: true,
  keyArn: "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-0000-4000-8000-000000000000",
};

describe("the account on AWS, as its real client reads the answers", () => {
  it("is read whole where all is well", async () => {
    await seen({}, async (account) => {
      expect(await account.mailAccount()).toEqual({
        ...{ productionAccess: true, sendingEnabled: true, enforcement: "HEALTHY" },
        ...{ most: 50_000, sent: 120 },
      });
      expect(await account.mailIdentity("marlow.example")).toEqual({ verified: true, dkim: "SUCCESS" });
      expect(await account.certificate("arn:aws:acm:us-east-1:111122223333:certificate/0")).toEqual({
        ...{ status: "ISSUED", names: [HOST, `*.${HOST}`], endsAt: "2099-01-01T00:00:00.000Z", renews: true },
      });
      expect(await account.table("AccessLog")).toEqual(healthyTable);
      expect(await account.key("0a1b2c3d")).toEqual({
        ...{ arn: healthyTable.keyArn, state: "Enabled", rotates: true },
        lettingIn: ["arn:aws:iam::111122223333:root"],
      });
      expect(await account.secret("CompanySecret")).toEqual({ rotates: false });
      expect(await account.subscriptions("arn:aws:sns:eu-west-1:111122223333:Alarms")).toEqual([
        { to: "on-call@marlow.example", confirmed: true },
      ]);
      expect(await account.queue("https://sqs.eu-west-1.amazonaws.com/111122223333/Undelivered")).toEqual({
        ...{ waiting: 0, isLastStop: true },
      });
      expect(await account.alarms(["one"])).toEqual([
        {
          name: "Regard-trial-AlarmsCodesGuessed2644A4F9-1A2B3C",
          description: "Somebody guesses codes. What to do: OPERATIONS.md#somebody-is-guessing-codes",
          ...{ rings: false, tellsSomebody: true, since: "2027-01-01T00:00:00.000Z" },
        },
      ]);
    });
    expect(new Set(aws.asked)).toEqual(new Set(Object.keys(healthy)));
  });

  it("is read as it is where it is not", async () => {
    const changes: AwsAnswers = {
      "GET /v2/email/account": { body: { ProductionAccessEnabled: false, SendQuota: { Max24HourSend: 200 } } },
      "GET /v2/email/identities/marlow.example": {
        body: {
          DkimAttributes: { Status: "PENDING" },
          MailFromAttributes: { MailFromDomain: "bounce.marlow.example", MailFromDomainStatus: "FAILED" },
        },
      },
      DescribeCertificate: {
        body: { Certificate: { Status: "PENDING_VALIDATION", DomainName: HOST, Type: "IMPORTED" } },
      },
      DescribeTable: { body: { Table: { TableStatus: "UPDATING" } } },
      DescribeContinuousBackups: { body: {} },
      DescribeTimeToLive: { body: { TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" } } },
      DescribeKey: { body: { KeyMetadata: { Arn: "arn", KeyId: "k", KeyState: "PendingDeletion" } } },
      GetKeyPolicy: {
        body: {
          Policy: keyPolicy(
            { Effect: "Allow", Principal: "*", Action: "kms:*", Resource: "*" },
            {
              Effect: "Allow",
              Principal: { AWS: ["arn:aws:iam::999999999999:root"] },
              Action: "kms:Decrypt",
              Resource: "*",
            },
            {
              Effect: "Allow",
              Principal: { AWS: "*" },
              Condition: { StringEquals: {} },
              Action: "kms:Decrypt",
              Resource: "*",
            },
            { Effect: "Deny", Principal: { AWS: "*" }, Action: "kms:Decrypt", Resource: "*" },
          ),
        },
      },
      GetKeyRotationStatus: { body: { KeyRotationEnabled: false } },
      DescribeSecret: { body: { DeletedDate: 1_798_761_600, RotationEnabled: true } },
      ListSubscriptionsByTopic: unconfirmed("on-call@marlow.example"),
      GetQueueAttributes: { body: { Attributes: { ApproximateNumberOfMessages: "7", RedrivePolicy: "{}" } } },
    };
    await seen(changes, async (account) => {
      expect(await account.mailAccount()).toEqual({
        ...{ productionAccess: false, sendingEnabled: false, enforcement: "not stated", most: 200, sent: 0 },
      });
      expect(await account.mailIdentity("marlow.example")).toEqual({
        ...{ verified: false, dkim: "PENDING", mailFrom: { domain: "bounce.marlow.example", status: "FAILED" } },
      });
      expect(await account.certificate("arn")).toEqual({ status: "PENDING_VALIDATION", names: [HOST], renews: false });
      expect(await account.table("AccessLog")).toEqual({
        status: "UPDATING",
        recovery: false,
        deletionProtection: false,
      });
      expect(await account.key("k")).toEqual({
        ...{ arn: "arn", state: "PendingDeletion", rotates: false },
        lettingIn: ["arn:aws:iam::111122223333:root", "*", "arn:aws:iam::999999999999:root"],
      });
      expect(await account.secret("s")).toEqual({ deletedAt: "2027-01-01T00:00:00.000Z", rotates: true });
      expect(await account.subscriptions("arn")).toEqual([{ to: "on-call@marlow.example", confirmed: false }]);
      expect(await account.queue("https://sqs.eu-west-1.amazonaws.com/1/q")).toEqual({ waiting: 7, isLastStop: false });
    });
  });

  it("asks for alarms by their names, a hundred at a time, page by page", async () => {
    const page = { ...alarmAnswer({ StateValue: "ALARM", ActionsEnabled: false }) };
    await seen({ DescribeAlarms: page }, async (account) => {
      const before = aws.asked.length;
      const names = Array.from({ length: 101 }, (_, n) => `alarm-${n}`);
      expect(await account.alarms(names)).toMatchObject([1, 2].map(() => ({ rings: true, tellsSomebody: false })));
      expect(aws.asked.slice(before)).toEqual(["DescribeAlarms", "DescribeAlarms"]);
      expect(await account.alarms([])).toEqual([]);
    });
  });

  it("knows a mail domain that is not there from one that may not be seen", async () => {
    await seen({ "GET /v2/email/identities/marlow.example": { error: "NotFoundException" } }, async (account) => {
      expect(await account.mailIdentity("marlow.example")).toBeUndefined();
    });
    await seen({ "GET /v2/email/identities/marlow.example": { error: "AccessDeniedException" } }, async (account) => {
      await expect(account.mailIdentity("marlow.example")).rejects.toMatchObject({ name: "AccessDeniedException" });
    });
  });

  it.each([
    ["DescribeKey", "key"],
    ["DescribeSecret", "secret"],
    ["ListSubscriptionsByTopic", "subscriptions"],
    ["GetQueueAttributes", "queue"],
    ["DescribeCertificate", "certificate"],
    ["DescribeTimeToLive", "table"],
  ] as const)("says by its name that %s was denied", async (operation, look) => {
    await seen({ [operation]: { error: "AccessDeniedException" } }, async (account) => {
      await expect(account[look]("https://sqs.eu-west-1.amazonaws.com/1/q")).rejects.toMatchObject({
        name: "AccessDeniedException",
      });
    });
  });
});
