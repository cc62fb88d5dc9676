import { describe, expect, it } from "vitest";
import { askShown } from "../../../functions/contract/desk-acts.ts";
import { DESK_ROUTES } from "../../../functions/contract/desk-api.ts";
import { problem } from "../../../functions/contract/problem.ts";
import { deskMatterRoutes } from "../../../functions/handlers/desk-matter-routes.ts";
import { deskApi } from "../../../functions/http/desk-api.ts";
import { DESK_ROUTE_LIST } from "../../support/desk-bodies.ts";
import { type Desk, openDesk } from "../../support/desk-room.ts";
import { httpEvent, lambdaContext, ORIGIN } from "../../support/http-events.ts";

/** The desk's routes on parts in memory; nobody is signed in. */
const doorOf = (desk: Desk) => {
  const handler = deskApi(deskMatterRoutes(desk), {
    ...{ origin: ORIGIN, clock: desk.clock, log: () => {}, staffOf: async () => undefined },
  });
  return async (spec: (typeof DESK_ROUTE_LIST)[number]["spec"], body: unknown, cookies: readonly string[] = []) => {
    const { statusCode, body: sent = "" } = await handler(httpEvent(spec, body, cookies), lambdaContext());
    return { statusCode, json: sent === "" ? {} : JSON.parse(sent) };
  };
};
const asked = async () => {
  const desk = await openDesk();
  const reference = await desk.ask();
  await desk.take(reference);
  const employee = await desk.askDriver(reference);
  const manager = await desk.askDriver(reference, "manager");
  return { ...{ desk, reference, employee, manager }, ask: doorOf(desk) };
};
const codeOf = ({ json }: { readonly json: unknown }) => problem.parse(json).code;

describe("whoever holds the link of an ask", () => {
  it("reads what they are asked, and nothing of the customer, the matter or who else was asked", async () => {
    const { ask, employee, manager, reference } = await asked();
    for (const [token, to] of [
      [employee, "employee"],
      [manager, "manager"],
    ] as const) {
      const { statusCode, json } = await ask(DESK_ROUTES.readAsk, { token });
      expect([statusCode, askShown.parse(json).to]).toEqual([200, to]);
      expect(JSON.stringify(json)).not.toMatch(new RegExp(`amelia|customer|${reference}|emp-7|Eleanor|Did they`, "i"));
    }
  });

  it("answers once, their own question and no other", async () => {
    const { ask, employee, manager, desk, reference } = await asked();
    expect((await ask(DESK_ROUTES.answerAsk, { token: employee, words: "I mistyped." })).statusCode).toBe(204);
    const again = await ask(DESK_ROUTES.answerAsk, { token: employee, words: "Really." });
    expect([again.statusCode, codeOf(again)]).toEqual([403, "LINK_SPENT"]);
    expect(codeOf(await ask(DESK_ROUTES.readAsk, { token: employee }))).toBe("LINK_SPENT");
    expect((await ask(DESK_ROUTES.readAsk, { token: manager })).statusCode).toBe(200);
    expect((await desk.current(reference)).value.asks.map(({ state }) => state)).toEqual(["answered", "open"]);
  });

  it("gets nowhere else with its token, as a cookie or in any other body", async () => {
    const { ask, employee, manager } = await asked();
    const others = DESK_ROUTE_LIST.filter(({ name }) => !["readAsk", "answerAsk"].includes(name));
    for (const token of [employee, manager])
      for (const { spec, body } of others) {
        const { statusCode } = await ask(spec, body, [`__Host-regard-desk=${token}`, `__Host-regard-session=${token}`]);
        expect([spec.path, [401, 404].includes(statusCode)]).toEqual([spec.path, true]);
      }
  });

  it("is refused alike with a token that was never given, that ended, or whose matter did", async () => {
    const { ask, employee, manager, desk } = await asked();
    await ask(DESK_ROUTES.answerAsk, { token: employee, words: "I mistyped." });
    desk.waitDays(30);
    const answers = await Promise.all(
      ["n".repeat(43), employee, manager].map((token) => ask(DESK_ROUTES.readAsk, { token })),
    );
    expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(answers[0]?.statusCode).toBe(403);
  });
});
