import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as z from "zod/mini";
import { COGNITO_RULES } from "../../functions/contract/staff-config.ts";
import type { Assembly } from "./assembly.ts";
import type { ProcessLog } from "./process-log.ts";
import type { DeskSignIn } from "./sample/desk.ts";
import type { IssuerSettings } from "./staff-issuer-messages.ts";

const poolClient = z.object({
  CallbackURLs: z.array(z.string()),
  AllowedOAuthScopes: z.array(z.string()),
  AllowedOAuthFlows: z.tuple([z.literal("code")]),
  GenerateSecret: z.literal(false),
});

interface StaffIssuerOptions {
  readonly port: number;
  readonly company: string;
  readonly origin: string;
  readonly people: readonly DeskSignIn[];
}

/** What a token of the template's user pool would say of somebody. */
const claimsOf = ({ name, groups, employeeId, unit }: DeskSignIn): IssuerSettings["people"][number]["claims"] => ({
  name,
  ...(groups.length > 0 && { [COGNITO_RULES.claims.groups]: [...groups] }),
  [COGNITO_RULES.claims.employeeId]: employeeId,
  [COGNITO_RULES.claims.unit]: unit,
});

/**
 * Starts an OpenID provider in the place of the template's user pool, for the template's client. It lives in a process
 * of its own, which ends with this one.
 */
export const startStaffIssuer = async (
  assembly: Assembly,
  { port, company, origin, people }: StaffIssuerOptions,
  log: ProcessLog,
) => {
  const [client] = assembly.resources("AWS::Cognito::UserPoolClient", poolClient);
  if (client === undefined) throw new Error("The template has no client of a user pool.");
  const settings: IssuerSettings = {
    port,
    company,
    portalOrigin: origin,
    client: {
      id: client.id,
      redirectUris: client.properties.CallbackURLs,
      scopes: client.properties.AllowedOAuthScopes,
    },
    people: people.map((one) => ({
      user: one.user,
      password: one.password,
      code: one.code,
      claims: claimsOf(one),
    })),
  };
  const child = fork(join(import.meta.dirname, "staff-issuer-process.ts"), [], {
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (child.stdout !== null) log.follow("staff-issuer", child.stdout);
  if (child.stderr !== null) log.follow("staff-issuer", child.stderr);
  const ended = once(child, "exit");
  child.send(settings);
  await Promise.race([
    once(child, "message"),
    ended.then(() => Promise.reject(new Error("The local identity provider could not be started."))),
  ]);
  return {
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
};
