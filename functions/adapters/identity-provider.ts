import * as oauth from "oauth4webapi";
import * as z from "zod/mini";
import { staffName, staffUnit } from "../contract/desk-api.ts";
import type { StaffClaims } from "../contract/staff-config.ts";
import { text } from "../contract/text.ts";
import { Refusal } from "../domain/errors.ts";
import { ATTEMPT_LIFE_MS } from "../domain/staff-session.ts";
import type { Clock } from "../use-cases/ports.ts";
import type { Identity, IdentityProvider } from "../use-cases/staff-ports.ts";

export interface IdentityProviderOptions {
  /** https, or http on this computer. */
  readonly issuer: string;
  readonly clientId: string;
  /** Where the provider sends the browser back to. */
  readonly redirectUri: string;
  readonly claims: StaffClaims;
  readonly clock: Clock;
}

const PATIENCE_MS = 5_000;
/** A provider's answer is about a sign-in of this attempt; `auth_time` has to be there and bear it out. */
const MAX_AGE_SECONDS = ATTEMPT_LIFE_MS / 1_000;

/** What went wrong between two machines, and not with the sign-in: no answer, or none in the protocol's form. */
const AWAY: readonly (string | undefined)[] = [oauth.RESPONSE_IS_NOT_CONFORM, oauth.RESPONSE_IS_NOT_JSON];

/** A failure in the desk's words; what a library says of it stays inside. */
const refusalOf = (error: unknown): Refusal => {
  if (error instanceof Refusal) return error;
  if (error instanceof oauth.AuthorizationResponseError)
    return new Refusal("STAFF_SIGN_IN_REFUSED", { cause: new Error("AuthorizationResponseError") });
  const away =
    (error instanceof oauth.ResponseBodyError && error.status >= 500) ||
    (error instanceof oauth.OperationProcessingError && AWAY.includes(error.code)) ||
    // What fetch throws: no connection, or the time is up.
    (error instanceof Error && (error.name === "TimeoutError" || error.message === "fetch failed"));
  return new Refusal(away ? "UNAVAILABLE" : "STAFF_SIGN_IN_UNVERIFIED", { cause: error });
};

const isKeyUnknown = (error: unknown): boolean =>
  error instanceof oauth.OperationProcessingError && error.code === oauth.KEY_SELECTION;

const names = z.union([
  z.array(z.string()),
  z.pipe(
    z.string(),
    z.transform((one) => [one]),
  ),
]);
const standardClaims = z.object({
  sub: text(255),
  auth_time: z.int(),
  amr: z.optional(z.array(z.string())),
  name: z.optional(staffName),
  preferred_username: z.optional(staffName),
});

/** Throws where a claim is there and is not what it should be. */
const identityOf = (verified: oauth.IDToken, claims: StaffClaims): Identity => {
  const { sub, auth_time, amr, name, preferred_username } = standardClaims.parse(verified);
  return {
    subject: sub,
    name: name ?? preferred_username ?? sub,
    groups: z._default(names, []).parse(verified[claims.groups]),
    employeeId: z.optional(text(200)).parse(verified[claims.employeeId]),
    unit: z.optional(staffUnit).parse(verified[claims.unit]),
    methods: amr,
    authenticatedAt: auth_time * 1_000,
  };
};

/**
 * An OpenID provider, asked as a public client by the authorization code flow with PKCE. Its metadata is read once per
 * process and its keys are kept for five minutes; a key that is not among them makes both be read anew, once.
 */
export const createIdentityProvider = (options: IdentityProviderOptions): IdentityProvider => {
  const { issuer, clientId, redirectUri, claims, clock } = options;
  const url = new URL(issuer);
  const request = () => ({
    [oauth.allowInsecureRequests]: url.hostname === "127.0.0.1",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

  let known: Promise<oauth.AuthorizationServer> | undefined;
  const metadata = (): Promise<oauth.AuthorizationServer> => {
    known ??= oauth
      .discoveryRequest(url, request())
      .then((response) => oauth.processDiscoveryResponse(url, response))
      .catch((error: unknown) => {
        known = undefined;
        // Whatever is wrong with it, nobody can sign in, and it is nobody's sign-in that is wrong.
        throw new Refusal("UNAVAILABLE", { cause: error });
      });
    return known;
  };

  return {
    issuer,
    pageFor: async ({ state, nonce, verifier }) => {
      const { authorization_endpoint } = await metadata();
      if (authorization_endpoint === undefined) throw new Refusal("UNAVAILABLE");
      const page = new URL(authorization_endpoint);
      const parameters = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "openid profile",
        state,
        nonce,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        // A provider that remembers somebody would make the end of an idle session one click long, for whoever clicks.
        prompt: "login",
        max_age: "0",
      };
      for (const [name, value] of Object.entries(parameters)) page.searchParams.set(name, value);
      return page.href;
    },
    identityFrom: async (answer, { state, nonce, verifier }) => {
      const server = await metadata();
      const client = { client_id: clientId, [oauth.clockSkew]: Math.round((clock() - Date.now()) / 1_000) };
      try {
        const parameters = oauth.validateAuthResponse(server, client, answer, state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client,
          oauth.None(),
          parameters,
          redirectUri,
          verifier,
          request(),
        );
        const result = await oauth.processAuthorizationCodeResponse(server, client, response, {
          expectedNonce: nonce,
          maxAge: MAX_AGE_SECONDS,
          requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(server, response, request()).catch(async (error: unknown) => {
          if (!isKeyUnknown(error)) throw error;
          known = undefined;
          await oauth.validateApplicationLevelSignature(await metadata(), response, request());
        });
        const verified = oauth.getValidatedIdTokenClaims(result);
        if (verified === undefined) throw new Refusal("STAFF_SIGN_IN_UNVERIFIED");
        return identityOf(verified, claims);
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
};
