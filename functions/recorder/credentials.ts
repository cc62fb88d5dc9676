import { readFile } from "node:fs/promises";
import { RecorderError } from "./recorder-error.ts";
import type { Credentials } from "./sign.ts";

/** Answers the caller's credentials; every provider of the AWS SDK is one. */
export type CredentialsProvider = () => Promise<Credentials> | Credentials;

export type Environment = Readonly<Record<string, string | undefined>>;

/** Credentials that end within this time are fetched again. */
const RENEW_MS = 5 * 60_000;

/** Where ECS and EKS serve a role's credentials over plain HTTP: on the machine itself (SDKs Reference, "Container provider"). */
const CONTAINER_HOSTS = ["169.254.170.2", "169.254.170.23", "[fd00:ec2::23]", "127.0.0.1", "[::1]", "localhost"];

const textIn = (value: unknown, name: string): string | undefined => {
  const member: unknown = typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  return typeof member === "string" && member !== "" ? member : undefined;
};

const fromVariables = (env: Environment): Credentials | undefined => {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey, AWS_SESSION_TOKEN: token } = env;
  return accessKeyId && secretAccessKey
    ? { accessKeyId, secretAccessKey, ...(token && { sessionToken: token }) }
    : undefined;
};

const fromContainer = async (env: Environment): Promise<Credentials | undefined> => {
  const { AWS_CONTAINER_CREDENTIALS_RELATIVE_URI: path, AWS_CONTAINER_CREDENTIALS_FULL_URI: full } = env;
  const address = path ? `http://169.254.170.2${path}` : full;
  if (!address) return undefined;
  const url = new URL(address);
  // Whatever is sent there gets the container's token.
  if (url.protocol !== "https:" && !CONTAINER_HOSTS.includes(url.hostname)) return undefined;
  const file = env["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"];
  const token = file ? (await readFile(file, "utf8")).trim() : env["AWS_CONTAINER_AUTHORIZATION_TOKEN"];
  const answer = await fetch(url, {
    ...(token && { headers: { authorization: token } }),
    redirect: "error",
    signal: AbortSignal.timeout(2_000),
  });
  if (answer.status === 429 || answer.status >= 500)
    throw new Error(`The container's agent answered ${answer.status}.`);
  // What a parser says of it would quote it.
  const body: unknown = answer.ok ? await answer.json().catch(() => undefined) : undefined;
  const accessKeyId = textIn(body, "AccessKeyId");
  const secretAccessKey = textIn(body, "SecretAccessKey");
  const expiration = textIn(body, "Expiration");
  if (!accessKeyId || !secretAccessKey) return undefined;
  const sessionToken = textIn(body, "Token");
  return { accessKeyId, secretAccessKey, sessionToken, expiration: expiration ? new Date(expiration) : undefined };
};

/**
 * The credentials of the environment: the variables of a shell or of Lambda, or the role of a container on ECS or EKS.
 * Profiles, single sign-on and EC2's metadata are the AWS SDK's: pass one of its providers.
 *
 * @throws {RecorderError} CREDENTIALS_MISSING.
 */
export const fromEnvironment =
  (env: Environment): CredentialsProvider =>
  async () => {
    const found = fromVariables(env) ?? (await fromContainer(env));
    if (!found) throw new RecorderError("CREDENTIALS_MISSING");
    return found;
  };

/** Asks a provider once for as long as its credentials live, whoever waits for them; a failure is asked again. */
export const remembered = (provide: CredentialsProvider, clock: () => number): (() => Promise<Credentials>) => {
  let held: Promise<Credentials> | undefined;
  let until = 0;
  return () => {
    if (held && clock() < until) return held;
    until = Number.POSITIVE_INFINITY;
    held = Promise.resolve()
      .then(provide)
      .then(
        (credentials) => {
          const { expiration } = credentials;
          // What says no end may be rotated by its provider at any time: its own cache decides.
          until = expiration ? expiration.getTime() - RENEW_MS : 0;
          return credentials;
        },
        (error: unknown) => {
          held = undefined;
          throw error;
        },
      );
    return held;
  };
};
