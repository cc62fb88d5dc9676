import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerRequests, recordPage } from "../../functions/contract/customer-api.ts";
import { recordDocument } from "../../functions/contract/record.ts";
import { civilDateOf } from "../../functions/domain/period.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { sampleCompany } from "../../infra/local/sample/company.ts";
import { AMELIA, CAFE, COUPLE, UNSEEN } from "../../infra/local/sample/customers.ts";
import config from "../../regard.config.ts";
import {
  type Browser,
  codeOf,
  mailsTo,
  newAddressOf,
  nextMailTo,
  openBrowser,
  signIn,
  startTestPortal,
} from "../support/portal.ts";

let portal: RunningPortal;
const company = sampleCompany(civilDateOf(Date.now(), config.timeZone), config.timeZone);
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

/** The ids of the events that a customer's record has to show, as they were loaded. */
const loadedFor = (customerId: string): string[] =>
  company.events
    .filter((event) => [event.customerId].flat().includes(customerId) && event.purpose !== "FRAUD_SECURITY")
    .map(({ eventId }) => eventId)
    .sort();

const read = async (browser: Browser, body: object = {}) =>
  recordPage.parse(await (await browser.send("POST", "/api/record", { language: "en", ...body })).json());
const idsOf = (accesses: readonly { eventId: string }[]) => accesses.map(({ eventId }) => eventId).sort();

describe("a customer of the sample company", () => {
  it("reads who looked at her data, downloads it, finds her request, and is out after signing out", async () => {
    const [email = ""] = AMELIA.emails;
    const browser = await signIn(portal, email);

    const { header, accesses } = await read(browser);
    expect(idsOf(accesses)).toEqual(loadedFor(AMELIA.customerId));
    expect(header.summary.accesses).toBe(accesses.length);
    expect(header.summary.byEvidence).toMatchObject({ contradicted: 1, missing: 1 });

    const file = (format: string) => browser.send("POST", "/api/record/file", { language: "en", format });
    const json = await file("json");
    expect(json.headers.get("content-disposition")).toContain("attachment");
    expect(idsOf(recordDocument.parse(await json.json()).accesses)).toEqual(idsOf(accesses));
    const csv = await (await file("csv")).text();
    expect(accesses.every(({ eventId }) => csv.includes(eventId))).toBe(true);
    expect((await (await file("pdf")).text()).slice(0, 5)).toBe("%PDF-");

    const { requests } = customerRequests.parse(await (await browser.send("GET", "/api/requests")).json());
    expect(requests.map(({ reference, state }) => [reference, state])).toEqual([[header.reference, "answered"]]);

    const session = browser.cookies.get("__Host-regard-session") ?? "";
    expect((await browser.send("DELETE", "/api/session")).status).toBe(204);
    const late = await browser.send(
      "POST",
      "/api/record",
      { language: "en" },
      { cookie: `__Host-regard-session=${session}` },
    );
    expect(late.status).toBe(401);
  });

  it("gets one confirmation of her request by mail, without personal details", async () => {
    const email = await newAddressOf(portal, AMELIA.customerId);
    const browser = await signIn(portal, email);
    const { header, accesses } = await read(browser);
    const confirmation = await nextMailTo(portal, email, 1);
    expect(confirmation.body.text).toContain(header.reference);
    const words = `${confirmation.subject}${confirmation.body.text}${confirmation.body.html}`;
    const personal = [email, AMELIA.customerId, ...accesses.map(({ employee }) => employee.name ?? employee.handle)];
    expect(personal.filter((detail) => words.includes(detail))).toEqual([]);
    await read(browser);
    await portal.schedules.runNow();
    expect(await mailsTo(portal, email)).toHaveLength(2);
  });

  it("sees one driver four times on three days after her delivery, and no name of anybody protected", async () => {
    const { accesses } = await read(await signIn(portal, await newAddressOf(portal, AMELIA.customerId)));
    const opened = accesses.filter(({ action }) => action === "reveal");
    expect(opened.map(({ employee }) => employee.name)).toEqual(Array(4).fill("Kieran Doyle"));
    expect(new Set(opened.map(({ occurredAt }) => occurredAt.slice(0, 10))).size).toBe(3);
    expect(JSON.stringify(accesses)).not.toMatch(/Okonkwo|Kowalczyk|Šimić/);
    const named = accesses.filter(({ employee: { type } }) => type === "employee" || type === "contractor");
    expect(named.some(({ employee }) => employee.name === undefined && employee.handle !== "")).toBe(true);
  });

  it("who shares an address with another customer gets a record of their own for each", async () => {
    const browser = await signIn(portal, COUPLE[0].emails[0] ?? "");
    const records = [await read(browser, { account: 1 }), await read(browser, { account: 2 })];
    expect(records.map(({ accesses }) => idsOf(accesses)).sort()).toEqual(
      COUPLE.map(({ customerId }) => loadedFor(customerId)).sort(),
    );
    expect((await browser.send("POST", "/api/record", { language: "en", account: 3 })).status).toBe(404);
  });

  it("with more than a thousand looks sees them all", async () => {
    const { accesses } = await read(await signIn(portal, CAFE.emails[0] ?? ""));
    expect(accesses.length).toBeGreaterThan(1_000);
    expect(idsOf(accesses)).toEqual(loadedFor(CAFE.customerId));
  });

  it("at whose data nobody looked is told so", async () => {
    const { header, accesses } = await read(await signIn(portal, UNSEEN.emails[0] ?? ""));
    expect(accesses).toEqual([]);
    expect(header.summary.words).toContain("nobody looked at your data");
  });
});

describe("an address that the company does not know", () => {
  it("gets one mail a day, which says that nothing is held, and no code", async () => {
    const email = "nobody.we.know@example.com";
    const browser = openBrowser(portal.origin);
    const ask = () => browser.send("POST", "/api/codes", { email, language: "en" });
    expect((await ask()).status).toBe(202);
    expect(codeOf(await nextMailTo(portal, email))).toBe("");
    expect((await ask()).status).toBe(202);
    await portal.schedules.runNow();
    expect(await mailsTo(portal, email)).toHaveLength(1);
  });
});
