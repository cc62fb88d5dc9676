import { randomBytes } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createIdentityProvider } from "../../functions/adapters/identity-provider.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createStaffStore } from "../../functions/adapters/staff-store.ts";
import { DESK_ROUTES, staffSession } from "../../functions/contract/desk-api.ts";
import type { LogLine } from "../../functions/contract/log-codes.ts";
import { COGNITO_RULES, type StaffRules } from "../../functions/contract/staff-config.ts";
import { deskRoutes } from "../../functions/handlers/desk-routes.ts";
import type { HttpAnswer } from "../../functions/http/answer.ts";
import { deskApi } from "../../functions/http/desk-api.ts";
import { readStaffSession } from "../../functions/use-cases/read-staff-session.ts";
import { useEngine } from "../support/engine.ts";
import { httpEvent, lambdaContext, ORIGIN, type Route } from "../support/http-events.ts";
import { CLIENT_ID, type Claims, type Misbehaviour, REDIRECT_URI, startTestIssuer } from "../support/test-issuer.ts";

const MINUTE = 60_000;
const DPO: Claims = { sub: "u-dpo", name: "Eleanor Ashby", "cognito:groups": ["dpo"], "custom:unit": "Privacy" };
const started = z.object({ location: z.string() });

const clock = { now: Date.UTC(2026, 5, 15, 9) };
const engine = await useEngine();
const issuer = await startTestIssuer(() => clock.now);
afterAll(() => issuer.stop());

/** The desk's function in this process: the real store, a provider on the wire, and a clock that the test moves. */
const openDesk = (changes: Partial<StaffRules> = {}) => {
  const now = () => clock.now;
  const rules: StaffRules = { ...COGNITO_RULES, ...changes };
  const keyring = createKeyring("0123456789abcdef0123456789abcdef");
  const staffStore = createStaffStore(engine.client, { name: engine.portalTable, keyring });
  const address = { issuer: issuer.issuer, clientId: CLIENT_ID, redirectUri: REDIRECT_URI };
  const provider = createIdentityProvider({ ...address, claims: rules.claims, clock: now });
  const logged: LogLine[] = [];
  const parts = {
    ...{ staffStore, provider, rules, keyring, clock: now, random: randomBytes, origin: ORIGIN },
    log: (line: LogLine) => logged.push(line),
    staffOf: (token: string) => readStaffSession({ staffStore, clock: now }, token),
  };
  const handler = deskApi(deskRoutes(parts), parts);
  return { logged, ask: (event: unknown): Promise<HttpAnswer> => handler(event, lambdaContext()) };
};
type Desk = ReturnType<typeof openDesk>;

/** A browser: keeps its cookies, follows nothing by itself. */
const openBrowser = (desk: Desk) => {
  const jar = new Map<string, string>();
  const send = async (route: Route, body?: unknown, query = ""): Promise<HttpAnswer> => {
    const cookies = [...jar].map(([name, value]) => `${name}=${value}`);
    const answer = await desk.ask({ ...httpEvent(route, body, cookies), rawQueryString: query });
    for (const cookie of answer.cookies ?? []) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === "") jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  const begin = async (route: Route = DESK_ROUTES.startSignIn, language = "en") =>
    started.parse(JSON.parse((await send(route, { language })).body ?? "")).location;
  const comeBack = async (answer: URLSearchParams) =>
    (await send(DESK_ROUTES.finishSignIn, undefined, String(answer))).headers["location"];
  const session = async () => {
    const { statusCode, body = "" } = await send(DESK_ROUTES.readStaffSession);
    return statusCode === 200 ? staffSession.parse(JSON.parse(body)) : statusCode;
  };
  return {
    ...{ jar, send, begin, comeBack, session },
    signIn: async (claims: Claims = DPO, how: Misbehaviour = {}) => comeBack(issuer.signIn(await begin(), claims, how)),
  };
};

const audited = async (): Promise<string[]> => {
  const { Items = [] } = await engine.client.send(
    new ScanCommand({ TableName: engine.portalTable, ConsistentRead: true }),
  );
  return Items.flatMap(({ act, refusal }) =>
    act?.S === undefined ? [] : [[act.S, refusal?.S].filter(Boolean).join(": ")],
  );
};
/** What a test added to the audit. */
let before: readonly string[] = [];
const newlyAudited = async () => {
  const left = [...before];
  return (await audited()).toSorted().filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
};
beforeEach(async () => {
  before = await audited();
  clock.now += 24 * 60 * MINUTE;
});

describe("signing in at the desk", () => {
  it("opens a session for who the provider says it is, and no token leaves the function", async () => {
    const desk = openDesk();
    const browser = openBrowser(desk);
    const location = await browser.begin(DESK_ROUTES.startSignIn, "fr");
    const answer = issuer.signIn(location, DPO);
    const {
      statusCode,
      headers,
      cookies = [],
      body,
    } = await browser.send(DESK_ROUTES.finishSignIn, undefined, String(answer));
    expect([statusCode, headers["location"], body]).toEqual([303, "/fr/desk", undefined]);
    expect(cookies).toEqual([
      expect.stringMatching(/^__Host-regard-desk=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/),
      "__Host-regard-desk-sign-in=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0",
    ]);
    const instant = (minutes: number) => new Date(clock.now + minutes * MINUTE).toISOString();
    expect(await browser.session()).toEqual({
      ...{ id: expect.any(String), name: "Eleanor Ashby", roles: ["dpo"], unit: "Privacy" },
      ...{ authenticatedAt: instant(0), recentUntil: instant(5), idleEndsAt: instant(15), endsAt: instant(480) },
    });
    expect(await newlyAudited()).toEqual(["staff-signed-in"]);
    const said = JSON.stringify([desk.logged, cookies, headers]);
    for (const secret of ["canary", answer.get("code"), answer.get("state"), "Eleanor"])
      expect(said).not.toContain(secret);
  });

  it.each<[string, Claims, Partial<StaffRules>, string]>([
    ["somebody without a role", { ...DPO, "cognito:groups": ["everybody"] }, {}, "STAFF_ROLE_MISSING"],
    ["somebody without any group", { ...DPO, "cognito:groups": undefined }, {}, "STAFF_ROLE_MISSING"],
    ["a password alone", { ...DPO, amr: ["pwd"] }, {}, "STAFF_SECOND_FACTOR_MISSING"],
    [
      "silence about the second factor",
      { ...DPO, amr: undefined },
      { secondFactor: "stated" },
      "STAFF_SECOND_FACTOR_MISSING",
    ],
    [
      "a sign-in that the provider remembered",
      { ...DPO, auth_time: Date.UTC(2026, 5, 1) / 1_000 },
      {},
      "STAFF_SIGN_IN_UNVERIFIED",
    ],
    ["a token for somebody else's client", { ...DPO, aud: "another" }, {}, "STAFF_SIGN_IN_UNVERIFIED"],
  ])("refuses %s on the desk's page, with an audit line and no session", async (_, claims, changes, code) => {
    const desk = openDesk(changes);
    const browser = openBrowser(desk);
    expect(await browser.signIn(claims)).toBe(`/desk#${code}`);
    expect([...browser.jar.keys()]).toEqual([]);
    expect(await browser.session()).toBe(401);
    expect(desk.logged.find(({ route }) => route === "finishSignIn")).toMatchObject({ code, status: 303 });
    expect(await newlyAudited()).toEqual([`staff-sign-in-refused: ${code}`]);
  });

  it("believes a provider that enforces the second factor and does not state it", async () => {
    expect(await openBrowser(openDesk()).signIn({ ...DPO, amr: undefined })).toBe("/desk");
  });

  it("refuses a sign-in that was remembered for less than a working day too", async () => {
    const browser = openBrowser(openDesk());
    expect(await browser.signIn({ ...DPO, auth_time: clock.now / 1_000 - 120 })).toBe("/desk#STAFF_SIGN_IN_STALE");
  });
});

describe("the provider's answer", () => {
  it("opens one session only, however often it is sent", async () => {
    const browser = openBrowser(openDesk());
    const answer = issuer.signIn(await browser.begin(), DPO);
    const attempt = new Map(browser.jar);
    expect(await browser.comeBack(answer)).toBe("/desk");
    const replayed = openBrowser(openDesk());
    for (const [name, value] of attempt) replayed.jar.set(name, value);
    expect(await replayed.comeBack(answer)).toBe("/desk#STAFF_SIGN_IN_SPENT");
    expect(await replayed.session()).toBe(401);
    expect(await newlyAudited()).toEqual(["staff-sign-in-refused: STAFF_SIGN_IN_SPENT", "staff-signed-in"]);
  });

  it("is worth nothing in another browser: not in one that began nothing, and not in one that began something else", async () => {
    const answer = issuer.signIn(await openBrowser(openDesk()).begin(), DPO);
    const { tokenRequests } = issuer.seen;
    expect(await openBrowser(openDesk()).comeBack(answer)).toBe("/desk#STAFF_SIGN_IN_SPENT");
    const other = openBrowser(openDesk());
    await other.begin();
    expect(await other.comeBack(answer)).toBe("/desk#STAFF_SIGN_IN_UNVERIFIED");
    expect(issuer.seen.tokenRequests).toBe(tokenRequests);
    expect(await other.session()).toBe(401);
  });

  it("has to come within ten minutes", async () => {
    const browser = openBrowser(openDesk());
    const location = await browser.begin();
    clock.now += 10 * MINUTE;
    expect(await browser.comeBack(issuer.signIn(location, DPO))).toBe("/desk#STAFF_SIGN_IN_SPENT");
  });
});

describe("a session at the desk", () => {
  it("ends after 15 minutes without a request and after 8 hours in any case", async () => {
    const idle = openBrowser(openDesk());
    await idle.signIn();
    clock.now += 15 * MINUTE;
    expect(await idle.session()).toBe(401);
    const busy = openBrowser(openDesk());
    await busy.signIn();
    for (let minutes = 14; minutes < 480; minutes += 14) {
      clock.now += 14 * MINUTE;
      expect(await busy.session()).not.toBe(401);
    }
    clock.now += 4 * MINUTE;
    expect(await busy.session()).toBe(401);
  });

  it("makes room for another one when the person shows once more who they are", async () => {
    const browser = openBrowser(openDesk());
    await browser.signIn();
    const older = new Map(browser.jar);
    clock.now += 10 * MINUTE;
    const answer = issuer.signIn(await browser.begin(DESK_ROUTES.signInAgain, "de"), DPO);
    expect(await browser.comeBack(answer)).toBe("/de/desk");
    expect(await browser.session()).toMatchObject({ recentUntil: new Date(clock.now + 5 * MINUTE).toISOString() });
    const left = openBrowser(openDesk());
    for (const [name, value] of older) left.jar.set(name, value);
    expect(await left.session()).toBe(401);
    expect(await newlyAudited()).toEqual(["staff-signed-in", "staff-signed-in-again"]);
  });

  it("ends on the server when somebody signs out", async () => {
    const browser = openBrowser(openDesk());
    await browser.signIn();
    const token = new Map(browser.jar);
    expect((await browser.send(DESK_ROUTES.signOutStaff)).statusCode).toBe(204);
    expect(browser.jar.size).toBe(0);
    const copied = openBrowser(openDesk());
    for (const [name, value] of token) copied.jar.set(name, value);
    expect(await copied.session()).toBe(401);
    expect(await newlyAudited()).toEqual(["staff-signed-in", "staff-signed-out"]);
  });
});
