import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { inject } from "vitest";
import * as z from "zod/mini";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { REQUEST_HEADER } from "../../functions/contract/customer-paths.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { linkCustomers } from "../../functions/use-cases/link-customers.ts";
import { freePort } from "../../infra/local/free-port.ts";
import { type PortalOptions, type RunningPortal, startPortal } from "../../infra/local/portal.ts";
import { type Guard, type GuardOptions, startGuard } from "./iam/guard.ts";

const store = z.object({
  emails: z.array(
    z.object({
      destination: z.object({ to: z.array(z.string()) }),
      subject: z.string(),
      body: z.object({ text: z.string(), html: z.optional(z.string()) }),
    }),
  ),
});
type Mail = z.infer<typeof store>["emails"][number];

/** A portal of a test, with IAM's stand-in between its functions and the engines. */
export type GuardedPortal = RunningPortal & { readonly guard: Guard };

/**
 * What a portal in a test needs to become ready: everything but the synthesis, which is done once for all tests. Its
 * functions can do what their roles in the template allow and nothing else; where one tried to, `stop` throws.
 */
export const startTestPortal = async (
  options: Partial<PortalOptions> = {},
  guarding: GuardOptions = {},
): Promise<GuardedPortal> => {
  const starting: Guard[] = [];
  const intakePort = options.intakePort ?? (await freePort());
  const intake = `http://127.0.0.1:${intakePort}`;
  const portal = await startPortal({
    port: await freePort(),
    intakePort,
    assemblyDir: inject("assemblyDir"),
    cold: true,
    between: async (assembly, endpoints) => {
      const guard = await startGuard(assembly, endpoints, { intake, ...guarding });
      starting.push(guard);
      return guard.surroundings;
    },
    ...options,
  }).catch(async (cause: unknown) => {
    for (const one of starting) await one.stop();
    throw cause;
  });
  const [guard] = starting;
  if (guard === undefined) throw new Error("The portal started without its guard.");
  const stop = async () => {
    await portal.stop();
    await guard.stop();
    await rm(portal.logFile, { force: true });
    if (guard.refused.length > 0) throw new Error(`No role allows this:\n${guard.refused.join("\n")}`);
  };
  return { ...portal, guard, stop };
};

/** All mails that left for an address, oldest first. */
export const mailsTo = async ({ inboxUrl }: Pick<RunningPortal, "inboxUrl">, email: string): Promise<Mail[]> => {
  const answer = await fetch(`${inboxUrl}store`);
  return store.parse(await answer.json()).emails.filter(({ destination }) => destination.to.includes(email));
};

/** Waits for the mail after the first `known` ones. */
export const nextMailTo = async (portal: Pick<RunningPortal, "inboxUrl">, email: string, known = 0): Promise<Mail> => {
  for (let tries = 0; tries < 200; tries += 1) {
    const mail = (await mailsTo(portal, email))[known];
    if (mail !== undefined) return mail;
    await sleep(50);
  }
  throw new Error("The mail did not come.");
};

/** The code that a mail carries; empty where it carries none. */
export const codeOf = (mail: Mail): string => /\b\d{4} \d{4}\b/.exec(mail.body.text)?.[0] ?? "";

/** A browser of the test: its cookies, and what a page sends with every request. */
export const openBrowser = (origin: string) => {
  const cookies = new Map<string, string>();
  const send = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const answer = await fetch(`${origin}${path}`, {
      method,
      redirect: "manual",
      headers: {
        ...(method !== "GET" && { origin, "content-type": "application/json", [REQUEST_HEADER]: "1" }),
        ...(cookies.size > 0 && { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === "") cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  return { cookies, send };
};
export type Browser = ReturnType<typeof openBrowser>;

/** Goes the customer's way in: asks for a code, reads the mail, types the code. Three times an hour for one address. */
export const signIn = async (portal: RunningPortal, email: string): Promise<Browser> => {
  const browser = openBrowser(portal.origin);
  const known = (await mailsTo(portal, email)).length;
  await browser.send("POST", "/api/codes", { email, language: "en" });
  const code = codeOf(await nextMailTo(portal, email, known));
  const { status } = await browser.send("POST", "/api/sessions", { code });
  if (status !== 201) throw new Error(`Signing in was answered with ${status}.`);
  return browser;
};

/** A mail address of their own for these customers, so that no test spends another's codes. */
export const newAddressOf = async (portal: RunningPortal, ...customerIds: readonly string[]): Promise<string> => {
  const email = `${randomUUID()}@example.com`;
  const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
  const client = createDynamoDb(at(portal.endpoints.dynamodb));
  const secret = await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager));
  await linkCustomers(
    { directory: createDirectory(client, portal.environment.PORTAL_TABLE), keyring: createKeyring(secret) },
    customerIds.map((customerId) => ({ customerId, email })),
  );
  client.destroy();
  return email;
};
