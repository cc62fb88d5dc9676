import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DESKTOP, expectAccessible, NARROW, openTab, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson, signInAtDesk, signInAtDeskOn, typeAtProvider } from "../support/desk.ts";

const MINUTE = 60_000;

const { portal, browser } = await useBrowsedPortal({ empty: true });

const shownOn = async (page: Page) =>
  Object.fromEntries(
    await Promise.all(["who", "role", "unit"].map(async (part) => [part, await page.textContent(`#${part}`)] as const)),
  );
const sessionStatus = async (page: Page): Promise<number> =>
  (await page.context().request.get("/api/desk/session")).status();

describe("the desk's door", () => {
  it.each([
    ["a narrow phone", NARROW],
    ["a desktop", DESKTOP],
  ])("lets the data protection officer in and out again, on %s", async (_, viewport) => {
    const tab = await openTab(browser, portal.origin, { viewport });
    const { page } = tab;
    await page.goto("/desk");
    await page.waitForSelector("#door:not([hidden])");
    expect(await page.locator("#exit").count()).toBe(0);
    await expectAccessible(page, "the door");
    await page.click("#sign-in");
    await page.waitForSelector("#user");
    await expectAccessible(page, "the identity provider");
    for (const { name, user, password, code } of portal.deskSignIns)
      for (const secret of [name, user, password, code]) expect(await page.content()).not.toContain(secret);

    await typeAtProvider(page, deskPerson(portal, "dpo"));
    expect(page.url()).toBe(`${portal.origin}/desk`);
    const officer = { who: "Eleanor Ashby", role: "Data protection officer", unit: "Data protection office" };
    expect(await shownOn(page)).toEqual(officer);
    await expectAccessible(page, "the desk");
    await page.reload();
    await page.waitForSelector("#desk:not([hidden])");
    expect(await shownOn(page)).toEqual(officer);
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(["", 0]);

    await page.click("#sign-out");
    await page.waitForSelector("#door:not([hidden])");
    expect(await page.textContent("#status")).toBe("You have signed out.");
    await expectAccessible(page, "signed out");
    expect(await sessionStatus(page)).toBe(401);
    expect(tab.faults).toEqual([]);
    const issuer = new URL(tab.requests.find((url) => url.includes("/interaction/")) ?? "").origin;
    expect(tab.requests.filter((url) => ![portal.origin, issuer].includes(new URL(url).origin))).toEqual([]);
    await tab.close();
  });

  it("shows nothing of anybody to whoever presses the back button after a sign-out", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInAtDeskOn(page, deskPerson(portal, "dpo", 1));
    expect((await shownOn(page))["who"]).toBe("Tendai Moyo");
    await page.goto("/how");
    await page.goto("/desk");
    await page.waitForSelector("#desk:not([hidden])");
    await page.click("#sign-out");
    await page.waitForSelector("#door:not([hidden])");
    await page.goBack();
    await page.goForward();
    await page.waitForSelector("#door:not([hidden])");
    expect(await page.content()).not.toContain("Tendai");
    await page.goBack();
    await page.goBack();
    await page.waitForSelector("#door:not([hidden])");
    expect(await page.content()).not.toContain("Tendai");
    await close();
  });

  it("knows an approver from an officer", async () => {
    const { page, close } = await openTab(browser, portal.origin, { viewport: DESKTOP });
    await signInAtDeskOn(page, deskPerson(portal, "approver"));
    expect(await shownOn(page)).toEqual({ who: "Rosalind Keane", role: "Approver", unit: "People team" });
    await close();
  });

  it("refuses somebody without a role in words, and lets a colleague in after them", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport: NARROW });
    await signInAtDeskOn(page, deskPerson(portal, "nobody"));
    expect(await page.textContent("#problem-words")).toContain("no role at the desk");
    expect(await page.locator("#desk").isVisible()).toBe(false);
    expect(new URL(page.url()).hash).toBe("");
    await expectAccessible(page, "refused");
    expect(await sessionStatus(page)).toBe(401);
    await page.click("#sign-in");
    await page.waitForSelector("#user");
    await page.fill("#user", "idris.bello");
    await page.fill("#password", "not this");
    await page.fill("#code", "000000");
    await page.click("button");
    await page.waitForSelector(".fault");
    await expectAccessible(page, "wrong password");
    await typeAtProvider(page, deskPerson(portal, "approver", 1));
    expect((await shownOn(page))["who"]).toBe("Idris Bello");
    expect(faults).toEqual([]);
    await close();
  });

  it("speaks the browser's language among the portal's, and any other one that is chosen", async () => {
    const { page, close } = await openTab(browser, portal.origin, { locale: "de-AT" });
    await page.goto("/desk");
    await page.waitForURL("**/de/desk");
    await page.waitForSelector("#door:not([hidden])");
    await expectAccessible(page, "German door");
    await page.click(".languages a[hreflang=fr]");
    await page.waitForURL("**/fr/desk");
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    expect(page.url()).toBe(`${portal.origin}/fr/desk`);
    expect((await shownOn(page))["role"]).toBe("Délégué à la protection des données");
    await page.click(".languages a[hreflang=en]");
    await page.waitForSelector("#desk:not([hidden])");
    expect(page.url()).toBe(`${portal.origin}/desk`);
    await close();
  });

  it("asks somebody who is signed in once more who they are, and says so", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    const token = async () => (await page.context().cookies()).find(({ name }) => name === "__Host-regard-desk")?.value;
    const before = await token();
    await page.click("#again");
    await page.waitForSelector("#user");
    await typeAtProvider(page, deskPerson(portal, "dpo"));
    expect(await page.textContent("#shown")).toMatch(/showed who you are at \d\d:\d\d/);
    const renewed = await token();
    expect(renewed).not.toBe(before);
    await page.click("#again");
    await page.waitForSelector("#user");
    await typeAtProvider(page, deskPerson(portal, "nobody"));
    await page.waitForSelector("#problem:not([hidden])");
    expect(await page.textContent("#problem-words")).toContain("no role at the desk");
    expect([await token(), (await shownOn(page))["who"]]).toEqual([renewed, "Eleanor Ashby"]);
    await close();
  });

  it("announces the end of a sign-in, puts it off, and says when it came", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin);
    await page.clock.install();
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    await page.clock.fastForward(13.5 * MINUTE);
    await page.waitForSelector("#ending[open]");
    expect(await page.textContent("#ending-words")).toMatch(/signed out at \d\d:\d\d/);
    await expectAccessible(page, "warning");
    await page.click("#stay");
    await page.waitForSelector("#ending", { state: "hidden" });
    await page.context().clearCookies();
    await page.clock.fastForward(16 * MINUTE);
    await page.waitForSelector("#door:not([hidden])");
    expect(await page.textContent("#status")).toContain("Your sign-in has ended");
    expect(await page.content()).not.toContain("Eleanor");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("an answer of the identity provider", () => {
  it("that comes into another browser is refused in words", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await page.goto("/api/desk/sign-ins/callback?code=canary&state=canary");
    await page.waitForSelector("#problem:not([hidden])");
    expect(page.url()).toBe(`${portal.origin}/desk`);
    expect(await page.textContent("#problem-words")).toContain("begun in another browser");
    expect(await page.content()).not.toContain("canary");
    await close();
  });

  it("gives the staff no look at a customer's side, and a customer none at the desk", async () => {
    const { send } = await signInAtDesk(portal, deskPerson(portal, "approver"));
    expect((await send("GET", "/api/desk/session")).status).toBe(200);
    expect((await send("GET", "/api/session")).status).toBe(401);
    expect((await send("POST", "/api/record", { language: "en" })).status).toBe(401);
  });
});
