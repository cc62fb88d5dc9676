import { type CredentialsProvider, type Environment, fromEnvironment, remembered } from "./credentials.ts";
import { RecorderError } from "./recorder-error.ts";
import type { Intake } from "./send.ts";

/** Where the intake takes events, below the endpoint. */
const PATH = "v1/access-events";
const HERE = ["127.0.0.1", "[::1]", "localhost"];

export interface RecorderOptions {
  /** The intake's address, an output of the stack. `REGARD_INTAKE` in the environment where it is left out. */
  readonly endpoint?: string;
  /** The back-office system's own short name: a–z, 0–9, dots, underscores, dashes. Ids count within it. */
  readonly source: string;
  /** AWS region of the intake. Otherwise the one in its host name, or `AWS_REGION`. */
  readonly region?: string;
  /** A function, or any provider of the AWS SDK. Otherwise the environment's: see `fromEnvironment`. */
  readonly credentials?: CredentialsProvider;
  /** A try without an answer ends after this time. 3,000 ms. */
  readonly timeoutMs?: number;
  /** After this time nothing is tried any more, and nothing is shown. 10,000 ms. */
  readonly deadlineMs?: number;
  /**
   * The next number of the source's gapless counter. Who counts must remember: keep it where a restart finds it and two
   * processes never get the same. A number that was drawn for a write that failed stays missing, and coverage says so.
   */
  readonly nextSeq?: () => number | Promise<number>;
  /** Told each write that failed, for the system's own log: nothing personal is in it. */
  readonly onFailed?: (error: RecorderError) => void;
}

const wrong = (detail: string) => new RecorderError("RECORDER_MISCONFIGURED", { detail });

const urlOf = (endpoint: string | undefined): URL => {
  if (!endpoint || !URL.canParse(endpoint)) throw wrong("endpoint: give the intake's address, an output of the stack.");
  const url = new URL(endpoint);
  const safe = url.protocol === "https:" || (url.protocol === "http:" && HERE.includes(url.hostname));
  if (!safe) throw wrong("endpoint: use https. Only this computer itself may be reached without.");
  if (url.search || url.hash || url.username) throw wrong("endpoint: leave out user, query and fragment.");
  return new URL(`${url.pathname.replace(/\/*$/, "")}/${PATH}`, url);
};

const regionIn = ({ hostname }: URL) => /\.execute-api\.([a-z0-9-]+)\.amazonaws\./.exec(hostname)?.[1];

/** @throws {RecorderError} RECORDER_MISCONFIGURED, with the option's name. */
export const intakeOf = (options: RecorderOptions, env: Environment, clock: () => number): Intake => {
  const { timeoutMs = 3_000, deadlineMs = 10_000 } = options;
  if (!/^[a-z0-9][a-z0-9._-]{0,62}$/.test(options.source)) throw wrong("source: a short name, such as orders-desk.");
  if (!(timeoutMs > 0 && deadlineMs > 0)) throw wrong("timeoutMs and deadlineMs: give milliseconds above 0.");
  const url = urlOf(options.endpoint ?? env["REGARD_INTAKE"]);
  const region = options.region ?? regionIn(url) ?? env["AWS_REGION"] ?? env["AWS_DEFAULT_REGION"];
  if (!region) throw wrong("region: name the intake's AWS region, or set AWS_REGION.");
  return {
    url,
    region,
    timeoutMs,
    deadlineMs,
    credentials: remembered(options.credentials ?? fromEnvironment(env), clock),
  };
};
