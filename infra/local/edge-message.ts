/** A browser's request as it passes from the edge to an origin. */
export interface EdgeRequest {
  readonly method: string;
  /** As sent, percent-encoded. */
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  /** Names in lower case, without `cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
  readonly sourceIp: string;
}

export interface EdgeAnswer {
  readonly status: number;
  /** Names in lower case, without `set-cookie`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies?: readonly string[];
  readonly body: Uint8Array;
}

/** Whatever stands behind the edge: the pages' bucket or the API. */
export type Origin = (request: EdgeRequest) => Promise<EdgeAnswer>;

export const plainAnswer = (status: number, text: string, type = "text/plain; charset=utf-8"): EdgeAnswer => ({
  status,
  headers: { "content-type": type },
  body: Buffer.from(text),
});
