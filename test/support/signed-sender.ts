import { createHash, createHmac, type Hash, type Hmac } from "node:crypto";
import { SignatureV4 } from "@smithy/signature-v4";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";

/** The hash that AWS's signer asks for, by Node's own. */
export class Sha256 {
  readonly #hash: Hash | Hmac;
  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret === undefined ? createHash("sha256") : createHmac("sha256", bytesOf(secret));
  }
  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }
  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }
  reset(): void {}
}
const bytesOf = (data: string | ArrayBuffer | ArrayBufferView): Uint8Array =>
  typeof data === "string"
    ? Buffer.from(data)
    : ArrayBuffer.isView(data)
      ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
      : new Uint8Array(data);

interface Signed {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  /** Of the signature; now if left out. */
  readonly at?: Date;
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly region?: string;
  readonly service?: string;
}

/** The headers with which AWS's own signer sends this request. */
export const signedHeaders = async ({ method, url, body, at, ...by }: Signed): Promise<Record<string, string>> => {
  const { credentials = LOCAL_CREDENTIALS, region = LOCAL_REGION, service = "execute-api" } = by;
  const { host, hostname, pathname, searchParams, protocol } = new URL(url);
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256 });
  const { headers } = await signer.sign(
    {
      ...{ method, protocol, hostname, body, path: pathname },
      query: Object.fromEntries(searchParams),
      headers: { host, "content-type": "application/json" },
    },
    at === undefined ? {} : { signingDate: at },
  );
  return headers;
};

/**
 * Sends JSON as a back-office system does.
 * @param by Where it goes instead, for what passes it on to `url`.
 */
export const sendSigned = async (method: string, url: string, body: unknown, by: string = url): Promise<Response> => {
  const text = JSON.stringify(body);
  return fetch(by, { method, body: text, headers: await signedHeaders({ method, url, body: text }) });
};
