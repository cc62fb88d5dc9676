import { randomBytes } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createAuditLog } from "../../functions/adapters/audit-log.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { numbersMonths } from "../../functions/contract/desk-numbers-routes.ts";
import { numbersDescription } from "../../functions/contract/numbers.ts";
import { problem } from "../../functions/contract/problem.ts";
import { deskNumbersRoutes } from "../../functions/handlers/desk-numbers-routes.ts";
import type { HttpAnswer } from "../../functions/http/answer.ts";
import { deskApi } from "../../functions/http/desk-api.ts";
import { company } from "../support/company.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { httpEvent, lambdaContext, ORIGIN, type Route } from "../support/http-events.ts";
import { someNumbers } from "../support/numbers.ts";

const NOW = Date.parse("2026-11-10T09:00:00.000Z");
const TOKENS = { dpo: "d".repeat(43), approver: "a".repeat(43), stale: "s".repeat(43) } as const;
const MONTH = { month: "2026-10", language: "en" } as const;

const engine = await useEngine();
let ask: (who: keyof typeof TOKENS, route: Route, body?: unknown) => Promise<HttpAnswer>;
const parts = () => {
  const table = keyedTable(engine);
  return {
    ...{ config: company(), clock: () => NOW, random: randomBytes, origin: ORIGIN, log: () => undefined },
    numbers: createNumbersStore(engine.client, table),
    store: createPortalStore(engine.client, table),
    auditLog: createAuditLog(engine.client, table),
    staffOf: async (token: string) => ({
      ...{ sessionKey: "key", staffKey: "staff-key", name: "Eleanor Ashby", openedAt: NOW, seenAt: NOW },
      roles: [token === TOKENS.approver ? ("approver" as const) : ("dpo" as const)],
      authenticatedAt: token === TOKENS.stale ? NOW - 5 * 60_000 : NOW - 5 * 60_000 + 1,
    }),
  };
};
beforeAll(async () => {
  await parts().numbers.keep(someNumbers());
  await parts().numbers.keep(someNumbers({ month: "2026-09", madeAt: "2026-10-09T03:00:00.000Z" }));
});
beforeEach(() => {
  const handler = deskApi(deskNumbersRoutes(parts()), parts());
  ask = (who, route, body) => handler(httpEvent(route, body, [`__Host-regard-desk=${TOKENS[who]}`]), lambdaContext());
});

const codeOf = ({ body = "" }: HttpAnswer): string => problem.parse(JSON.parse(body)).code;
const exports = async () =>
  (await Array.fromAsync(parts().auditLog.actsOf("2026-11-10"))).flat().filter(({ act }) => act === "numbers-exported");

describe("the numbers at the desk", () => {
  it("are listed by month, the newest first, for either role", async () => {
    for (const who of ["dpo", "approver", "stale"] as const) {
      const { body = "" } = await ask(who, DESK_ROUTES.listNumbers);
      expect(numbersMonths.parse(JSON.parse(body)).months).toEqual([
        { month: "2026-10", madeAt: "2026-11-09T03:00:00.000Z" },
        { month: "2026-09", madeAt: "2026-10-09T03:00:00.000Z" },
      ]);
    }
  });

  it("are shown in the language of the page", async () => {
    const { body = "" } = await ask("dpo", DESK_ROUTES.readNumbers, { ...MONTH, language: "de" });
    expect(numbersDescription.parse(JSON.parse(body)).title).toBe("Zahlen für Oktober 2026");
  });

  it("leave as CSV and as PDF, and each time it is noted", async () => {
    const before = (await exports()).length;
    const csv = await ask("approver", DESK_ROUTES.exportNumbers, { ...MONTH, format: "csv" });
    expect(csv.headers).toMatchObject({ "content-disposition": 'attachment; filename="regard-numbers-2026-10.csv"' });
    expect(Buffer.from(csv.body ?? "", "base64").toString("utf8")).toContain("people.units.looks,Customer Care,1025");
    const pdf = await ask("dpo", DESK_ROUTES.exportNumbers, { ...MONTH, format: "pdf" });
    expect(pdf.headers).toMatchObject({ "content-type": "application/pdf" });
    expect(
      Buffer.from(pdf.body ?? "", "base64")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    expect((await exports()).length).toBe(before + 2);
  });

  it("do not leave on a sign-in that is five minutes old, and that is noted nowhere", async () => {
    const before = (await exports()).length;
    const answer = await ask("stale", DESK_ROUTES.exportNumbers, { ...MONTH, format: "csv" });
    expect([answer.statusCode, codeOf(answer)]).toEqual([403, "STAFF_SIGN_IN_STALE"]);
    expect((await exports()).length).toBe(before);
  });

  it("are not there for a month that nobody counted", async () => {
    for (const [route, more] of [
      [DESK_ROUTES.readNumbers, {}],
      [DESK_ROUTES.exportNumbers, { format: "pdf" }],
    ] as const) {
      const answer = await ask("dpo", route, { ...MONTH, month: "2026-08", ...more });
      expect([answer.statusCode, codeOf(answer)]).toEqual([404, "NOT_FOUND"]);
    }
  });

  it.each(["2026-13", "2026-1", "october", "2026-10-01", "../2026-10"])("know no month %s", async (month) => {
    expect((await ask("dpo", DESK_ROUTES.readNumbers, { ...MONTH, month })).statusCode).toBe(400);
  });
});
