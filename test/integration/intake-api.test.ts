import { afterAll, describe, expect, it } from "vitest";
import { INTAKE_ROUTES } from "../../functions/contract/intake-api.ts";
import { LOCAL_CREDENTIALS } from "../../functions/contract/local-portal.ts";
import { eventInput } from "../support/arrivals.ts";
import { startTestPortal } from "../support/portal.ts";
import { sendSigned, signedHeaders } from "../support/signed-sender.ts";

const portal = await startTestPortal({ empty: true });
afterAll(() => portal.stop());

const { method, path } = INTAKE_ROUTES.sendAccessEvents;
const url = `${portal.endpoints.intake}${path}`;
const event = (eventId: string) => eventInput({ eventId, occurredAt: new Date().toISOString() });
const body = JSON.stringify({ events: [event("one")] });
const status = async (headers: Record<string, string>, sent = body, to = url) => {
  const answer = await fetch(to, { method, body: sent, headers: { "content-type": "application/json", ...headers } });
  return answer.status;
};

describe("the intake's API", () => {
  it("takes what is signed by a role that may send", async () => {
    const answer = await sendSigned(method, url, { events: [event("signed")] });
    expect([answer.status, await answer.json()]).toEqual([
      200,
      { results: [{ eventId: "signed", outcome: "accepted" }] },
    ]);
  });

  it.each(Object.entries(INTAKE_ROUTES))("refuses what is not, on every route: %s", async (_, route) => {
    const target = `${portal.endpoints.intake}${route.path}`;
    const sign = (changes: object = {}) => signedHeaders({ method: route.method, url: target, body, ...changes });
    const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
    const ask = async (headers: Record<string, string>, sent = body) => {
      const answer = await fetch(target, { method: route.method, body: sent, headers });
      return [answer.status, await answer.text()];
    };
    const forbidden = [403, '{"message":"Forbidden"}'];
    const { authorization = "", ...rest } = await sign();
    expect(await ask({ ...rest, authorization })).not.toEqual(forbidden);
    for (const headers of [
      {},
      rest,
      { ...rest, authorization: "Bearer token" },
      { ...rest, authorization: authorization.replace(/[0-9a-f]$/, (last) => (last === "0" ? "1" : "0")) },
      { ...rest, authorization: authorization.replace(/host;/, "") },
      { ...rest, authorization, "x-amz-date": "20200101T000000Z" },
      await sign({ credentials: { ...LOCAL_CREDENTIALS, secretAccessKey: "guessed" } }),
      await sign({ credentials: { ...LOCAL_CREDENTIALS, accessKeyId: "somebody" } }),
      await sign({ region: "us-east-1" }),
      await sign({ service: "dynamodb" }),
      await sign({ at: ago(6) }),
      await sign({ at: ago(-6) }),
      await sign({ body: `${body} ` }),
      await sign({ method: "GET" }),
      await sign({ url: `${target}/other` }),
      await sign({ url: `${target}?late=true` }),
    ])
      expect(await ask(headers)).toEqual(forbidden);
    expect(await ask(await sign(), body.replace("one", "two"))).toEqual(forbidden);
  });

  it("does not exist where customers and staff are, and they do not exist here", async () => {
    const outside = `${portal.origin}${path}`;
    const answer = await fetch(outside, { method, body, headers: await signedHeaders({ method, url: outside, body }) });
    expect([answer.status, answer.headers.get("content-type")]).not.toContain("application/json");
    expect([403, 404]).toContain(answer.status);
    const codes = `${portal.endpoints.intake}/api/codes`;
    expect(await status(await signedHeaders({ method, url: codes, body }), body, codes)).toBe(404);
  });
});
