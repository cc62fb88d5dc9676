import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../functions/domain/vocabulary.ts";
import { AMELIA, CAFE } from "../../infra/local/sample/customers.ts";
import { isForCustomers, PAGE_NAMES, pathOf } from "../../web/build/site.ts";
import {
  DESKTOP,
  expectAccessible,
  NARROW,
  openTab,
  PHONE,
  signInOn,
  tabTo,
  useBrowsedPortal,
} from "../support/browser.ts";
import { codeOf, newAddressOf, nextMailTo } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();

/** The pages that need no sign-in. */
const OPEN_PAGES = PAGE_NAMES.filter((name) => !isForCustomers(name));
describe("a customer's way from the first page to the record", () => {
  it.each([
    ["a phone", PHONE],
    ["a desktop", DESKTOP],
  ])("is accessible on every page and state, on %s", async (_, viewport) => {
    const email = await newAddressOf(portal, AMELIA.customerId);
    const tab = await openTab(browser, portal.origin, { viewport });
    const { page } = tab;

    await page.goto("/");
    await expectAccessible(page, "home");
    await page.click("main .button");
    await expectAccessible(page, "address");
    await page.click("#form button");
    expect(await page.textContent("#problem-words")).toBe("Type your mail address.");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("problem");
    await expectAccessible(page, "address: nothing typed");
    await page.fill("#email", ` ${email} `);
    await page.click("#form button");
    await page.waitForURL("**/code");
    expect(await page.textContent("#sent")).toContain(email);
    await expectAccessible(page, "code");
    const code = codeOf(await nextMailTo(portal, email));
    await page.fill("#code", code === "0000 0000" ? "1111 1111" : "0000 0000");
    await page.click("#form button");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await page.textContent("#problem-words")).toContain("not the code from the newest mail");
    expect(await page.inputValue("#code")).toMatch(/^\d{4} \d{4}$/);
    await expectAccessible(page, "code: wrong");
    await page.fill("#code", code.replace(" ", "-"));
    await page.click("#form button");
    await page.waitForSelector("#record:not([hidden])");

    expect(await page.textContent("#summary")).toMatch(/\d+ people looked at your data \d+ times/);
    expect(await page.getAttribute("#picture", "aria-label")).toMatch(/^Looks per month from/);
    expect(await page.textContent("#reference")).toMatch(/^RG-/);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expectAccessible(page, "record");
    await page.locator(".same").first().click();
    await expectAccessible(page, "record: same person");

    const reference = await page.textContent("#reference");
    await page.click("nav a[href='/requests']");
    await page.waitForSelector("#requests li");
    expect(await page.textContent("#requests li h2")).toBe(reference);
    await expectAccessible(page, "requests");
    await page.click("#sign-out");
    await page.waitForURL(`${portal.origin}/`);
    await page.goto("/record");
    await page.waitForURL("**/address#ended");
    await expectAccessible(page, "signed out");

    expect(tab.faults).toEqual([]);
    expect(tab.requests.filter((url) => !url.startsWith(portal.origin))).toEqual([]);
    await tab.close();
  });

  it("needs no mouse", async () => {
    const email = await newAddressOf(portal, AMELIA.customerId);
    const { page, close } = await openTab(browser, portal.origin);
    await page.goto("/");
    await tabTo(page, "main .button");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/address");
    await tabTo(page, "#email");
    await page.keyboard.type(email);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/code");
    await tabTo(page, "#code");
    await page.keyboard.type(codeOf(await nextMailTo(portal, email)).replace(" ", ""));
    expect(await page.inputValue("#code")).toMatch(/^\d{4} \d{4}$/);
    await page.keyboard.press("Enter");
    await page.waitForSelector("#record:not([hidden])");
    await tabTo(page, "#filtering > summary");
    await page.keyboard.press("Space");
    await tabTo(page, "[name=evidence]");
    await page.keyboard.press("m");
    await expect.poll(() => page.textContent("#count")).toMatch(/^\d+ of \d+ looks$/);
    await tabTo(page, ".same");
    await page.keyboard.press("Enter");
    expect(await page.textContent("#marked")).toMatch(/looked/);
    await close();
  });

  it("shows a person chooser, without names, where one address stands for several customers", async () => {
    const email = await newAddressOf(portal, AMELIA.customerId, CAFE.customerId);
    const { page, close, faults } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    expect(await page.locator("#people button").allTextContents()).toEqual(["Person 1", "Person 2"]);
    await expectAccessible(page, "chooser");
    const seen: (string | null)[] = [];
    for (const person of [0, 1]) {
      await page.locator("#people button").nth(person).click();
      await page.waitForSelector("#record:not([hidden])");
      seen.push(await page.textContent("#summary"));
      await page.click("#account button");
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    }
    expect(new Set(seen).size).toBe(2);
    expect(faults).toEqual([]);
    await close();
  });

  it("leads to the record as a letter, a table and data", async () => {
    const { page, close } = await openTab(browser, portal.origin, { acceptDownloads: true });
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId));
    const reference = await page.textContent("#reference");
    for (const [format, begins] of [
      ["pdf", "%PDF-"],
      ["csv", "\ufeff"],
      ["json", '{"format":"regard-record/1"'],
    ] as const) {
      const [download] = await Promise.all([page.waitForEvent("download"), page.click(`[data-format=${format}]`)]);
      expect(download.suggestedFilename()).toMatch(new RegExp(`${reference}.*\\.${format}$`));
      const content = await readFile(await download.path(), "utf8");
      expect(content.slice(0, begins.length)).toBe(begins);
      expect(await page.textContent("#file-status")).toContain(download.suggestedFilename());
    }
    await close();
  });
});

describe("every page", () => {
  it("is accessible in every language, 320 px wide", async () => {
    const { page, faults, close } = await openTab(browser, portal.origin, { viewport: NARROW });
    for (const language of LANGUAGES)
      for (const name of OPEN_PAGES) {
        await page.goto(pathOf(name, language));
        expect(await page.getAttribute("html", "lang")).toMatch(new RegExp(`^${language}`));
        await expectAccessible(page, `${language} ${name}`, "words");
      }
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ["dark and without motion", { colorScheme: "dark", reducedMotion: "reduce" }],
    ["in forced colours", { forcedColors: "active", viewport: DESKTOP }],
    ["with more contrast", { contrast: "more", viewport: NARROW }],
  ] as const)("is accessible %s", async (_, options) => {
    const { page, faults, close } = await openTab(browser, portal.origin, options);
    for (const name of OPEN_PAGES) {
      await page.goto(pathOf(name, "de"));
      await expectAccessible(page, name, "colours");
    }
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId), "/de");
    await page.locator(".same").first().click();
    await expectAccessible(page, "record", "colours");
    expect(faults).toEqual([]);
    await close();
  });

  it("keeps its words on the page at twice the text size", async () => {
    const { page, close } = await openTab(browser, portal.origin, { viewport: NARROW });
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId), "/de");
    expect(await page.textContent("#summary")).toMatch(/Ihre Daten/);
    for (const path of ["/de/record", "/de/requests", "/de/how", "/de"]) {
      await page.goto(path);
      await page.waitForSelector("#record:not([hidden]), #requests li, h1");
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, sideways]).toEqual([path, 0]);
    }
    await close();
  });

  it("offers the browser's language once and leads nobody anywhere by itself", async () => {
    const { page, close } = await openTab(browser, portal.origin, { locale: "fr-CA" });
    await page.goto("/");
    expect(page.url()).toBe(`${portal.origin}/`);
    expect(await page.locator("aside:visible").allTextContents()).toEqual([expect.stringContaining("en français")]);
    await expectAccessible(page, "suggestion");
    await page.click("aside:visible button");
    await page.reload();
    expect(await page.locator("aside:visible").count()).toBe(0);
    await page.click(".languages a[hreflang=es]");
    expect(new URL(page.url()).pathname).toBe("/es");
    await close();
  });
});
