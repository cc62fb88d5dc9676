import { SESClient, type SESClientConfig, SendEmailCommand } from "@aws-sdk/client-ses";
import * as z from "zod/mini";
import type { RegardConfig } from "../contract/config.ts";
import type { Mailer } from "../use-cases/identity-ports.ts";

const address = z.email().check(z.maxLength(254));
const CONTROLS = /\p{Cc}/u;

/** The parts of an SDK error that say how far a request came. */
const failure = z.object({
  name: z.optional(z.string()),
  /** Of Node's network errors. */
  code: z.optional(z.string()),
  $metadata: z.optional(z.object({ httpStatusCode: z.optional(z.int()) })),
});
const NEVER_LEFT = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "CredentialsProviderError"];

/**
 * An error that the service itself answered is believed: the message was not taken. So is a connection that never
 * stood. Whatever else went wrong went wrong after the message may have arrived.
 */
const wasRefused = (error: unknown): boolean => {
  const { name = "", code = "", $metadata } = failure.safeParse(error).data ?? {};
  return ($metadata?.httpStatusCode ?? 0) >= 400 || [name, code].some((one) => NEVER_LEFT.includes(one));
};

/** A display name as RFC 2047 wants it: quoted, or where it is not ASCII as encoded words of at most 75 characters. */
const displayName = (name: string): string =>
  /^[\x20-\x7e]*$/.test(name)
    ? `"${name.replaceAll(/["\\]/g, "\\$&")}"`
    : (name.match(/.{1,10}/gu) ?? []).map((part) => `=?UTF-8?B?${Buffer.from(part).toString("base64")}?=`).join(" ");

/**
 * Mail by SES. `SendEmail` takes every field apart, so that no text can become a header; the addresses are checked here
 * all the same. The client tries nothing twice: whether a message may go again is the outbox's decision.
 */
export const createMailer = (
  from: RegardConfig["mail"],
  place: Pick<SESClientConfig, "endpoint" | "region" | "credentials"> = {},
): Mailer => {
  const client = new SESClient({
    ...place,
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
  });
  // Its lines quote the whole request: address, code and all.
  client.middlewareStack.remove("loggerMiddleware");
  const Source = `${displayName(from.fromName)} <${address.parse(from.from)}>`;

  return {
    send: async ({ to, subject, text, html }) => {
      if (!address.safeParse(to).success || CONTROLS.test(subject)) return "refused";
      const body = { Text: { Data: text, Charset: "UTF-8" }, Html: { Data: html, Charset: "UTF-8" } };
      try {
        await client.send(
          new SendEmailCommand({
            Source,
            Destination: { ToAddresses: [to] },
            Message: { Subject: { Data: subject, Charset: "UTF-8" }, Body: body },
          }),
        );
        return "taken";
      } catch (error) {
        return wasRefused(error) ? "refused" : "unknown";
      }
    },
  };
};
