import { Aws } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  Identity,
  SuppressionReasons,
} from "aws-cdk-lib/aws-ses";
import { Construct } from "constructs";
import { type Alarms, FIVE_MINUTES } from "./alarms.ts";
import type { Grantee } from "./grantee.ts";
import type { HouseFunction } from "./house-function.ts";
import { keepsItsName } from "./logical-id.ts";

/** Where SES starts to review an account, and beyond which it pauses sending (SES Developer Guide, "Reputation"). */
const BOUNCE_RATE = 0.05;
const COMPLAINT_RATE = 0.001;

/**
 * The sender's domain, verified by DKIM. The configuration set is the domain's default, so the functions need not know
 * it. Bounces and complaints are watched as rates: SES would send the single events with the customer's address in
 * them, and nobody here needs that.
 */
export class MailSender extends Construct {
  readonly identity: EmailIdentity;
  readonly #from: string;
  readonly #set: string;

  constructor(scope: Construct, id: string, props: { readonly from: string; readonly alarms: Alarms }) {
    super(scope, id);
    this.#from = props.from;
    const set = new ConfigurationSet(this, "ConfigurationSet", {
      // A code must not travel in clear: better no mail than one that everybody on the way can read.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      suppressionReasons: SuppressionReasons.BOUNCES_AND_COMPLAINTS,
    });
    keepsItsName(set, "MailConfigurationSet");
    this.#set = set.configurationSetName;
    this.identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(props.from.slice(props.from.indexOf("@") + 1)),
      configurationSet: set,
    });
    keepsItsName(this.identity, "MailIdentity");

    const rate = (metricName: string) =>
      new Metric({
        namespace: "AWS/SES",
        metricName,
        dimensionsMap: { "ses:configuration-set": this.#set },
        statistic: "Maximum",
        period: FIVE_MINUTES,
      });
    props.alarms.raise("Bounces", {
      metric: rate("Reputation.BounceRate"),
      threshold: BOUNCE_RATE,
      impact: "Many confirmation codes come back undelivered; if it goes on, no customer will get one.",
      runbook: "mail-bounces",
    });
    props.alarms.raise("Complaints", {
      metric: rate("Reputation.ComplaintRate"),
      threshold: COMPLAINT_RATE,
      impact:
        "People mark our codes as spam, perhaps because somebody else types their addresses; if it goes on, no customer will get one.",
      runbook: "mail-bounces",
    });
  }

  /** The records by which receivers find the keys, each "name CNAME value". */
  get dnsRecords(): string[] {
    return this.identity.dkimRecords.map(({ name, value }) => `${name} CNAME ${value}`);
  }

  /** Sees how domain and account stand. The account is no resource of its own (IAM, "Actions for SES"). */
  grantInspection(to: Grantee): void {
    to.allow(["ses:GetEmailIdentity"], [this.identity.emailIdentityArn]);
    to.allow(["ses:GetAccount"], ["*"]);
  }

  /** Sends from the company's one address. */
  grantSend(fn: HouseFunction): void {
    fn.allow(
      ["ses:SendEmail"],
      [
        this.identity.emailIdentityArn,
        `arn:${Aws.PARTITION}:ses:${Aws.REGION}:${Aws.ACCOUNT_ID}:configuration-set/${this.#set}`,
      ],
      { StringEquals: { "ses:FromAddress": this.#from } },
    );
  }
}
