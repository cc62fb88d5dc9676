import { createHash, createHmac } from "node:crypto";

/** What AWS knows a caller by. The AWS SDK's own providers answer in this shape. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  /** From this instant on they are worth nothing; they are fetched again some minutes before. */
  readonly expiration?: Date | undefined;
}

export interface UnsignedRequest {
  readonly method: string;
  /** Without a query: the recorder's one route has none, so none is signed. */
  readonly url: URL;
  /** All of them are signed. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SigningScope {
  readonly credentials: Credentials;
  readonly region: string;
  readonly service: string;
  readonly now: Date;
}

const ALGORITHM = "AWS4-HMAC-SHA256";
const hash = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();

/** All but A–Z, a–z, 0–9 and - . _ ~ is escaped; `encodeURIComponent` leaves five more. */
const percentEncoded = (text: string) =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** The path as a URL has it, escaped once more, without empty segments (of all services, S3 alone differs). */
const canonicalPath = ({ pathname }: URL) => pathname.replaceAll(/\/+/g, "/").split("/").map(percentEncoded).join("/");

/**
 * The headers to send a request with: its own, the date, and a signature over them, the path and the body (AWS Signature
 * Version 4: IAM User Guide, "Create a signed AWS API request").
 */
export const sign = (
  { method, url, headers, body }: UnsignedRequest,
  { credentials, region, service, now }: SigningScope,
): Readonly<Record<string, string>> => {
  const time = now.toISOString().replaceAll(/[-:]|\.\d{3}/g, "");
  const date = time.slice(0, 8);
  const sent = {
    ...headers,
    "x-amz-date": time,
    ...(credentials.sessionToken && { "x-amz-security-token": credentials.sessionToken }),
  };
  const signed = Object.entries({ ...sent, host: url.host })
    .map(([name, value]): [string, string] => [name.toLowerCase(), value.trim().replaceAll(/\s+/g, " ")])
    .sort(([one], [other]) => (one < other ? -1 : 1));
  const names = signed.map(([name]) => name).join(";");
  const lines = signed.map(([name, value]) => `${name}:${value}\n`).join("");
  const canonical = [method, canonicalPath(url), "", lines, names, hash(body)].join("\n");

  const scope = `${date}/${region}/${service}/aws4_request`;
  const key = [date, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${credentials.secretAccessKey}`,
  );
  const signature = hmac(key, [ALGORITHM, time, scope, hash(canonical)].join("\n")).toString("hex");
  const authorization = `${ALGORITHM} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${signature}`;
  return { ...sent, authorization };
};
