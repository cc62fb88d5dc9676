import { ACMClient, DescribeCertificateCommand } from "@aws-sdk/client-acm";
import { CloudWatchClient, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import {
  DescribeContinuousBackupsCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  type DynamoDBClient,
} from "@aws-sdk/client-dynamodb";
import { DescribeSecretCommand, SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { GetAccountCommand, GetEmailIdentityCommand, NotFoundException, SESv2Client } from "@aws-sdk/client-sesv2";
import { paginateListSubscriptionsByTopic, SNSClient } from "@aws-sdk/client-sns";
import { GetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import type { TableState } from "../domain/doctor/keeping-checks.ts";
import type { AlarmState } from "../domain/doctor/ringing-checks.ts";
import type { Account } from "../use-cases/doctor-ports.ts";
import { createKeyState } from "./key-state.ts";

/** A person waits for the answer, and asks again by themselves. */
export const PATIENCE = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true },
};

/** CloudFront takes certificates from there alone. */
const CERTIFICATES_REGION = "us-east-1";

/** As many names as DescribeAlarms takes. */
const ALARMS_AT_ONCE = 100;

/** How alarms stand. Composite alarms, of which the stack has none, would need the right to see all of the account. */
const alarmStates = async (client: CloudWatchClient, names: readonly string[]): Promise<readonly AlarmState[]> => {
  const found: AlarmState[] = [];
  for (let at = 0; at < names.length; at += ALARMS_AT_ONCE) {
    const AlarmNames = names.slice(at, at + ALARMS_AT_ONCE);
    for await (const { MetricAlarms = [] } of paginateDescribeAlarms(
      { client },
      { AlarmNames, AlarmTypes: ["MetricAlarm"] },
    ))
      found.push(
        ...MetricAlarms.map(({ AlarmName = "", AlarmDescription = "", StateValue, ...alarm }) => ({
          name: AlarmName,
          description: AlarmDescription,
          rings: StateValue === "ALARM",
          tellsSomebody: alarm.ActionsEnabled === true,
          ...(alarm.StateUpdatedTimestamp && { since: alarm.StateUpdatedTimestamp.toISOString() }),
        })),
      );
  }
  return found;
};

/** How a table stands. */
const tableState = async (client: DynamoDBClient, TableName: string): Promise<TableState> => {
  const [{ Table }, { ContinuousBackupsDescription }, { TimeToLiveDescription }] = await Promise.all([
    client.send(new DescribeTableCommand({ TableName })),
    client.send(new DescribeContinuousBackupsCommand({ TableName })),
    client.send(new DescribeTimeToLiveCommand({ TableName })),
  ]);
  const { PointInTimeRecoveryStatus } = ContinuousBackupsDescription?.PointInTimeRecoveryDescription ?? {};
  const { AttributeName, TimeToLiveStatus } = TimeToLiveDescription ?? {};
  const keyArn = Table?.SSEDescription?.KMSMasterKeyArn;
  return {
    status: Table?.TableStatus ?? "not there",
    recovery: PointInTimeRecoveryStatus === "ENABLED",
    deletionProtection: Table?.DeletionProtectionEnabled === true,
    ...(TimeToLiveStatus === "ENABLED" && AttributeName !== undefined && { timeToLive: AttributeName }),
    ...(keyArn !== undefined && { keyArn }),
  };
};

/**
 * The account that a stack lives in. Where it is, and by whose right, the SDK reads from the environment.
 *
 * @returns The port, and `close`, which lets go of all connections.
 */
export const createAccount = (dynamoDb: DynamoDBClient): Account & { close(): void } => {
  const ses = new SESv2Client(PATIENCE);
  const acm = new ACMClient({ ...PATIENCE, region: CERTIFICATES_REGION });
  const secrets = new SecretsManagerClient(PATIENCE);
  const sns = new SNSClient(PATIENCE);
  // A queue's address says where it is, and so does the environment, which alone is asked everywhere else.
  const sqs = new SQSClient({ ...PATIENCE, useQueueUrlAsEndpoint: false });
  const cloudWatch = new CloudWatchClient(PATIENCE);
  const keys = createKeyState(PATIENCE);

  return {
    mailAccount: async () => {
      const answer = await ses.send(new GetAccountCommand({}));
      return {
        productionAccess: answer.ProductionAccessEnabled === true,
        sendingEnabled: answer.SendingEnabled === true,
        enforcement: answer.EnforcementStatus ?? "not stated",
        most: answer.SendQuota?.Max24HourSend ?? 0,
        sent: answer.SendQuota?.SentLast24Hours ?? 0,
      };
    },
    mailIdentity: async (domain) => {
      try {
        const answer = await ses.send(new GetEmailIdentityCommand({ EmailIdentity: domain }));
        const { MailFromDomain, MailFromDomainStatus = "not stated" } = answer.MailFromAttributes ?? {};
        return {
          verified: answer.VerifiedForSendingStatus === true,
          dkim: answer.DkimAttributes?.Status ?? "not stated",
          ...(MailFromDomain && { mailFrom: { domain: MailFromDomain, status: MailFromDomainStatus } }),
        };
      } catch (error) {
        if (error instanceof NotFoundException) return undefined;
        throw error;
      }
    },
    certificate: async (arn) => {
      const { Certificate } = await acm.send(new DescribeCertificateCommand({ CertificateArn: arn }));
      const names = [Certificate?.DomainName ?? "", ...(Certificate?.SubjectAlternativeNames ?? [])];
      return {
        status: Certificate?.Status ?? "not stated",
        names: [...new Set(names)].filter(Boolean),
        ...(Certificate?.NotAfter && { endsAt: Certificate.NotAfter.toISOString() }),
        renews: Certificate?.Type === "AMAZON_ISSUED",
      };
    },
    table: (name) => tableState(dynamoDb, name),
    key: keys.read,
    secret: async (id) => {
      const { DeletedDate, RotationEnabled } = await secrets.send(new DescribeSecretCommand({ SecretId: id }));
      return { ...(DeletedDate && { deletedAt: DeletedDate.toISOString() }), rotates: RotationEnabled === true };
    },
    subscriptions: async (TopicArn) => {
      const found = [];
      for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client: sns }, { TopicArn }))
        found.push(
          ...Subscriptions.map(({ Endpoint = "", SubscriptionArn = "" }) => ({
            to: Endpoint,
            confirmed: SubscriptionArn.startsWith("arn:"),
          })),
        );
      return found;
    },
    queue: async (QueueUrl) => {
      const { Attributes } = await sqs.send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["ApproximateNumberOfMessages", "RedrivePolicy"] }),
      );
      return {
        waiting: Number(Attributes?.["ApproximateNumberOfMessages"] ?? 0),
        isLastStop: Attributes?.["RedrivePolicy"] === undefined,
      };
    },
    alarms: (names) => alarmStates(cloudWatch, names),
    close: () => {
      for (const client of [ses, acm, secrets, sns, sqs, cloudWatch, keys]) client.destroy();
    },
  };
};
