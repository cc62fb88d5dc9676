import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { sampleCompany } from "../../infra/local/sample/company.ts";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import config from "../../regard.config.ts";
import { expectAccessible, openTab, signInOn, useBrowsedPortal } from "../support/browser.ts";
import { sendEvents } from "../support/events.ts";
import { HOSTILE_TEXTS } from "../support/hostile-text.ts";
import { newAddressOf } from "../support/portal.ts";

const MINUTE = 60_000;

const { portal, browser } = await useBrowsedPortal();

const signedIn = async (page: Page): Promise<number> => (await page.context().request.get("/api/session")).status();

describe("text of events", () => {
  it("is only ever text, whatever it looks like", async () => {
    const customerId = "C-hostile";
    const hour = 3_600_000;
    await sendEvents(
      portal,
      HOSTILE_TEXTS.map((text, n) => ({
        eventId: `${n} ${text}`,
        source: "crm",
        occurredAt: new Date(Date.now() - (n + 1) * hour).toISOString(),
        customerId,
        employee: { id: `${n} ${text}`, name: text, role: text, unit: text, site: text },
        onBehalfOf: text,
        action: "view",
        fieldsRevealed: [text],
        purpose: "SUPPORT_CUSTOMER",
        purposeText: text,
        case: { type: text.slice(0, 40), id: text },
        recipient: text,
        correlationId: text,
      })),
    );
    const tab = await openTab(browser, portal.origin);
    const { page } = tab;
    await signInOn(page, portal, await newAddressOf(portal, customerId));
    const names = await page.locator(".look [data-part=who]").allTextContents();
    expect(names.toSorted()).toEqual([...HOSTILE_TEXTS].toSorted());
    for (const same of await page.locator(".same").all()) await same.click();
    await page.click("#filtering > summary");
    expect(
      await page.locator("#record :is(script, img, iframe, object, style, math, a[href^='javascript:'])").count(),
    ).toBe(0);
    expect(await page.locator("#looks bdi *").count()).toBe(0);
    expect(tab.faults).toEqual([]);
    expect(tab.requests.filter((url) => !url.startsWith(portal.origin))).toEqual([]);
    await tab.close();
  });

  it("of customers is only ever text too, on the page that shows it again", async () => {
    const tab = await openTab(browser, portal.origin);
    const { page } = tab;
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    await page.locator(".ask").first().click();
    await page.waitForSelector("#form:not([hidden])");
    await page.fill("#message", HOSTILE_TEXTS.join("\n"));
    await page.click("#form [type=submit]");
    await page.waitForSelector("#sent:not([hidden])");
    await page.click("#sent-matter");
    await page.waitForSelector("#shown:not([hidden])");
    expect(await page.textContent(".typed")).toBe(HOSTILE_TEXTS.join("\n"));
    expect(await page.locator("#lines bdi *").count()).toBe(0);
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it("never names an employee who is protected", async () => {
    const company = sampleCompany(new Date().toISOString().slice(0, 10), config.timeZone);
    const isProtected = new Set(company.employees.filter((one) => one.protected).map(({ id }) => id));
    const names = company.events
      .filter(({ employee }) => isProtected.has(employee.id))
      .flatMap(({ employee }) => (employee.name === undefined ? [] : [employee.name]));
    expect(names.length).toBeGreaterThan(0);
    const { page, close } = await openTab(browser, portal.origin);
    const answers: string[] = [];
    page.on("response", async (response) => {
      if (response.url().endsWith("/api/record")) answers.push(await response.text());
    });
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    while (await page.locator("#more").isVisible()) await page.click("#more");
    const everything = [await page.content(), ...answers].join("\n");
    expect(answers.length).toBe(1);
    expect([...new Set(names)].filter((name) => everything.includes(name))).toEqual([]);
    expect(await page.locator(".look [data-part=who]").allTextContents()).toContainEqual(
      expect.stringMatching(/^[A-Z]\d[A-Z]-[A-Z][a-z]+$/),
    );
    await close();
  });
});

describe("leaving quickly", () => {
  it.each([
    ["with its button", (page: Page) => page.click("#exit")],
    [
      "with the Escape key pressed three times",
      async (page: Page) => {
        for (let press = 0; press < 3; press += 1) await page.keyboard.press("Escape");
      },
    ],
  ])("clears the page, signs out and opens another site, %s", async (_, go) => {
    const { page, close, requests } = await openTab(browser, portal.origin);
    await page.route("https://www.bbc.com/**", (route) => route.fulfill({ contentType: "text/html", body: "Sunny" }));
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    await page.selectOption("[name=evidence]", "stated", { force: true });
    expect(await signedIn(page)).toBe(200);
    await go(page);
    await page.waitForURL("https://www.bbc.com/weather");
    await expect.poll(() => signedIn(page)).toBe(401);
    expect(requests.filter((url) => !url.startsWith(portal.origin))).toEqual(["https://www.bbc.com/weather"]);
    await page.goBack();
    expect(new URL(page.url()).pathname).toBe("/code");
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await close();
  });
});

describe("the end of a sign-in", () => {
  it("is announced, can be put off, and keeps the place", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin);
    const email = await newAddressOf(portal, AMELIA.customerId);
    await page.clock.install();
    await signInOn(page, portal, email);
    await page.click("#filtering > summary");
    await page.selectOption("[name=evidence]", "confirmed");
    await page.click("#more");
    const [count, rows] = [await page.textContent("#count"), await page.locator(".look").count()];

    await page.clock.fastForward(13.5 * MINUTE);
    await page.waitForSelector("#ending[open]");
    expect(await page.textContent("#ending-words")).toMatch(/signed out at \d\d:\d\d/);
    await expectAccessible(page, "warning");
    await page.click("#stay");
    await page.waitForSelector("#ending", { state: "hidden" });
    await page.clock.fastForward(10 * MINUTE);
    expect(await page.locator("#ending").isVisible()).toBe(false);

    await page.clock.fastForward(6 * MINUTE);
    await page.waitForURL("**/address#ended");
    expect(await page.locator("#ended").isVisible()).toBe(true);
    expect(await page.inputValue("#email")).toBe(email);
    await signInOn(page, portal, email);
    expect(await page.textContent("#count")).toBe(count);
    expect(await page.locator(".look").count()).toBe(rows);
    expect(faults).toEqual([]);
    await close();
  });

  it("on the server leads back to the address, not to an error", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    await page.context().clearCookies();
    await page.goto("/requests");
    await page.waitForURL("**/address#ended");
    expect(await page.locator("#ended").isVisible()).toBe(true);
    await close();
  });
});

describe("when something fails", () => {
  it("keeps what was typed, says what to do, and tries again", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    const email = await newAddressOf(portal, AMELIA.customerId);
    await page.goto("/address");
    await page.fill("#email", email);
    await page.context().setOffline(true);
    await page.click("#form button");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await page.textContent("#problem-words")).toMatch(/Check your connection/);
    expect(await page.inputValue("#email")).toBe(email);
    await expectAccessible(page, "address: offline");
    await page.context().setOffline(false);
    await page.click("#retry");
    await page.waitForURL("**/code");
    await close();
  });

  it("has words for an answer that nobody expected", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin);
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    await page.route("**/api/record", (route) => route.fulfill({ body: "<b>no JSON</b>" }), { times: 1 });
    await page.reload();
    await page.waitForSelector("#problem:not([hidden])");
    expect(await page.textContent("#problem-words")).toMatch(/went wrong on our side/);
    await expectAccessible(page, "record: problem");
    await page.click("#retry");
    await page.waitForSelector("#record:not([hidden])");
    await close();
    expect(faults).toEqual([]);
  });
});
