import { type Check, check, type Finding, fine, judged, type Reading, toDo } from "./check.ts";

/** The account's mail service in the stack's region (SES API v2, GetAccount). */
export interface MailAccount {
  /** False in the sandbox, where only verified addresses get mail. */
  readonly productionAccess: boolean;
  readonly sendingEnabled: boolean;
  /** HEALTHY, PROBATION or SHUTDOWN. */
  readonly enforcement: string;
  /** Messages in 24 hours: allowed, and sent in the last ones. */
  readonly most: number;
  readonly sent: number;
}

/** The sender's domain (SES API v2, GetEmailIdentity). */
export interface MailIdentity {
  readonly verified: boolean;
  /** SUCCESS, PENDING, FAILED, TEMPORARY_FAILURE or NOT_STARTED. */
  readonly dkim: string;
  readonly mailFrom?: { readonly domain: string; readonly status: string };
}

const NEARLY_ALL = 0.8;

const account = ({ productionAccess, sendingEnabled, enforcement, most, sent }: MailAccount): Finding => {
  if (!productionAccess)
    return toDo(
      "The account is in the sandbox of SES: customers get no mail.",
      'Request production access in SES ("Get set up"); AWS answers within a day or so.',
    );
  if (!sendingEnabled)
    return toDo("Sending is switched off for the account.", "Find out who did it and why, then switch it on in SES.");
  if (enforcement !== "HEALTHY")
    return toDo(
      `AWS has put the account under review (${enforcement}).`,
      "Answer AWS in the support centre; see OPERATIONS.md#mail-bounces.",
    );
  return most > 0 && sent >= most * NEARLY_ALL
    ? toDo(`${sent} of ${most} messages of a day are sent.`, 'Ask for a higher "Sending quota" in Service Quotas, SES.')
    : fine(`SES sends: ${sent} of ${most} messages in the last 24 hours.`);
};

const domain = ({ verified, dkim }: MailIdentity): Finding => {
  if (dkim === "SUCCESS" && verified) return fine("The domain is verified, and mails are signed (DKIM).");
  return dkim === "FAILED"
    ? toDo(
        "SES looked for the DKIM records for three days and did not find them.",
        "Write the stack's outputs MailDnsRecord1 to 3 into the mail domain's DNS, then start the verification again in SES.",
      )
    : toDo(
        `The mail domain is not verified yet (DKIM: ${dkim}).`,
        "Write the stack's outputs MailDnsRecord1 to 3 into the mail domain's DNS; SES looks for them by itself.",
      );
};

const mailFrom = ({ mailFrom: own }: MailIdentity): Finding => {
  if (own === undefined) return fine("Bounces go to SES's own domain; DKIM alone aligns the mails for DMARC.");
  return own.status === "SUCCESS"
    ? fine(`Bounces go to ${own.domain}.`)
    : toDo(
        `The MAIL FROM domain ${own.domain} is not verified (${own.status}).`,
        "Write its MX and SPF records, as SES shows them, into DNS; or take it away.",
      );
};

/** Whether a customer gets the code that they ask for. */
export const mailChecks = (
  accountRead: Reading<MailAccount>,
  identityRead: Reading<MailIdentity | undefined>,
): readonly Check[] => {
  const ofIdentity = (judge: (identity: MailIdentity) => Finding) =>
    judged(identityRead, (identity) =>
      identity === undefined
        ? toDo("SES does not know the mail domain.", "Deploy the stack again: it makes the identity.")
        : judge(identity),
    );
  return [
    check("mail.account", "SES account", judged(accountRead, account)),
    check("mail.domain", "Mail domain", ofIdentity(domain)),
    check("mail.from", "MAIL FROM", ofIdentity(mailFrom)),
  ];
};
