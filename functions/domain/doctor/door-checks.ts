import { type Check, check, type Finding, fine, judged, listed, type Reading, toDo, unknown } from "./check.ts";

/** A certificate of AWS Certificate Manager (DescribeCertificate). */
export interface CertificateState {
  /** ISSUED, PENDING_VALIDATION, EXPIRED… */
  readonly status: string;
  readonly names: readonly string[];
  /** UTC instant; only of one that was issued. */
  readonly endsAt?: string;
  /** ACM renews what it issued itself, and nothing that was imported. */
  readonly renews: boolean;
}

/** What DNS says of a name: the names it stands for, and the addresses behind it. */
export interface DnsAnswer {
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
}

const DAY_MS = 86_400_000;
const ENDS_SOON_DAYS = 30;

/** `*.example.com` covers one step below, and not `example.com` itself (RFC 9525, 6.3). */
const covers = (name: string, host: string): boolean =>
  name === host || (name.startsWith("*.") && host.slice(host.indexOf(".")) === name.slice(1));

const certificate =
  (host: string, now: number) =>
  ({ status, names, endsAt, renews }: CertificateState): Finding => {
    if (status === "PENDING_VALIDATION")
      return toDo(
        "The certificate waits for the proof that the domain is yours.",
        "Write the CNAME record that ACM shows (in us-east-1) into DNS.",
      );
    if (status !== "ISSUED")
      return toDo(
        `The certificate is ${status}.`,
        "Request one in ACM, us-east-1, and write its ARN into domain.certificateArn.",
      );
    if (!names.some((name) => covers(name, host)))
      return toDo(
        `The certificate is for ${listed(names)}, and not for ${host}.`,
        `Request one that covers ${host}, and write its ARN into domain.certificateArn.`,
      );
    const days = endsAt === undefined ? Number.POSITIVE_INFINITY : Math.floor((Date.parse(endsAt) - now) / DAY_MS);
    const day = endsAt?.slice(0, 10) ?? "";
    if (days >= ENDS_SOON_DAYS) return fine(`It covers ${host}${day && ` until ${day}`}.`);
    return renews && days >= 0
      ? toDo(`It ends on ${day} and was not renewed.`, "Look in ACM which DNS record is missing.")
      : toDo(`It ${days < 0 ? "ended" : "ends"} on ${day}, and ACM does not renew it.`, "Import or request a new one.");
  };

const dns =
  (host: string, distribution: string) =>
  ([ofHost, ofDistribution]: readonly [DnsAnswer, DnsAnswer]): Finding => {
    const target = distribution.toLowerCase();
    if (ofHost.aliases.some((alias) => alias.toLowerCase() === target))
      return fine(`${host} leads to the distribution.`);
    const point = `Point ${host} to ${distribution} (CNAME, or an alias record).`;
    if (ofHost.addresses.length === 0) return toDo(`${host} leads nowhere.`, point);
    // An alias record answers with the distribution's addresses, which differ from place to place.
    if (ofHost.addresses.some((address) => ofDistribution.addresses.includes(address)))
      return fine(`${host} has the distribution's addresses.`);
    return unknown(
      `${host} has other addresses than the distribution has here just now.`,
      `${point} If it is there: open https://${host}/how.`,
    );
  };

/** Whether a customer's browser finds the portal and believes it. */
export const doorChecks = (
  { host, distribution, now }: { readonly host: string; readonly distribution: string; readonly now: number },
  certificateRead: Reading<CertificateState>,
  dnsRead: Reading<readonly [DnsAnswer, DnsAnswer]>,
): readonly Check[] => [
  check("door.certificate", "Certificate", judged(certificateRead, certificate(host, now))),
  check("door.dns", "DNS", judged(dnsRead, dns(host, distribution))),
];
