import { beforeAll, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES, customerRequests, recordPage } from "../../functions/contract/customer-api.ts";
import { arrival } from "../support/arrivals.ts";
import {
  type Browser,
  type FrontDoor,
  openBrowser,
  openFrontDoor,
  signIn,
  useServices,
} from "../support/front-door.ts";

const { engine, mails } = await useServices();
let door: FrontDoor;
/** Anna has one account, Bela two, and each account one look, named after it. */
let anna: Browser;
let bela: Browser;
const ACCOUNTS = { "anna@example.org": ["A-1"], "bela@example.org": ["B-1", "B-2"] };

beforeAll(async () => {
  door = openFrontDoor(engine, mails);
  for (const [email, ids] of Object.entries(ACCOUNTS)) {
    await door.know(email, ...ids);
    await door.accessLog.append(
      ids.map((id) =>
        arrival(
          { eventId: `look-at-${id}` },
          { customerKeys: [door.keyring.customerKey(id)], receivedAt: "2026-06-01T00:00:00.000Z" },
        ),
      ),
    );
  }
  anna = await signIn(door, mails, "anna@example.org");
  bela = await signIn(door, mails, "bela@example.org");
});

/** What a route asks for beside the account. */
const MORE: Readonly<Record<string, object>> = {
  [CUSTOMER_ROUTES.downloadRecord.path]: { format: "json" },
  [CUSTOMER_ROUTES.askAbout.path]: { accesses: [{ source: "orders", eventId: "look-at-A-1" }], words: "Why?" },
  [CUSTOMER_ROUTES.reportContact.path]: { contactedOn: "2026-06-14", channel: "call", safety: "safe" },
};

const looksOf = async (browser: Browser, account: number): Promise<string[]> => {
  const { body = "" } = await browser.send(CUSTOMER_ROUTES.readRecord, { account, language: "en" });
  return recordPage.parse(JSON.parse(body)).accesses.map(({ eventId }) => eventId);
};
const requestsOf = async (browser: Browser) =>
  customerRequests.parse(JSON.parse((await browser.send(CUSTOMER_ROUTES.readRequests)).body ?? "")).requests;

describe("a customer who is signed in", () => {
  it("sees their own accounts and nobody else's", async () => {
    expect(await looksOf(anna, 1)).toEqual(["look-at-A-1"]);
    expect([...(await looksOf(bela, 1)), ...(await looksOf(bela, 2))].sort()).toEqual(["look-at-B-1", "look-at-B-2"]);
  });

  it("finds nothing under an account that is not theirs, by any route that takes one, and leaves no request behind", async () => {
    const left = async () => [await requestsOf(anna), await requestsOf(bela), ...(await door.matters.openMatters())];
    const before = await left();
    const takingAccounts = Object.values(CUSTOMER_ROUTES).filter(({ body }) => body && "account" in body.def.shape);
    expect(takingAccounts.length).toBe(4);
    for (const route of takingAccounts) {
      for (const account of [2, 3, 1_000]) {
        const answer = await anna.send(route, { account, language: "en", ...MORE[route.path] });
        expect(answer.statusCode).toBe(404);
      }
    }
    expect(await left()).toEqual(before);
  });

  it("lists their own requests only, each answered, one for each account and dates however often they look", async () => {
    await looksOf(bela, 2);
    await bela.send(CUSTOMER_ROUTES.downloadRecord, { account: 2, language: "fr", format: "csv" });
    const [annas, belas] = [await requestsOf(anna), await requestsOf(bela)];
    expect(annas.map(({ account, state }) => [account, state])).toEqual([[1, "answered"]]);
    expect(belas.map(({ account }) => account).sort()).toEqual([1, 2]);
    expect(new Set([...annas, ...belas].map(({ reference }) => reference)).size).toBe(3);
  });

  it("is not let in by another's browser cookie, nor by a session's hash", async () => {
    const thief = openBrowser(door);
    const session = await door.customerOf(anna.jar.get("__Host-regard-session") ?? "");
    thief.jar.set("__Host-regard-session", session?.sessionKey ?? "");
    expect((await thief.readSession()).statusCode).toBe(401);
    await thief.requestCode("bela@example.org");
    thief.jar.set("__Host-regard-session", thief.jar.get("__Host-regard-browser") ?? "");
    expect((await thief.readSession()).statusCode).toBe(401);
  });

  it("gets no answer to anything once the sign-in is over", async () => {
    const leaving = await signIn(door, mails, "anna@example.org");
    const cookies = new Map(leaving.jar);
    await leaving.signOut();
    for (const [name, value] of cookies) leaving.jar.set(name, value);
    for (const route of Object.values(CUSTOMER_ROUTES).filter(({ who }) => who === "customer")) {
      expect((await leaving.send(route, { language: "en" })).statusCode).toBe(401);
    }
    expect((await anna.readSession()).statusCode).toBe(200);
  });
});
