import { describe, expect, it } from "vitest";
import { DESK_ROUTES, MAX_DESK_BODY_BYTES } from "../../../functions/contract/desk-api.ts";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { problem } from "../../../functions/contract/problem.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import type { StaffRole } from "../../../functions/domain/staff.ts";
import { deskApi } from "../../../functions/http/desk-api.ts";
import { type DeskRoute, deskRoute } from "../../../functions/http/desk-route.ts";
import { RefusedOnPage } from "../../../functions/http/refused-on-page.ts";
import { DESK_BODIES, DESK_ROUTE_LIST, type DeskRouteOf } from "../../support/desk-bodies.ts";
import { type Headers, httpEvent, lambdaContext, ORIGIN } from "../../support/http-events.ts";

const TOKENS = { dpo: "d".repeat(43), approver: "a".repeat(43), both: "b".repeat(43) } as const;
const STRANGER = "s".repeat(43);
const LINK = "t".repeat(43);
const ROLES: Readonly<Record<string, readonly StaffRole[]>> = {
  [TOKENS.dpo]: ["dpo"],
  [TOKENS.approver]: ["approver"],
  [TOKENS.both]: ["dpo", "approver"],
};
const signedIn = (roles: readonly StaffRole[]) => ({
  ...{ sessionKey: "key", staffKey: "staff", name: "Eleanor Ashby", roles },
  ...{ openedAt: 0, seenAt: 0, authenticatedAt: 0 },
});

type Spec = Pick<DeskRouteOf, "status" | "body" | "answer" | "method" | "path" | "who">;
const ROUTES: readonly { name: string; spec: Spec; body: unknown }[] = DESK_ROUTE_LIST;

/** Whoever gets past the door finds the work unavailable: the one answer that says "let in". */
const LET_IN = 503;
const closed = (spec: Spec): DeskRoute =>
  deskRoute<Spec["who"], unknown, unknown>(spec, async () => {
    throw new Refusal("UNAVAILABLE");
  });

const logged: LogLine[] = [];
const open = (routes: readonly DeskRoute[]) => {
  const handler = deskApi(routes, {
    origin: ORIGIN,
    clock: () => 0,
    log: (line) => logged.push(line),
    staffOf: async (token) => {
      const roles = ROLES[token];
      return roles && signedIn(roles);
    },
  });
  return (event: unknown) => handler(event, lambdaContext());
};
const ask = open(ROUTES.map(({ spec }) => closed(spec)));

const CALLERS = {
  nobody: [],
  "a signed-in customer": [`__Host-regard-session=${TOKENS.dpo}`, `__Host-regard-browser=${TOKENS.dpo}`],
  "a browser that began to sign in": [`__Host-regard-desk-sign-in=${TOKENS.dpo}`],
  "a dpo": [`__Host-regard-desk=${TOKENS.dpo}`],
  "an approver": [`__Host-regard-desk=${TOKENS.approver}`],
  "somebody with both roles": [`__Host-regard-desk=${TOKENS.both}`],
  "a stranger's token": [`__Host-regard-desk=${STRANGER}`],
  "rubbish for a token": ["__Host-regard-desk=' OR 1=1 --", "__Host-regard-desk-sign-in=\u0000"],
  "two tokens": [`__Host-regard-desk=${TOKENS.dpo}`, `__Host-regard-desk=${TOKENS.approver}`],
  "a cookie without the prefix": [`regard-desk=${TOKENS.dpo}`],
  // Their link's token opens what the link is for, in a body: see "whoever holds the link of an ask".
  "the named employee": [`__Host-regard-desk=${LINK}`, `__Host-regard-session=${LINK}`],
  "their manager": [`__Host-regard-desk-sign-in=${LINK}`],
} as const;
type Caller = keyof typeof CALLERS;
const isCaller = (name: string): name is Caller => Object.hasOwn(CALLERS, name);
const EVERYBODY = Object.keys(CALLERS).filter(isCaller);

/** Who is let in, by a route's `who`. Whatever stands here for nobody is refused to everybody. */
const LET_IN_BY: Readonly<Record<string, readonly Caller[]>> = {
  anyone: EVERYBODY,
  // Its work refuses, on a page: see test/integration/desk-sign-in.test.ts.
  attempt: EVERYBODY,
  staff: ["a dpo", "an approver", "somebody with both roles"],
  dpo: ["a dpo", "somebody with both roles"],
  approver: ["an approver", "somebody with both roles"],
};

describe("who may ask for what at the desk", () => {
  it.each(ROUTES.flatMap((one) => EVERYBODY.map((caller) => ({ ...one, caller }))))(
    "$name for $caller",
    async ({ spec, body, caller }) => {
      const { statusCode, body: sent = "" } = await ask(httpEvent(spec, body, CALLERS[caller]));
      if (LET_IN_BY[spec.who]?.includes(caller)) return expect(statusCode).toBe(LET_IN);
      const isStaff = LET_IN_BY["staff"]?.includes(caller);
      expect(problem.parse(JSON.parse(sent)).code).toBe(isStaff ? "STAFF_ROLE_WRONG" : "STAFF_SIGN_IN_NEEDED");
      expect(statusCode).toBe(isStaff ? 403 : 401);
    },
  );

  it("is asked of every route by one `who` that is known here, and no route of a role is open to both", () => {
    for (const { spec } of ROUTES) expect(LET_IN_BY[spec.who]).toBeDefined();
    expect(ROUTES.filter(({ spec }) => spec.who === "approver").map(({ name }) => name)).toEqual(["decideRelease"]);
    expect(ROUTES.filter(({ spec }) => spec.who === "anyone").map(({ name }) => name)).toEqual([
      ...["startSignIn", "readAsk", "answerAsk"],
    ]);
  });

  it("knows no route that is not in the contract, and none by another method", async () => {
    const others = ROUTES.flatMap(({ spec: { path } }) =>
      ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"]
        .filter((method) => !ROUTES.some(({ spec }) => spec.path === path && spec.method === method))
        .map((method) => ({ method, path })),
    );
    for (const spec of [{ method: "GET", path: "/api/session" }, { method: "GET", path: "/api/desk" }, ...others])
      expect((await ask(httpEvent(spec, {}, CALLERS["a dpo"]))).statusCode).toBe(404);
  });
});

describe("requests to the desk that another site could have caused", () => {
  const FORGED: readonly Headers[] = [
    { "x-regard-request": undefined },
    { origin: undefined },
    { origin: "https://evil.example" },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
  ];

  it.each(ROUTES.filter(({ spec }) => spec.method !== "GET"))(
    "are refused before anything else: $name",
    async ({ spec, body }) => {
      for (const headers of FORGED) {
        const answer = await ask(httpEvent(spec, body, CALLERS["somebody with both roles"], headers));
        expect([answer.statusCode, logged.at(-1)?.code]).toEqual([403, "REQUEST_FORGED"]);
      }
    },
  );
});

describe("what is sent to the desk", () => {
  const withBody = ROUTES.filter(({ body }) => body !== undefined);
  const answerTo = async (spec: Spec, body: unknown, headers?: Headers) => {
    const answer = await ask(httpEvent(spec, body, CALLERS["somebody with both roles"], headers));
    return { statusCode: answer.statusCode, ...problem.parse(JSON.parse(answer.body ?? "")) };
  };

  it.each(withBody)("is JSON of the contract's form, and nothing of it comes back: $name", async ({ spec, body }) => {
    expect((await answerTo(spec, body, { "content-type": "text/plain" })).code).toBe("REQUEST_UNREADABLE");
    for (const unreadable of ["", "{", "canary"])
      expect((await answerTo(spec, unreadable)).code).toBe("REQUEST_UNREADABLE");
    const extra = await answerTo(spec, { ...Object(body), canary: "canary" });
    expect(extra.code).toBe("REQUEST_INVALID");
    expect(JSON.stringify(extra)).not.toContain("canary");
    for (const wrong of [[body], "null", {}]) expect((await answerTo(spec, wrong)).code).toBe("REQUEST_INVALID");
    expect((await answerTo(spec, body)).statusCode).toBe(LET_IN);
  });

  it("has at most 64 KiB, eight times what a customer may send", async () => {
    const padded = (bytes: number) => JSON.stringify(DESK_BODIES.startSignIn).padEnd(bytes, " ");
    const status = async (bytes: number) => (await ask(httpEvent(DESK_ROUTES.startSignIn, padded(bytes)))).statusCode;
    expect(MAX_DESK_BODY_BYTES).toBe(65_536);
    expect([await status(MAX_DESK_BODY_BYTES), await status(MAX_DESK_BODY_BYTES + 1)]).toEqual([LET_IN, 413]);
  });
});

describe("a refusal that a person's browser meets", () => {
  const refusing = (error: unknown) =>
    open([
      deskRoute(DESK_ROUTES.finishSignIn, async () => {
        throw new RefusedOnPage(error, "/fr/desk", ["spent"]);
      }),
    ])({ ...httpEvent(DESK_ROUTES.finishSignIn), rawQueryString: "code=canary&state=canary" });

  it("is a page with the refusal's code and nothing else, and stands in the log under its own name", async () => {
    const answer = await refusing(new Refusal("STAFF_ROLE_MISSING"));
    expect(answer).toMatchObject({
      statusCode: 303,
      cookies: ["spent"],
      headers: { location: "/fr/desk#STAFF_ROLE_MISSING" },
    });
    expect(logged.at(-1)).toEqual({
      ...{ code: "STAFF_ROLE_MISSING", route: "finishSignIn", status: 303, durationMs: 0, requestId: "request-1" },
      traceId: "api-request-1",
    });
    expect(JSON.stringify([answer, logged.at(-1)])).not.toContain("canary");
  });

  it("says nothing of an error that nobody foresaw but its class, and that in the log alone", async () => {
    const answer = await refusing(new RangeError("canary"));
    expect(answer.headers["location"]).toBe("/fr/desk#UNAVAILABLE");
    expect(logged.at(-1)).toMatchObject({ code: "UNAVAILABLE", fault: "RangeError" });
    expect(JSON.stringify([answer, logged.at(-1)])).not.toContain("canary");
  });
});
