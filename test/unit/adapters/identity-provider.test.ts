import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createIdentityProvider } from "../../../functions/adapters/identity-provider.ts";
import { COGNITO_RULES } from "../../../functions/contract/staff-config.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import type { IdentityProvider, SignInSecrets } from "../../../functions/use-cases/staff-ports.ts";
import {
  CLIENT_ID,
  type Claims,
  type Misbehaviour,
  REDIRECT_URI,
  startTestIssuer,
  type TestIssuer,
} from "../../support/test-issuer.ts";

const HOUR = 3_600;
const seconds = () => Math.floor(Date.now() / 1_000);
const secret = () => randomBytes(32).toString("base64url");
const newSecrets = (): SignInSecrets => ({ state: secret(), nonce: secret(), verifier: secret() });

let issuer: TestIssuer;
let provider: IdentityProvider;
const connect = (url = issuer.issuer) =>
  createIdentityProvider({
    issuer: url,
    clientId: CLIENT_ID,
    redirectUri: REDIRECT_URI,
    claims: COGNITO_RULES.claims,
    clock: Date.now,
  });
beforeAll(async () => {
  issuer = await startTestIssuer();
  provider = connect();
});
afterAll(() => issuer.stop());

/** What becomes of a sign-in: who it is, or the code of the refusal. */
const outcome = async (
  claims: Claims = {},
  how: Misbehaviour = {},
  change: (answer: URLSearchParams, secrets: SignInSecrets) => [URLSearchParams, SignInSecrets] = (...same) => same,
) => {
  const secrets = newSecrets();
  const answer = issuer.signIn(await provider.pageFor(secrets), claims, how);
  try {
    return await provider.identityFrom(...change(answer, secrets));
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

describe("the way to the identity provider", () => {
  it("is the code flow with PKCE, and asks anew who it is", async () => {
    const secrets = newSecrets();
    const page = new URL(await provider.pageFor(secrets));
    expect(page.href.startsWith(`${issuer.issuer}/authorize?`)).toBe(true);
    expect(Object.fromEntries(page.searchParams)).toEqual({
      client_id: CLIENT_ID,
      redirect_uri: REDIRECT_URI,
      response_type: "code",
      scope: "openid profile",
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge_method: "S256",
      prompt: "login",
      max_age: "0",
    });
    expect(page.href).not.toContain(secrets.verifier);
  });

  it("is closed where the provider does not answer, and open again when it does", async () => {
    const away = await startTestIssuer();
    await away.stop();
    await expect(connect(away.issuer).pageFor(newSecrets())).rejects.toThrow(new Refusal("UNAVAILABLE"));
  });

  it("is not taken without encryption to anywhere but this computer", async () => {
    await expect(connect("http://localhost:1").pageFor(newSecrets())).rejects.toThrow(new Refusal("UNAVAILABLE"));
  });
});

describe("a token", () => {
  it("tells who somebody is", async () => {
    const at = seconds() - 3;
    const claims = { sub: "u-7", name: "Eleanor Ashby", "cognito:groups": ["dpo"], auth_time: at };
    expect(
      await outcome({ ...claims, "custom:employee_id": "E-1901", "custom:unit": "Data protection office" }),
    ).toEqual({
      subject: "u-7",
      name: "Eleanor Ashby",
      groups: ["dpo"],
      employeeId: "E-1901",
      unit: "Data protection office",
      methods: ["pwd", "otp"],
      authenticatedAt: at * 1_000,
    });
  });

  it("may leave out what not every company knows, and write one group as a word", async () => {
    const told = await outcome({ "cognito:groups": "approver", amr: undefined, preferred_username: "ib" });
    expect(told).toMatchObject({ name: "ib", groups: ["approver"], methods: undefined, employeeId: undefined });
    expect(await outcome()).toMatchObject({ name: "u-1", groups: [] });
  });

  it.each<[string, Claims, Misbehaviour]>([
    ["another issuer", { iss: "https://evil.example" }, {}],
    ["another audience", { aud: "another-client" }, {}],
    ["several audiences without a word for whom", { aud: [CLIENT_ID, "another-client"] }, {}],
    ["another nonce", { nonce: "n".repeat(43) }, {}],
    ["no nonce", { nonce: undefined }, {}],
    ["an end in the past", { exp: seconds() - HOUR }, {}],
    ["no end", { exp: undefined }, {}],
    ["a beginning in the future", { nbf: seconds() + HOUR }, {}],
    ["no subject", { sub: undefined }, {}],
    ["no time of the sign-in", { auth_time: undefined }, {}],
    ["a sign-in of an hour ago", { auth_time: seconds() - HOUR }, {}],
    ["a name with a direction override", { name: "Eleanor\u202e" }, {}],
    ["groups that are none", { "cognito:groups": { dpo: true } }, {}],
    ["no signature (alg none)", {}, { signs: "not at all" }],
    ["a shared secret for a signature (alg HS256)", {}, { signs: "with a shared secret" }],
    ["somebody else's signature", {}, { signs: "with a foreign key" }],
    ["a change after it was signed", {}, { tampers: true }],
  ])("with %s lets nobody in", async (_, claims, how) => {
    expect(await outcome(claims, how)).toBe("STAFF_SIGN_IN_UNVERIFIED");
  });

  it("is believed when the provider has changed its key since the last one, after one more look at the keys", async () => {
    await outcome();
    const before = issuer.seen.keyRequests;
    await issuer.rotateKey();
    expect(await outcome()).toMatchObject({ subject: "u-1" });
    expect(issuer.seen.keyRequests).toBe(before + 1);
  });
});

describe("an answer of the provider", () => {
  it.each<[string, (answer: URLSearchParams, secrets: SignInSecrets) => [URLSearchParams, SignInSecrets]]>([
    ["another state", (answer, secrets) => [answer, { ...secrets, state: secret() }]],
    ["no state", (answer, secrets) => [new URLSearchParams({ code: answer.get("code") ?? "" }), secrets]],
    ["two states", (answer, secrets) => [new URLSearchParams(`${answer}&state=${secrets.state}`), secrets]],
    ["another verifier", (answer, secrets) => [answer, { ...secrets, verifier: secret() }]],
    [
      "a code of nobody's",
      (answer, secrets) => [new URLSearchParams({ code: "x", state: answer.get("state") ?? "" }), secrets],
    ],
    [
      "another issuer's name",
      (answer, secrets) => [new URLSearchParams(`${answer}&iss=https%3A%2F%2Fevil.example`), secrets],
    ],
    ["a token instead of a code", (answer, secrets) => [new URLSearchParams(`${answer}&id_token=a.b.c`), secrets]],
    ["nothing", (_, secrets) => [new URLSearchParams(), secrets]],
  ])("with %s lets nobody in", async (_, change) => {
    expect(await outcome({}, {}, change)).toBe("STAFF_SIGN_IN_UNVERIFIED");
  });

  it("that says no is a refusal of the provider's own", async () => {
    const refused = await outcome({}, {}, (_, secrets) => [
      new URLSearchParams({ error: "access_denied", error_description: "canary", state: secrets.state }),
      secrets,
    ]);
    expect(refused).toBe("STAFF_SIGN_IN_REFUSED");
  });

  it("works once", async () => {
    const secrets = newSecrets();
    const answer = issuer.signIn(await provider.pageFor(secrets));
    expect(await provider.identityFrom(answer, secrets)).toMatchObject({ subject: "u-1" });
    await expect(provider.identityFrom(answer, secrets)).rejects.toThrow(new Refusal("STAFF_SIGN_IN_UNVERIFIED"));
  });

  it("that cannot be redeemed because the provider is out of order is nobody's fault", async () => {
    expect(await outcome({}, { tokenStatus: 503 })).toBe("UNAVAILABLE");
  });
});
