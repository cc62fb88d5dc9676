import * as z from "zod/mini";
import { REQUEST_HEADER } from "../contract/customer-paths.ts";
import { Refusal } from "../domain/errors.ts";

/** What is used of an API Gateway HTTP API event, payload format 2.0. Header names arrive in lower case. */
const httpEvent = z.object({
  version: z.literal("2.0"),
  rawPath: z.string(),
  rawQueryString: z._default(z.string(), ""),
  cookies: z.optional(z.array(z.string())),
  headers: z.record(z.string(), z.optional(z.string())),
  body: z.optional(z.string()),
  isBase64Encoded: z.boolean(),
  requestContext: z.object({
    http: z.object({ method: z.string() }),
    requestId: z.optional(z.string()),
    /** Who signed, where the route has the IAM authorizer. */
    authorizer: z.optional(z.object({ iam: z.optional(z.object({ userArn: z.string() })) })),
  }),
});
export type HttpEvent = z.infer<typeof httpEvent>;

/** Undefined where it is no such event. */
export const readEvent = (event: unknown): HttpEvent | undefined => httpEvent.safeParse(event).data;

export const cookiesOf = ({ cookies, headers }: HttpEvent): readonly string[] => [
  ...(cookies ?? []),
  ...(headers["cookie"] === undefined ? [] : [headers["cookie"]]),
];

export const acceptsGzip = ({ headers }: HttpEvent): boolean =>
  (headers["accept-encoding"] ?? "")
    .split(",")
    .some((one) => /^(gzip|\*)$/i.test(one.split(";")[0]?.trim() ?? "") && !/;\s*q=0(\.0*)?\s*$/i.test(one));

const SAFE_METHODS = ["GET", "HEAD"];

/**
 * Refuses what another site could have made a browser send (ASVS 3.5): a form cannot set the header, a script of
 * another origin cannot without a preflight that nobody answers, and neither can choose its Origin.
 */
export const refuseForged = ({ headers, requestContext }: HttpEvent, origin: string): void => {
  if (SAFE_METHODS.includes(requestContext.http.method)) return;
  const site = headers["sec-fetch-site"];
  const fromHere = headers["origin"] === origin && (site === undefined || site === "same-origin");
  if (!fromHere || !headers[REQUEST_HEADER]) throw new Refusal("REQUEST_FORGED");
};

/** The JSON that was sent, unparsed by any schema yet. Throws REQUEST_TOO_LARGE and REQUEST_UNREADABLE. */
export const readJson = ({ headers, body = "", isBase64Encoded }: HttpEvent, mostBytes: number): unknown => {
  if (!/^application\/json\s*(;|$)/i.test(headers["content-type"] ?? "")) throw new Refusal("REQUEST_UNREADABLE");
  const bytes = Buffer.from(body, isBase64Encoded ? "base64" : "utf8");
  if (bytes.length > mostBytes) throw new Refusal("REQUEST_TOO_LARGE");
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal("REQUEST_UNREADABLE");
  }
};

/** Reads input with its schema. Throws REQUEST_INVALID with the path of the field, never with what stood in it. */
export const readInput = <Input>(schema: z.ZodMiniType<Input>, json: unknown): Input => {
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw new Refusal("REQUEST_INVALID", { field: read.error.issues[0]?.path.join(".") ?? "" });
};
