import type { CertificateState, DnsAnswer } from "../domain/doctor/door-checks.ts";
import type { KeyState, SecretState, TableState } from "../domain/doctor/keeping-checks.ts";
import type { MailAccount, MailIdentity } from "../domain/doctor/mail-checks.ts";
import type { AlarmState } from "../domain/doctor/ringing-checks.ts";
import type { QueueState, StackState, Subscription } from "../domain/doctor/running-checks.ts";

/** One thing that a stack made. */
interface StackPart {
  /** Its name in the template. */
  readonly logicalId: string;
  /** `AWS::SQS::Queue`. */
  readonly type: string;
  /** Its name, ARN or address, as its service calls it. */
  readonly id: string;
}

/** A deployed stack, with all of its parts however many there are. */
export interface DeployedStack extends StackState {
  readonly parts: readonly StackPart[];
}

/**
 * What the doctor looks at on AWS. Nothing here changes anything or reads an item, a message or a secret's value. Each
 * may throw the service's own error.
 */
export interface Account {
  mailAccount(): Promise<MailAccount>;
  /** Undefined where SES does not know the domain. */
  mailIdentity(domain: string): Promise<MailIdentity | undefined>;
  certificate(arn: string): Promise<CertificateState>;
  table(name: string): Promise<TableState>;
  key(id: string): Promise<KeyState>;
  secret(id: string): Promise<SecretState>;
  subscriptions(topicArn: string): Promise<readonly Subscription[]>;
  queue(url: string): Promise<QueueState>;
  /** Those of these names that are there, in no order. */
  alarms(names: readonly string[]): Promise<readonly AlarmState[]>;
}

/** The company's DNS, as it is seen from here. A name that is not there has no aliases and no addresses. */
export interface Dns {
  answer(name: string): Promise<DnsAnswer>;
}
