import * as z from "zod/mini";
import type { RegardConfig } from "../functions/contract/config.ts";

/** Short and lower-case, because it becomes a host name and a part of the stack's name. */
const STAGE_NAME = /^[a-z][a-z0-9]{0,19}$/;
const localOrigin = z
  .string()
  .check(z.regex(/^http:\/\/127\.0\.0\.1:\d+$/, "REGARD_ORIGIN is http://127.0.0.1:<port>"));

/** How the CDK has to behave, wherever it is called from: the command, the local runner or a test. */
export const CONTEXT = {
  "@aws-cdk/core:target-partitions": ["aws"],
  "@aws-cdk/core:validateAgainstDefaultRules": true,
  "@aws-cdk/aws-iam:minimizePolicies": true,
};

/** One portal among several: what is deployed under one stack name. */
export interface Stage {
  readonly name: string;
  /** The configuration as this stage uses it. */
  readonly config: RegardConfig;
  /** Scheme and host that customers see. */
  readonly origin: string;
}

/** The stack of what runs; what is kept lies in a second one of nearly the same name. */
export const stackNameOf = ({ name }: Pick<Stage, "name">): string => `Regard-${name}`;

/**
 * A stage keeps everything that has one owner in the world (host name, sender's domain) apart from the other stages:
 * production takes the names as written, `test` takes them one level below (`test.privacy.example.com`). The
 * certificate has to cover those too. The local stage looks like production and lives on this computer; its staff sign
 * in at a pool of its own, whatever the company uses, because nobody's real provider sends anybody back to 127.0.0.1; and a log of the company's own is on AWS.
 *
 * @param environment `REGARD_STAGE` (default `production`) and, for the stage `local`, `REGARD_ORIGIN`.
 */
export const stageOf = (
  config: RegardConfig,
  environment: { readonly REGARD_STAGE?: string | undefined; readonly REGARD_ORIGIN?: string | undefined },
): Stage => {
  const name = environment.REGARD_STAGE ?? "production";
  if (!STAGE_NAME.test(name))
    throw new Error(`${name}: a stage is called by 1 to 20 small letters and digits, a letter first.`);
  if (name === "local") {
    const origin = localOrigin.parse(environment.REGARD_ORIGIN);
    return { name, config: { ...config, staff: { signIn: "cognito" }, ownLog: undefined }, origin };
  }
  if (name === "production") return { name, config, origin: `https://${config.domain.name}` };
  const [mailbox = "", mailDomain = ""] = config.mail.from.split("@");
  const domain = { ...config.domain, name: `${name}.${config.domain.name}` };
  return {
    name,
    config: { ...config, domain, mail: { ...config.mail, from: `${mailbox}@${name}.${mailDomain}` } },
    origin: `https://${domain.name}`,
  };
};
