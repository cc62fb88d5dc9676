import { createHash, randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from "jose";
import * as z from "zod/mini";
import { serveHere } from "./loopback.ts";

export const CLIENT_ID = "regard";
export const REDIRECT_URI = "https://privacy.marlow-finch.example/api/desk/sign-ins/callback";

const asked = z.object({ state: z.string(), nonce: z.string(), code_challenge: z.string(), redirect_uri: z.string() });

/** What a token of this issuer says beside what the protocol asks for; `undefined` leaves a claim out. */
export type Claims = Readonly<Record<string, unknown>>;

/** How an issuer can be wrong. */
export interface Misbehaviour {
  /** Signs with none of its published keys, with no key, or with the client's id as a shared secret. */
  readonly signs?: "with a foreign key" | "not at all" | "with a shared secret";
  /** Changes the token after it was signed. */
  readonly tampers?: boolean;
  /** Answers the token request with this status. */
  readonly tokenStatus?: number;
}

/**
 * An OpenID provider of the test's own: it lets everybody in at once and says in its tokens what the test wants. PKCE is
 * checked, a code works once.
 */
export const startTestIssuer = async (clock: () => number = Date.now) => {
  const grants = new Map<string, { readonly challenge: string; readonly claims: Claims; readonly how: Misbehaviour }>();
  const seen = { keyRequests: 0, tokenRequests: 0 };
  const newKey = async () => ({ ...(await generateKeyPair("RS256", { extractable: true })), kid: randomUUID() });
  let key = await newKey();

  const sign = async (claims: JWTPayload, { signs, tampers }: Misbehaviour): Promise<string> => {
    if (signs === "not at all") return new UnsecuredJWT(claims).encode();
    if (signs === "with a shared secret")
      return new SignJWT(claims)
        .setProtectedHeader({ alg: "HS256" })
        .sign(new TextEncoder().encode(CLIENT_ID.padEnd(32)));
    const { privateKey } = signs === "with a foreign key" ? await newKey() : key;
    const token = await new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: key.kid }).sign(privateKey);
    if (tampers !== true) return token;
    const [header = "", , signature = ""] = token.split(".");
    const other = Buffer.from(JSON.stringify({ ...claims, name: "Somebody Else" })).toString("base64url");
    return [header, other, signature].join(".");
  };

  const redeem = async (form: URLSearchParams): Promise<{ status: number; body: object }> => {
    seen.tokenRequests += 1;
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    if (grant?.how.tokenStatus !== undefined) return { status: grant.how.tokenStatus, body: { error: "server_error" } };
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const right =
      grant?.challenge === challenge &&
      form.get("client_id") === CLIENT_ID &&
      form.get("redirect_uri") === REDIRECT_URI;
    if (grant === undefined || !right) return { status: 400, body: { error: "invalid_grant" } };
    const now = Math.floor(clock() / 1_000);
    const standard = { iss: issuer, aud: CLIENT_ID, sub: "u-1", iat: now, exp: now + 300, auth_time: now };
    const id_token = await sign({ ...standard, amr: ["pwd", "otp"], ...grant.claims }, grant.how);
    return { status: 200, body: { access_token: "canary-access-token", token_type: "Bearer", id_token } };
  };

  const answer = async (path: string, body: string): Promise<{ status: number; body: object }> => {
    if (path === "/.well-known/openid-configuration")
      return {
        status: 200,
        body: {
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          id_token_signing_alg_values_supported: ["RS256"],
        },
      };
    if (path === "/keys") {
      seen.keyRequests += 1;
      const jwk = { ...(await exportJWK(key.publicKey)), kid: key.kid, alg: "RS256", use: "sig" };
      return { status: 200, body: { keys: [jwk] } };
    }
    return path === "/token" ? redeem(new URLSearchParams(body)) : { status: 404, body: {} };
  };

  const { endpoint: issuer, stop } = await serveHere(async (request, response) => {
    const { status, body } = await answer(request.url ?? "", await text(request));
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });

  return {
    issuer,
    seen,
    /** What the browser comes back with from the page at `location`, after somebody signed in there. */
    signIn: (location: string, claims: Claims = {}, how: Misbehaviour = {}): URLSearchParams => {
      const { state, nonce, code_challenge } = asked.parse(Object.fromEntries(new URL(location).searchParams));
      const code = randomUUID();
      grants.set(code, { challenge: code_challenge, claims: { nonce, ...claims }, how });
      return new URLSearchParams({ code, state });
    },
    /** From now on another key signs, and only that one is published. */
    rotateKey: async () => {
      key = await newKey();
    },
    stop,
  };
};
export type TestIssuer = Awaited<ReturnType<typeof startTestIssuer>>;
