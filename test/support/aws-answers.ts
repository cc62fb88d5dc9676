import { afterAll } from "vitest";
import { serveHere } from "./loopback.ts";

/** What a service says to an operation: the body as it travels, or an error by its name. */
export type AwsAnswer = { readonly body: unknown } | { readonly xml: string } | { readonly error: string };
export type AwsAnswers = Readonly<Record<string, AwsAnswer>>;

/** A request as it came over the wire. */
interface AwsAsked {
  readonly method: string;
  /** Below the service's endpoint. */
  readonly path: string;
  /** The header `x-amz-target`; empty where the protocol has none. */
  readonly target: string;
  readonly body: string;
}

/** The operation that a request is for, in each of the protocols: JSON, query and REST. */
const operationOf = ({ method, path, target, body }: AwsAsked): string =>
  target === ""
    ? (new URLSearchParams(body).get("Action") ?? `${method} ${decodeURIComponent(path)}`)
    : target.slice(target.lastIndexOf(".") + 1);

/** What goes back over the wire. */
export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export const xmlAnswer = (body: string): WireAnswer => ({ status: 200, headers: { "content-type": "text/xml" }, body });

const errorXml = (name: string) =>
  `<ErrorResponse><Error><Type>Sender</Type><Code>${name}</Code><Message>no</Message></Error></ErrorResponse>`;

/** Answers a request as its service does; an operation that is not among the answers is not known there. */
export const answerTo = (answers: AwsAnswers, asked: AwsAsked): WireAnswer => {
  const answer = answers[operationOf(asked)] ?? { error: "UnknownOperationException" };
  if ("xml" in answer) return xmlAnswer(answer.xml);
  const headers = { "content-type": "application/json" };
  if ("body" in answer) return { status: 200, headers, body: JSON.stringify(answer.body) };
  const { error: name } = answer;
  return new URLSearchParams(asked.body).has("Action")
    ? { status: 400, headers: { "content-type": "text/xml", "x-amzn-errortype": name }, body: errorXml(name) }
    : {
        status: 400,
        headers: { ...headers, "x-amzn-errortype": name },
        body: JSON.stringify({ __type: name, message: "no" }),
      };
};

/**
 * A stand-in for AWS at the wire, for what no engine on a computer has: it answers each operation with what AWS's API
 * reference shows, and hands DynamoDB's reading of items to `engine`. What comes out of it, the real SDK has parsed.
 */
export const useAws = async (answers: AwsAnswers, engine?: string) => {
  const asked: string[] = [];
  const { endpoint, stop } = await serveHere(async (request, response) => {
    const body = (await request.toArray()).join("");
    const { method = "", url: path = "" } = request;
    const one = { method, path, target: String(request.headers["x-amz-target"] ?? ""), body };
    const operation = operationOf(one);
    asked.push(operation);
    if (answers[operation] === undefined && engine !== undefined) {
      const headers = Object.entries(request.headers).flatMap(([name, value]) =>
        /^(x-amz-|authorization|content-type)/.test(name) ? [[name, String(value)] as const] : [],
      );
      const forwarded = await fetch(engine, { method: "POST", headers: Object.fromEntries(headers), body });
      response
        .writeHead(forwarded.status, { "content-type": "application/x-amz-json-1.0" })
        .end(await forwarded.text());
      return;
    }
    const answer = answerTo(answers, one);
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  afterAll(stop);
  return { endpoint, asked };
};

const ACCOUNT = "111122223333";
const KEY_ARN = `arn:aws:kms:eu-west-1:${ACCOUNT}:key/0a1b2c3d-0000-4000-8000-000000000000`;

/** The one statement that lets the account itself decide (KMS Developer Guide, "Default key policy"). */
export const keyPolicy = (...more: readonly unknown[]): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
      {
        Effect: "Allow",
        Principal: { Service: "cloudwatch.amazonaws.com" },
        Action: "kms:Decrypt",
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
      },
      ...more,
    ],
  });

const subscriptionsXml = (...members: readonly (readonly [to: string, arn: string])[]) =>
  `<ListSubscriptionsByTopicResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><ListSubscriptionsByTopicResult><Subscriptions>${members
    .map(
      ([to, arn]) =>
        `<member><TopicArn>arn:aws:sns:eu-west-1:${ACCOUNT}:Alarms</TopicArn><Protocol>email</Protocol><SubscriptionArn>${arn}</SubscriptionArn><Owner>${ACCOUNT}</Owner><Endpoint>${to}</Endpoint></member>`,
    )
    .join("")}</Subscriptions></ListSubscriptionsByTopicResult></ListSubscriptionsByTopicResponse>`;

/** An alarm as CloudWatch describes it, under the name that CloudFormation gave it. */
export const alarmAnswer = (changes: object): { readonly body: unknown } => ({
  body: {
    MetricAlarms: [
      {
        AlarmName: "Regard-trial-AlarmsCodesGuessed2644A4F9-1A2B3C",
        AlarmDescription: "Somebody guesses codes. What to do: OPERATIONS.md#somebody-is-guessing-codes",
        ...{ ActionsEnabled: true, StateValue: "OK", StateUpdatedTimestamp: 1_798_761_600 },
        ...changes,
      },
    ],
  },
});

/** An account in which everything is in order, as the API references show it. */
export const healthyAccount = ({
  host,
  mailDomain,
  alarmsTo,
}: Readonly<Record<"host" | "mailDomain" | "alarmsTo", string>>) =>
  ({
    "GET /v2/email/account": {
      body: {
        DedicatedIpAutoWarmupEnabled: false,
        EnforcementStatus: "HEALTHY",
        ProductionAccessEnabled: true,
        SendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 120 },
        SendingEnabled: true,
      },
    },
    [`GET /v2/email/identities/${mailDomain}`]: {
      body: {
        IdentityType: "DOMAIN",
        VerifiedForSendingStatus: true,
        DkimAttributes: { SigningEnabled: true, Status: "SUCCESS", Tokens: ["a", "b", "c"] },
        MailFromAttributes: { BehaviorOnMxFailure: "USE_DEFAULT_VALUE" },
      },
    },
    DescribeCertificate: {
      body: {
        Certificate: {
          Status: "ISSUED",
          Type: "AMAZON_ISSUED",
          DomainName: host,
          SubjectAlternativeNames: [host, `*.${host}`],
          NotAfter: 4_070_908_800,
        },
      },
    },
    DescribeTable: {
      body: {
        Table: {
          TableStatus: "ACTIVE",
          DeletionProtectionEnabled: true,
          SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: KEY_ARN },
        },
      },
    },
    DescribeContinuousBackups: {
      body: {
        ContinuousBackupsDescription: {
          ContinuousBackupsStatus: "ENABLED",
          PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "ENABLED" },
        },
      },
    },
    DescribeTimeToLive: {
      body: { TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "expiresAt" } },
    },
    DescribeKey: { body: { KeyMetadata: { Arn: KEY_ARN, KeyId: "0a1b2c3d", Enabled: true, KeyState: "Enabled" } } },
    GetKeyRotationStatus: { body: { KeyRotationEnabled: true } },
    GetKeyPolicy: { body: { Policy: keyPolicy(), PolicyName: "default" } },
    DescribeSecret: { body: { Name: "CompanySecret", KmsKeyId: KEY_ARN } },
    ListSubscriptionsByTopic: {
      xml: subscriptionsXml([alarmsTo, `arn:aws:sns:eu-west-1:${ACCOUNT}:Alarms:0a1b2c3d`]),
    },
    GetQueueAttributes: { body: { Attributes: { ApproximateNumberOfMessages: "0" } } },
    DescribeAlarms: alarmAnswer({}),
  }) as const satisfies AwsAnswers;

/** A topic to which somebody still has to say yes. */
export const unconfirmed = (to: string): AwsAnswer => ({ xml: subscriptionsXml([to, "PendingConfirmation"]) });
