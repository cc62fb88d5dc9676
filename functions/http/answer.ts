import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Problem } from "../contract/problem.ts";

/** An answer as API Gateway takes it (payload format 2.0). */
export interface HttpAnswer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: string[];
  readonly body?: string;
  readonly isBase64Encoded: boolean;
}

/** Bytes to be saved as a file. */
export interface FileAnswer {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Plain ASCII without quotes. */
  readonly fileName: string;
  /** The bytes are compressed already; only where the call says `acceptsGzip`. */
  readonly encoding?: "gzip";
}

/** With every answer: nothing is kept by anybody, and an answer that is opened as a page can do nothing. */
const HEADERS = {
  "cache-control": "no-store",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  vary: "accept-encoding, cookie, origin",
  "x-content-type-options": "nosniff",
} as const;

/** Below this compression saves no packet. */
const GZIP_FROM_BYTES = 1_024;
const compress = promisify(gzip);

const answer = (
  statusCode: number,
  headers: Readonly<Record<string, string>>,
  body: { body?: string; isBase64Encoded: boolean },
  cookies: readonly string[] = [],
): HttpAnswer => ({
  statusCode,
  headers: { ...HEADERS, ...headers },
  ...(cookies.length > 0 ? { cookies: [...cookies] } : {}),
  ...body,
});

export const nothing = (status: number, cookies?: readonly string[]): HttpAnswer =>
  answer(status, {}, { isBase64Encoded: false }, cookies);

/** @param page A path of the portal, never an address that somebody sent. */
export const redirect = (status: number, page: string, cookies?: readonly string[]): HttpAnswer =>
  answer(status, { location: page }, { isBase64Encoded: false }, cookies);

export const json = async (
  status: number,
  value: unknown,
  options: { gzip: boolean; cookies?: readonly string[] | undefined },
): Promise<HttpAnswer> => {
  const text = JSON.stringify(value);
  const headers = { "content-type": "application/json" };
  if (!options.gzip || Buffer.byteLength(text) < GZIP_FROM_BYTES) {
    return answer(status, headers, { body: text, isBase64Encoded: false }, options.cookies);
  }
  const body = (await compress(text)).toString("base64");
  return answer(status, { ...headers, "content-encoding": "gzip" }, { body, isBase64Encoded: true }, options.cookies);
};

export const file = (status: number, { bytes, contentType, fileName, encoding }: FileAnswer): HttpAnswer => {
  if (!/^[\w.-]+$/.test(fileName)) throw new TypeError("a file name that needs quoting");
  const headers = {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    ...(encoding === undefined ? {} : { "content-encoding": encoding }),
  };
  return answer(status, headers, { body: Buffer.from(bytes).toString("base64"), isBase64Encoded: true });
};

export const problemAnswer = (problem: Problem): HttpAnswer =>
  answer(
    problem.status,
    {
      "content-type": "application/problem+json",
      ...(problem.retryAfterSeconds === undefined ? {} : { "retry-after": String(problem.retryAfterSeconds) }),
    },
    { body: JSON.stringify(problem), isBase64Encoded: false },
  );
