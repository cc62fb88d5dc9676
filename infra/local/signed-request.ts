import { createHash, createHmac } from "node:crypto";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { EdgeRequest } from "./edge-message.ts";

const ALGORITHM = "AWS4-HMAC-SHA256";
const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/,\s]+)\/(\d{8})\/([\w-]+)\/([\w-]+)\/aws4_request,\s*SignedHeaders=([\w;-]+),\s*Signature=([0-9a-f]{64})$/;
const BASIC_TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
/** A signature is good for five minutes (IAM User Guide, "AWS Signature Version 4", "Troubleshooting"). */
const GOOD_MS = 5 * 60_000;
/** API Gateway takes no request whose host and time are not under the signature. */
const ALWAYS_SIGNED = ["host", "x-amz-date"];

const sha256 = (data: string | Buffer): string => createHash("sha256").update(data).digest("hex");
const hmac = (key: string | Buffer, data: string): Buffer => createHmac("sha256", key).update(data).digest();

/** RFC 3986's unreserved characters stay as they are. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const canonicalQuery = (query: string): string =>
  [...new URLSearchParams(query)]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");

/**
 * Whether a request was signed with the credentials of this computer, for `execute-api` in its region, over exactly this
 * body, within the last minutes (AWS Signature Version 4: IAM User Guide, "Create a signed AWS API request").
 */
export const isSigned = ({ method, path, query, headers, body }: EdgeRequest, now: number): boolean => {
  const [, keyId, day = "", region, service, names = "", signature] =
    AUTHORIZATION.exec(headers["authorization"] ?? "") ?? [];
  const time = headers["x-amz-date"] ?? "";
  const signedAt = Date.parse(time.replace(BASIC_TIME, "$1-$2-$3T$4:$5:$6Z"));
  const signed = names.split(";");
  if (keyId !== LOCAL_CREDENTIALS.accessKeyId || region !== LOCAL_REGION || service !== "execute-api") return false;
  if (!time.startsWith(day) || !(Math.abs(now - signedAt) <= GOOD_MS)) return false;
  if (!ALWAYS_SIGNED.every((name) => signed.includes(name))) return false;

  const canonicalRequest = [
    method,
    path.split("/").map(encoded).join("/"),
    canonicalQuery(query),
    ...signed.map((name) => `${name}:${(headers[name] ?? "").trim().replaceAll(/ +/g, " ")}`),
    "",
    names,
    sha256(body),
  ].join("\n");
  const scope = `${day}/${region}/${service}/aws4_request`;
  const toSign = [ALGORITHM, time, scope, sha256(canonicalRequest)].join("\n");
  const key = [day, region, service, "aws4_request"].reduce<string | Buffer>(
    hmac,
    `AWS4${LOCAL_CREDENTIALS.secretAccessKey}`,
  );
  return hmac(key, toSign).toString("hex") === signature;
};
