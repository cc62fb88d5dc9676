import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES, MAX_BODY_BYTES } from "../../../functions/contract/customer-api.ts";
import { REQUEST_HEADER } from "../../../functions/contract/customer-paths.ts";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { problem } from "../../../functions/contract/problem.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { customerApi } from "../../../functions/http/customer-api.ts";
import { type Route, route } from "../../../functions/http/route.ts";
import { type Headers, httpEvent, lambdaContext, ORIGIN } from "../../support/http-events.ts";

const TOKEN = "t".repeat(43);
const STRANGER = "s".repeat(43);
const CUSTOMER = {
  sessionKey: "key",
  addressKey: "address",
  address: "nadia@example.org",
  accounts: ["customer"],
  idleEndsAt: "2026-06-15T09:15:00.000Z",
  endsAt: "2026-06-15T10:00:00.000Z",
};

/** A body that each route's schema takes. */
const BODIES: Readonly<Record<string, unknown>> = {
  requestCode: { email: "nadia@example.org", language: "en" },
  confirmCode: { code: "0123 4567" },
  readRecord: { language: "en" },
  downloadRecord: { language: "en", format: "csv" },
  askAbout: { language: "en", accesses: [{ source: "crm", eventId: "e-1" }], words: "Why?" },
  reportContact: { language: "en", contactedOn: "2026-06-14", channel: "text", safety: "unsure" },
  readMatters: { language: "en" },
  readMatter: { reference: "RG-7K2M-Q9XD", language: "en" },
  writeInMatter: { reference: "RG-7K2M-Q9XD", words: "Here it is." },
  downloadLetter: { reference: "RG-7K2M-Q9XD", letterId: "letter-1" },
  changeAddress: { email: "nadia@example.net", language: "en" },
  confirmAddress: { code: "0123 4567" },
};
const ROUTES = Object.entries(CUSTOMER_ROUTES).map(([name, spec]) => ({ name, spec, body: BODIES[name] }));

/** Whoever gets past the door finds the work unavailable: the one answer that says "let in". */
const LET_IN = 503;
const closed = (spec: (typeof CUSTOMER_ROUTES)[keyof typeof CUSTOMER_ROUTES]): Route =>
  route<(typeof spec)["who"], unknown, unknown>(spec, async () => {
    throw new Refusal("UNAVAILABLE");
  });

const open = (routes: readonly Route[]) => {
  const logged: LogLine[] = [];
  const handler = customerApi(routes, {
    origin: ORIGIN,
    clock: () => 0,
    log: (line) => logged.push(line),
    customerOf: async (token) => (token === TOKEN ? CUSTOMER : undefined),
  });
  return { logged, ask: (event: unknown) => handler(event, lambdaContext()) };
};
const { ask, logged } = open(ROUTES.map(({ spec }) => closed(spec)));

const CALLERS = {
  nobody: [],
  "a browser that asked for a code": [`__Host-regard-browser=${TOKEN}`],
  "a customer": [`__Host-regard-session=${TOKEN}`],
  "a stranger's token": [`__Host-regard-session=${STRANGER}`],
  "rubbish for a token": ["__Host-regard-session=' OR 1=1 --", "__Host-regard-browser=\u0000"],
  "two tokens": [`__Host-regard-session=${TOKEN}`, `__Host-regard-session=${STRANGER}`],
  "a cookie without the prefix": [`regard-session=${TOKEN}`, `regard-browser=${TOKEN}`],
} as const;
type Caller = keyof typeof CALLERS;
const isCaller = (name: string): name is Caller => Object.hasOwn(CALLERS, name);

/** Who is let in, by a route's `who`. Whatever stands here for nobody is refused to everybody. */
const LET_IN_BY: Readonly<Record<string, readonly Caller[]>> = {
  anyone: Object.keys(CALLERS).filter(isCaller),
  browser: ["a browser that asked for a code"],
  customer: ["a customer"],
};

describe("who may ask for what", () => {
  const matrix = ROUTES.flatMap((one) =>
    Object.keys(CALLERS)
      .filter(isCaller)
      .map((caller) => ({ ...one, caller })),
  );

  it.each(matrix)("$name for $caller", async ({ spec, body, caller }) => {
    const { statusCode } = await ask(httpEvent(spec, body, CALLERS[caller]));
    if (LET_IN_BY[spec.who]?.includes(caller)) expect(statusCode).toBe(LET_IN);
    else expect([401, 403, 404]).toContain(statusCode);
  });

  it("knows no route that is not in the contract, and none by another method", async () => {
    const paths = ["/", "/api", "/api/codes/", "/api//codes", "/API/codes", "/api/customers/1", "/api/record/C-1001"];
    const others = ROUTES.flatMap(({ spec: { path } }) =>
      ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE"]
        .filter((method) => !ROUTES.some(({ spec }) => spec.path === path && spec.method === method))
        .map((method) => ({ method, path })),
    );
    for (const spec of [...paths.map((path) => ({ method: "POST", path })), ...others]) {
      expect((await ask(httpEvent(spec, {}, CALLERS["a customer"]))).statusCode).toBe(404);
    }
    expect((await ask({ nothing: "like it" })).statusCode).toBe(404);
  });

  it("does not put the path of an unknown route into the log", async () => {
    await ask(httpEvent({ method: "GET", path: "/api/nadia@example.org" }));
    expect(logged.at(-1)).toEqual({
      code: "NOT_FOUND",
      route: "none",
      status: 404,
      durationMs: 0,
      requestId: "request-1",
      traceId: "api-request-1",
    });
  });
});

describe("requests that another site could have caused", () => {
  const unsafe = ROUTES.filter(({ spec }) => spec.method !== "GET");
  const FORGED: readonly Headers[] = [
    { [REQUEST_HEADER]: undefined },
    { [REQUEST_HEADER]: "" },
    { origin: undefined },
    { origin: "null" },
    { origin: "https://evil.example" },
    { origin: `${ORIGIN}.evil.example` },
    { origin: ORIGIN.replace("https", "http") },
    { "sec-fetch-site": "cross-site" },
    { "sec-fetch-site": "same-site" },
    { "sec-fetch-site": "none" },
  ];

  it.each(unsafe)("are refused before anything else: $name", async ({ spec, body }) => {
    const everyCookie = [...CALLERS["a customer"], ...CALLERS["a browser that asked for a code"]];
    for (const headers of FORGED) {
      const answer = await ask(httpEvent(spec, body, everyCookie, headers));
      expect([answer.statusCode, logged.at(-1)?.code]).toEqual([403, "REQUEST_FORGED"]);
    }
    const honest = await ask(httpEvent(spec, body, everyCookie, { "sec-fetch-site": undefined }));
    expect(honest.statusCode).toBe(LET_IN);
  });
});

describe("what is sent", () => {
  const withBody = ROUTES.filter(({ body }) => body !== undefined);
  const everyCookie = [...CALLERS["a customer"], ...CALLERS["a browser that asked for a code"]];
  const answerTo = async (spec: Route["spec"], body: unknown, headers?: Headers) => {
    const { statusCode, body: sent = "" } = await ask(httpEvent(spec, body, everyCookie, headers));
    return { statusCode, ...problem.parse(JSON.parse(sent)) };
  };

  it.each(withBody)("is JSON of the contract's form, and nothing of it comes back: $name", async ({ spec, body }) => {
    for (const type of [undefined, "text/plain", "application/x-www-form-urlencoded", "application/jsonp"]) {
      expect((await answerTo(spec, body, { "content-type": type })).code).toBe("REQUEST_UNREADABLE");
    }
    for (const unreadable of ["", "{", "canary", '{"a":1}x']) {
      expect((await answerTo(spec, unreadable)).code).toBe("REQUEST_UNREADABLE");
    }
    const extra = await answerTo(spec, { ...Object(body), canary: "canary" });
    expect(extra.code).toBe("REQUEST_INVALID");
    expect(JSON.stringify(extra)).not.toContain("canary");
    expect((await answerTo(spec, [body])).code).toBe("REQUEST_INVALID");
    expect((await answerTo(spec, "null")).code).toBe("REQUEST_INVALID");
    expect((await answerTo(spec, body, { "content-type": "Application/JSON; charset=utf-8" })).statusCode).toBe(LET_IN);
  });

  it("has at most 64 KiB, whatever it is", async () => {
    const { requestCode } = CUSTOMER_ROUTES;
    const padded = (bytes: number) => JSON.stringify(BODIES["requestCode"]).padEnd(bytes, " ");
    expect((await answerTo(requestCode, padded(MAX_BODY_BYTES))).statusCode).toBe(LET_IN);
    expect((await answerTo(requestCode, padded(MAX_BODY_BYTES + 1))).statusCode).toBe(413);
  });

  it("names the field that is wrong, not its value", async () => {
    const answer = await answerTo(CUSTOMER_ROUTES.requestCode, { email: "canary", language: "en" });
    expect(answer).toMatchObject({ statusCode: 400, code: "REQUEST_INVALID", field: "email" });
    expect(JSON.stringify(answer)).not.toContain("canary");
  });
});
