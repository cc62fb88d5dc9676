import { describe, expect, it } from "vitest";
import type { Check } from "../../../../functions/domain/doctor/check.ts";
import { type CertificateState, type DnsAnswer, doorChecks } from "../../../../functions/domain/doctor/door-checks.ts";
import { keepingChecks } from "../../../../functions/domain/doctor/keeping-checks.ts";
import { type MailAccount, type MailIdentity, mailChecks } from "../../../../functions/domain/doctor/mail-checks.ts";
import {
  alarmsCheck,
  NEEDED_OUTPUTS,
  queueChecks,
  sourceChecks,
  stackCheck,
} from "../../../../functions/domain/doctor/running-checks.ts";

const NOW = Date.parse("2026-11-25T12:00:00.000Z");
const told = (check: Check | undefined) => `${check?.state}: ${check?.says} → ${check?.next ?? ""}`;
const only = (checks: readonly Check[], id: string) => told(checks.find((check) => check.id === id));

const ACCOUNT: MailAccount = {
  productionAccess: true,
  sendingEnabled: true,
  enforcement: "HEALTHY",
  most: 100,
  sent: 1,
};
const IDENTITY: MailIdentity = { verified: true, dkim: "SUCCESS" };

describe("the doctor on mail", () => {
  it.each([
    [{}, "ok: SES sends: 1 of 100 messages in the last 24 hours."],
    [
      { productionAccess: false },
      "todo: The account is in the sandbox of SES: customers get no mail. → Request production",
    ],
    [{ sendingEnabled: false }, "todo: Sending is switched off"],
    [{ enforcement: "PROBATION" }, "todo: AWS has put the account under review (PROBATION)."],
    [{ sent: 79 }, "ok: SES sends"],
    [{ sent: 80 }, "todo: 80 of 100 messages of a day are sent."],
    [{ most: -1, sent: 80 }, "ok: SES sends"],
  ])("says of an account with %j", (change, words) => {
    const checks = mailChecks({ value: { ...ACCOUNT, ...change } }, { value: IDENTITY });
    expect(only(checks, "mail.account")).toContain(words);
  });

  it.each([
    [{}, "ok: The domain is verified", "ok: Bounces go to SES's own domain"],
    [
      { dkim: "PENDING" },
      "todo: The mail domain is not verified yet (DKIM: PENDING). → Write the stack's outputs MailDnsRecord1",
      "ok",
    ],
    [{ verified: false }, "todo: The mail domain is not verified yet", "ok"],
    [{ dkim: "FAILED" }, "todo: SES looked for the DKIM records for three days", "ok"],
    [{ mailFrom: { domain: "b.x", status: "SUCCESS" } }, "ok", "ok: Bounces go to b.x."],
    [
      { mailFrom: { domain: "b.x", status: "PENDING" } },
      "ok",
      "todo: The MAIL FROM domain b.x is not verified (PENDING).",
    ],
  ])("says of a domain with %j", (change, domain, from) => {
    const checks = mailChecks({ value: ACCOUNT }, { value: { ...IDENTITY, ...change } });
    expect(only(checks, "mail.domain")).toContain(domain);
    expect(only(checks, "mail.from")).toContain(from);
  });

  it("says what to do where the domain is not there, or nothing may be seen", () => {
    const checks = mailChecks({ error: "AccessDeniedException" }, { value: undefined });
    expect(only(checks, "mail.account")).toBe(
      "unknown: This could not be read (AccessDeniedException). → Attach the policy of the stack's output DoctorPolicyArn to your role, and ask again.",
    );
    expect(only(checks, "mail.domain")).toContain("todo: SES does not know the mail domain.");
    const signedOut = mailChecks({ error: "CredentialsProviderError" }, { error: "TimeoutError" });
    expect(only(signedOut, "mail.account")).toContain("Sign in to AWS first");
    expect(only(signedOut, "mail.from")).toContain("(TimeoutError). → Ask again");
  });
});

const HOST = "privacy.marlow.co.uk";
const CERTIFICATE: CertificateState = {
  status: "ISSUED",
  names: [HOST],
  endsAt: "2027-06-01T00:00:00.000Z",
  renews: true,
};
const there = (aliases: readonly string[], addresses: readonly string[]): DnsAnswer => ({ aliases, addresses });
const door = (certificate: CertificateState, names: readonly [DnsAnswer, DnsAnswer]) =>
  doorChecks({ host: HOST, distribution: "d111.cloudfront.net", now: NOW }, { value: certificate }, { value: names });

describe("the doctor at the door", () => {
  it.each([
    [{}, `ok: It covers ${HOST} until 2027-06-01.`],
    [{ names: ["*.marlow.co.uk"] }, "ok: It covers"],
    [
      { names: ["marlow.co.uk", "*.co.uk", "*.privacy.marlow.co.uk"] },
      "todo: The certificate is for marlow.co.uk, *.co.uk and *.privacy.marlow.co.uk, and not for",
    ],
    [{ status: "PENDING_VALIDATION" }, "todo: The certificate waits for the proof"],
    [{ status: "EXPIRED" }, "todo: The certificate is EXPIRED."],
    [{ endsAt: "2026-12-24T12:00:00.000Z" }, "todo: It ends on 2026-12-24 and was not renewed."],
    [{ endsAt: "2026-12-25T12:00:00.000Z" }, "ok: It covers"],
    [{ endsAt: "2026-12-24T12:00:00.000Z", renews: false }, "todo: It ends on 2026-12-24, and ACM does not renew it."],
    [{ endsAt: "2026-11-24T12:00:00.000Z" }, "todo: It ended on 2026-11-24, and ACM does not renew it."],
  ])("says of a certificate with %j", (change, words) => {
    expect(only(door({ ...CERTIFICATE, ...change }, [there([], []), there([], [])]), "door.certificate")).toContain(
      words,
    );
  });

  it.each([
    [there(["D111.cloudfront.net"], ["192.0.2.1"]), "ok: privacy.marlow.co.uk leads to the distribution."],
    [there([], ["192.0.2.2"]), "ok: privacy.marlow.co.uk has the distribution's addresses."],
    [there([], []), "todo: privacy.marlow.co.uk leads nowhere. → Point privacy.marlow.co.uk to d111.cloudfront.net"],
    [there([], ["198.51.100.1"]), "unknown: privacy.marlow.co.uk has other addresses"],
    [there(["elsewhere.example"], ["198.51.100.1"]), "unknown: privacy.marlow.co.uk has other addresses"],
  ])("says of a host with %j", (ofHost, words) => {
    expect(only(door(CERTIFICATE, [ofHost, there([], ["192.0.2.1", "192.0.2.2"])]), "door.dns")).toContain(words);
  });
});

const KEY = {
  arn: "arn:aws:kms:eu-west-1:123412341234:key/1",
  state: "Enabled",
  rotates: true,
  lettingIn: ["arn:aws:iam::123412341234:root"],
};
const TABLE = { status: "ACTIVE", recovery: true, timeToLive: "expiresAt", deletionProtection: true, keyArn: KEY.arn };
const { timeToLive: _, ...endless } = TABLE;
const { keyArn: __, ...awsKeyed } = TABLE;

describe("the doctor on what is kept", () => {
  it.each([
    [TABLE, "ok: It can be recovered"],
    [{ ...TABLE, status: "UPDATING" }, "todo: It is UPDATING."],
    [{ ...TABLE, recovery: false }, "todo: It lacks point-in-time recovery."],
    [{ ...TABLE, deletionProtection: false }, "todo: It lacks deletion protection."],
    [endless, "todo: It lacks time to live, so that nothing is ever erased."],
    [awsKeyed, "todo: It lacks the company's key."],
    [{ ...TABLE, keyArn: "arn:aws:kms:eu-west-1:123412341234:key/2" }, "todo: It lacks the company's key."],
  ])("says of a table with %j", (table, words) => {
    expect(only(keepingChecks({ T: { value: table } }, { value: KEY }, { error: "X" }), "keeping.T")).toContain(words);
  });

  it.each([
    [{}, "ok: It is enabled, rotates every year"],
    [{ lettingIn: ["123412341234"] }, "ok"],
    [{ rotates: false }, "todo: It does not rotate."],
    [{ state: "Disabled" }, "todo: It is Disabled: nothing can be read. → Enable it in KMS."],
    [{ state: "PendingDeletion" }, "→ Cancel its deletion in KMS at once."],
    [
      { lettingIn: ["*", "arn:aws:iam::999999999999:root"] },
      "todo: Its policy lets in * and arn:aws:iam::999999999999:root.",
    ],
  ])("says of a key with %j", (change, words) => {
    expect(only(keepingChecks({}, { value: { ...KEY, ...change } }, { error: "X" }), "keeping.key")).toContain(words);
  });

  it.each([
    [{ rotates: false }, "ok: It is there, and nobody rotates it."],
    [{ rotates: true }, "todo: Rotation is on"],
    [{ rotates: false, deletedAt: "2026-12-01T00:00:00.000Z" }, "todo: It is marked for deletion (2026-12-01)."],
  ])("says of a secret with %j", (secret, words) => {
    expect(only(keepingChecks({}, { error: "X" }, { value: secret }), "keeping.secret")).toContain(words);
  });
});

const OUTPUTS = Object.fromEntries(NEEDED_OUTPUTS.map((name) => [name, "x"]));
const report = (source: string, lastReceivedAt: string, ranges: readonly [number, number][] = []) => ({
  ...{ source, since: "2026-01-01T00:00:00.000Z", lastReceivedAt },
  ranges: ranges.map(([first, last]) => ({ first, last, firstAt: lastReceivedAt, lastAt: lastReceivedAt })),
});

describe("the doctor on what runs", () => {
  it.each([
    [{ status: "UPDATE_COMPLETE", outputs: OUTPUTS }, "ok: It is deployed (UPDATE_COMPLETE)."],
    [{ status: "UPDATE_IN_PROGRESS", outputs: OUTPUTS }, "unknown: It is being changed"],
    [{ status: "UPDATE_ROLLBACK_COMPLETE", outputs: OUTPUTS }, "todo: The last deployment did not get through"],
    [
      { status: "CREATE_COMPLETE", outputs: { ...OUTPUTS, PointDomainTo: undefined } },
      "todo: It has no output PointDomainTo.",
    ],
  ])("says of a stack like %j", ({ status, outputs }, words) => {
    const present = Object.entries(outputs).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    expect(told(stackCheck({ status, outputs: Object.fromEntries(present) }))).toContain(words);
  });

  it.each([
    [[{ to: "On-Call@marlow.co.uk", confirmed: true }], "ok: Alarms reach"],
    [[{ to: "on-call@marlow.co.uk", confirmed: false }], "todo: The subscription is not confirmed"],
    [[{ to: "other@marlow.co.uk", confirmed: true }], "todo: Alarms reach others"],
    [[{ to: "other@marlow.co.uk", confirmed: false }], "todo: Nobody is told"],
    [[], "todo: Nobody is told"],
  ])("says of the subscriptions %j", (subscriptions, words) => {
    expect(told(alarmsCheck("on-call@marlow.co.uk", { value: subscriptions }))).toContain(words);
  });

  it.each([
    [{ waiting: 0, isLastStop: true }, "ok: It is empty."],
    [{ waiting: 1, isLastStop: true }, "todo: About 1 message was given up."],
    [{ waiting: 3, isLastStop: true }, "todo: About 3 messages were given up."],
    [{ waiting: 3, isLastStop: false }, "ok: About 3 wait their turn."],
  ])("says of a queue with %j", (queue, words) => {
    expect(told(queueChecks({ Q: { value: queue } })[0])).toContain(words);
  });

  it.each([
    ["2026-11-20T12:00:00.000Z", "ok: Its last event came on 2026-11-20."],
    ["2026-11-20T10:59:59.999Z", "todo: It is silent since 2026-11-20."],
  ])("says of a source whose last event came at %s", (at, words) => {
    expect(told(sourceChecks([{ source: "crm" }], NOW, { value: [report("crm", at)] })[0])).toContain(words);
  });

  it("misses sources that never reported, events that were counted, and names for strangers", () => {
    const sources = [{ source: "crm" }, { source: "billing" }];
    const reports = [
      report("crm", "2026-11-25T00:00:00.000Z", [
        [1, 5],
        [8, 9],
      ]),
      report("till", "2026-11-25T00:00:00.000Z"),
      report("regard", "2026-11-25T00:00:00.000Z"),
    ];
    const checks = sourceChecks(sources, NOW, { value: reports });
    expect(only(checks, "running.source.crm")).toContain("todo: 2 of its events never came");
    expect(only(checks, "running.source.billing")).toContain("todo: It has never reported");
    expect(only(checks, "running.sources")).toContain("todo: till reports and sources does not name them.");
    expect(sourceChecks(sources, NOW, { error: "UNAVAILABLE" }).map(told)).toEqual([
      expect.stringContaining("unknown: This could not be read (UNAVAILABLE)."),
    ]);
  });
});
