import { describe, expect, it } from "vitest";
import { INTAKE_ROUTES } from "../../../functions/contract/intake-api.ts";
import type { LogLine } from "../../../functions/contract/log-codes.ts";
import { Refusal } from "../../../functions/domain/errors.ts";
import { intakeApi } from "../../../functions/http/intake-api.ts";
import { type IntakeRoute, intakeRoute } from "../../../functions/http/intake-route.ts";
import { type Headers, httpEvent, lambdaContext, ORIGIN } from "../../support/http-events.ts";
import { INTAKE_BODIES } from "../../support/intake-bodies.ts";

type Spec = (typeof INTAKE_ROUTES)[keyof typeof INTAKE_ROUTES];
const BODIES: Readonly<Record<string, unknown>> = INTAKE_BODIES;
const ROUTES = Object.entries(INTAKE_ROUTES).map(([name, spec]) => ({ name, spec, body: BODIES[name] }));

const logged: LogLine[] = [];
const open = (work: () => never) => {
  const closed = (spec: Spec): IntakeRoute => intakeRoute<Spec["who"], unknown, unknown>(spec, async () => work());
  const parts = { clock: () => 0, log: (line: LogLine) => logged.push(line) };
  return intakeApi(
    ROUTES.map(({ spec }) => closed(spec)),
    parts,
  );
};
/** Whoever gets past the door finds something wrong with what they sent: the one answer that says "let in". */
const LET_IN = 422;
const handler = open(() => {
  throw new Refusal("ROWS_UNKNOWN");
});

/** What API Gateway says of who is asking, and the headers they send. */
interface Caller {
  readonly authorizer?: object;
  readonly cookies?: readonly string[];
  readonly headers?: Headers;
}
const SIGNED: Caller = { authorizer: { iam: { userArn: "arn:aws:sts::000000000000:assumed-role/crm/1" } } };
const TOKEN = "t".repeat(43);
const CALLERS: Readonly<Record<string, Caller>> = {
  nobody: {},
  "a customer": { cookies: [`__Host-regard-session=${TOKEN}`] },
  "somebody at the desk": { cookies: [`__Host-regard-desk=${TOKEN}`] },
  "a page of the portal": { headers: { origin: ORIGIN, "sec-fetch-site": "same-origin", "x-regard-request": "1" } },
  "a signature that nobody verified": { headers: { authorization: "AWS4-HMAC-SHA256 Credential=a/b, Signature=c" } },
  "a token of another kind": { authorizer: { jwt: { claims: { sub: "crm" } } } },
  "an authorizer without a signer": { authorizer: { iam: {} } },
};

const ask = async (spec: { method: string; path: string }, body: unknown, { authorizer, cookies, headers }: Caller) => {
  const event = httpEvent(spec, body, cookies, { origin: undefined, "x-regard-request": undefined, ...headers });
  return handler({ ...event, requestContext: { ...event.requestContext, authorizer } }, lambdaContext());
};

describe("who may send", () => {
  it.each(ROUTES)("$name: a role that signed, and nobody else", async ({ spec, body }) => {
    expect((await ask(spec, body, SIGNED)).statusCode).toBe(LET_IN);
    for (const [name, caller] of Object.entries(CALLERS)) {
      const { statusCode } = await ask(spec, body, caller);
      // What names no signer is no event of this API at all.
      expect([name, statusCode]).toEqual([name, name === "an authorizer without a signer" ? 404 : 403]);
    }
  });

  it("knows no route that is not in the contract, and none by another method", async () => {
    for (const { spec, body } of ROUTES)
      for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]) {
        const known = ROUTES.some((one) => one.spec.path === spec.path && one.spec.method === method);
        await ask({ method, path: spec.path }, body, SIGNED);
        expect([method, logged.at(-1)?.route !== "none"]).toEqual([method, known]);
      }
    await ask({ method: "POST", path: "/v1/access-events/C-1001" }, {}, SIGNED);
    expect(logged.at(-1)).toMatchObject({ code: "NOT_FOUND", route: "none" });
  });
});

describe("what goes wrong inside", () => {
  it.each([new TypeError("canary"), new Refusal("UNAVAILABLE")])(
    "is told as something that passes: %s",
    async (error) => {
      const failing = open(() => {
        throw error;
      });
      for (const { spec, body } of ROUTES) {
        const event = httpEvent(spec, body);
        const requestContext = { ...event.requestContext, ...SIGNED };
        const { statusCode, headers, body: sent = "" } = await failing({ ...event, requestContext }, lambdaContext());
        expect([statusCode, headers["retry-after"]]).toEqual([503, "5"]);
        expect(sent).not.toContain("canary");
      }
    },
  );
});
