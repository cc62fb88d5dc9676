import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../../functions/contract/customer-api.ts";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { problem } from "../../../functions/contract/problem.ts";
import { REFUSALS, Refusal } from "../../../functions/domain/errors.ts";
import { clearCookie, readCookie, setCookie } from "../../../functions/http/cookies.ts";
import { customerApi } from "../../../functions/http/customer-api.ts";
import { jsonLog } from "../../../functions/http/log.ts";
import { codeOf, problemOf } from "../../../functions/http/problems.ts";
import { acceptsGzip, readEvent } from "../../../functions/http/request.ts";
import { type Route, route } from "../../../functions/http/route.ts";
import { type Headers, httpEvent, lambdaContext, ORIGIN } from "../../support/http-events.ts";

const TOKEN = "t".repeat(43);
const CUSTOMER = {
  sessionKey: "key",
  addressKey: "address",
  address: "nadia@example.org",
  accounts: ["customer"],
  idleEndsAt: "2026-06-15T09:15:00.000Z",
  endsAt: "2026-06-15T10:00:00.000Z",
};
const REQUEST = {
  reference: "RG-7K2M-Q9XD",
  account: 1,
  state: "answered",
  receivedAt: "2026-06-15T09:00:00.000Z",
  period: { from: "2025-06-15T09:00:00.000Z", to: "2026-06-15T09:00:00.000Z" },
} as const;

const answerOf = async (one: Route, spec: Route["spec"], body?: unknown, headers?: Headers) => {
  const logged: LogLine[] = [];
  const parts = {
    origin: ORIGIN,
    clock: () => 0,
    log: (line: LogLine) => logged.push(line),
    customerOf: async () => CUSTOMER,
  };
  const event = httpEvent(spec, body, [`__Host-regard-session=${TOKEN}`], headers);
  return { ...(await customerApi([one], parts)(event, lambdaContext())), logged };
};
const requests = (count: number) =>
  route(CUSTOMER_ROUTES.readRequests, async () => ({
    answer: { requests: Array.from({ length: count }, () => REQUEST) },
  }));

describe("answers", () => {
  it("are kept by nobody, sniffed by nobody and framed by nobody", async () => {
    const answers = [
      await answerOf(requests(1), CUSTOMER_ROUTES.readRequests),
      await answerOf(requests(1), CUSTOMER_ROUTES.readRecord, {}),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 404]);
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "referrer-policy": "no-referrer",
        "cross-origin-resource-policy": "same-origin",
      });
    }
    expect(answers.map(({ headers }) => headers["content-type"])).toEqual([
      "application/json",
      "application/problem+json",
    ]);
  });

  it("are compressed where they are long and the browser takes it", async () => {
    const plain = await answerOf(requests(50), CUSTOMER_ROUTES.readRequests);
    const packed = await answerOf(requests(50), CUSTOMER_ROUTES.readRequests, undefined, {
      "accept-encoding": "br, gzip",
    });
    expect(packed.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(Buffer.from(packed.body ?? "", "base64")).toString()).toBe(plain.body);
    const short = await answerOf(requests(0), CUSTOMER_ROUTES.readRequests, undefined, { "accept-encoding": "gzip" });
    expect(short.headers["content-encoding"]).toBeUndefined();
  });

  it.each([
    ["gzip", true],
    ["br, GZIP;q=0.5", true],
    ["*", true],
    ["gzip;q=0", false],
    ["identity", false],
    [undefined, false],
  ])("take %s as %s", (header, expected) => {
    const event = readEvent(httpEvent(CUSTOMER_ROUTES.readSession, undefined, [], { "accept-encoding": header }));
    expect(event && acceptsGzip(event)).toBe(expected);
  });

  it("can be a file, byte for byte", async () => {
    const bytes = Buffer.from([0, 255, 13, 10]);
    const file = { bytes, contentType: "application/pdf", fileName: "RG-7K2M-Q9XD.pdf" };
    const download = route(CUSTOMER_ROUTES.downloadRecord, async () => ({ file }));
    const answer = await answerOf(download, CUSTOMER_ROUTES.downloadRecord, { language: "en", format: "pdf" });
    expect(Buffer.from(answer.body ?? "", "base64").equals(bytes)).toBe(true);
    expect(answer).toMatchObject({ statusCode: 200, isBase64Encoded: true });
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": 'attachment; filename="RG-7K2M-Q9XD.pdf"',
    });
  });

  it("never leave in another form than the contract's, and an error says nothing of its cause", async () => {
    const wrong = route(CUSTOMER_ROUTES.readRequests, async () => ({
      answer: { requests: [{ ...REQUEST, reference: "canary" }] },
    }));
    const thrown = route(CUSTOMER_ROUTES.readRequests, async () => {
      throw new TypeError("canary");
    });
    for (const [one, fault] of [
      [wrong, "$ZodError"],
      [thrown, "TypeError"],
    ] as const) {
      const answer = await answerOf(one, CUSTOMER_ROUTES.readRequests);
      expect(answer.statusCode).toBe(500);
      expect(answer.logged).toMatchObject([{ code: "UNAVAILABLE", route: "readRequests", status: 500, fault }]);
      expect(JSON.stringify(answer)).not.toContain("canary");
    }
  });
});

describe("problems", () => {
  it("have the contract's form for every refusal there is", () => {
    for (const code of Object.keys(REFUSALS).filter((name): name is keyof typeof REFUSALS => name in REFUSALS)) {
      const refusal = new Refusal(code, { retryAfterSeconds: 5, field: "a.b" });
      expect(problem.safeParse(problemOf(refusal)).success).toBe(true);
      expect(problemOf(refusal).code).toBe(codeOf(refusal));
    }
    expect(problemOf(new Refusal("CODE_PAUSED", { retryAfterSeconds: 7_200 }))).toMatchObject({
      status: 429,
      retryAfterSeconds: 7_200,
    });
  });

  it("show nothing of a refusal that no customer can cause", () => {
    expect(problemOf(new Refusal("CONFIG_INVALID", { detail: "canary" }))).toMatchObject({
      status: 500,
      code: "UNAVAILABLE",
      detail: REFUSALS.UNAVAILABLE,
    });
  });
});

describe("cookies", () => {
  it("are bound to the host, to TLS, to the server and to the site", () => {
    expect(setCookie("session", TOKEN)).toBe(
      `__Host-regard-session=${TOKEN}; Path=/; Secure; HttpOnly; SameSite=Strict`,
    );
    expect(setCookie("browser", TOKEN)).toMatch(/; Max-Age=900$/);
    expect(clearCookie("session")).toMatch(/^__Host-regard-session=; .*Max-Age=0$/);
  });

  it("give back what was set, among others and in one line or several, and nothing of any rubbish", () => {
    expect(readCookie([`a=b; __Host-regard-session=${TOKEN}`, "c=d"], "session")).toBe(TOKEN);
    expect(readCookie([`x__Host-regard-session=${TOKEN}`], "session")).toBeUndefined();
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (rubbish) => {
        expect(readCookie(rubbish, "session")).toBeUndefined();
        expect(
          readCookie(
            rubbish.map((value) => `__Host-regard-session=${value}`),
            "session",
          ),
        ).toBeUndefined();
      }),
    );
  });
});

describe("the log", () => {
  it("writes the fields of its list and no other", () => {
    const lines: string[] = [];
    const log = jsonLog((line) => lines.push(line));
    const line = { code: "ANSWERED", route: "readSession", status: 200, email: "canary" } as const;
    log(line);
    expect(lines).toEqual(['{"code":"ANSWERED","route":"readSession","status":200}\n']);
  });
});
