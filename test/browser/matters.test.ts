import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../functions/domain/vocabulary.ts";
import { AMELIA, CAFE } from "../../infra/local/sample/customers.ts";
import { pathOf } from "../../web/build/site.ts";
import { DESKTOP, expectAccessible, NARROW, openTab, PHONE, signInOn, useBrowsedPortal } from "../support/browser.ts";
import { decide, newCustomerWithLooks } from "../support/customer-looks.ts";
import { codeOf, newAddressOf, nextMailTo } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();

const problem = (page: Page) => page.textContent("#problem-words");
const askAbout = async (page: Page, words: string): Promise<string> => {
  await page.locator(".ask").first().click();
  await page.waitForSelector("#form:not([hidden])");
  await page.fill("#message", words);
  await page.click("#form [type=submit]");
  await page.waitForSelector("#sent:not([hidden])");
  return (await page.textContent("#sent-reference")) ?? "";
};

describe("reporting that someone who works there made contact", () => {
  it("offers help to everybody, leads back after the sign-in, and needs next to nothing", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close, faults } = await openTab(browser, portal.origin);
    await page.goto("/");
    await page.click(".panel a[href='/contact']");
    await page.waitForSelector("#sign-in:not([hidden])");
    expect(await page.locator("[data-country]:visible").textContent()).toContain("999");
    await expectAccessible(page, "contact: not signed in");
    await page.selectOption("#country", "DE");
    expect(await page.locator("[data-country]:visible").textContent()).toMatch(/110.*116 006/s);
    await page.click("#sign-in .button");
    await page.fill("#email", email);
    await page.click("#form button");
    await page.waitForURL("**/code");
    await page.fill("#code", codeOf(await nextMailTo(portal, email)));
    await page.click("#form button");
    await page.waitForURL("**/contact");
    await page.waitForSelector("#form:not([hidden])");
    await expectAccessible(page, "contact");

    await page.click("#form [type=submit]");
    expect(await problem(page)).toBe("Choose a day.");
    expect(await page.locator(".fault:visible").allTextContents()).toHaveLength(3);
    await page.fill("#day", "2999-01-01");
    await page.click("#form [type=submit]");
    expect(await problem(page)).toBe("This day lies in the future.");
    await expectAccessible(page, "contact: faults");
    await page.fill("#day", "2026-06-14");
    await page.selectOption("#channel", "messenger");
    await page.fill("#from", "07700 900123");
    await page.check("#safety-unsure");
    await page.click("#form [type=submit]");
    await page.waitForSelector("#sent:not([hidden])");
    await page.click("#sent-matter");
    await page.waitForSelector("#shown:not([hidden])");
    expect(await page.textContent(".own [data-part=facts]")).toMatch(
      /^Contacted on 14 June 2026: Messenger .*, from a number or account that ends in 0123$/,
    );
    expect(await page.textContent("#kinds")).toBe("Someone contacted me");
    expect(faults).toEqual([]);
    await close();
  });

  it("asks whom it is about where an address stands for several customers", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId, CAFE.customerId));
    await page.goto("/contact");
    await page.waitForSelector("#form:not([hidden])");
    expect(await page.locator("#person option").allTextContents()).toEqual(["Person 1", "Person 2"]);
    await expectAccessible(page, "contact: two persons");
    await close();
  });
});

describe("changing the address", () => {
  it.each([
    ["a phone", PHONE],
    ["a desktop", DESKTOP],
  ])("is held, told to the old address, and can be stopped, on %s", async (_, viewport) => {
    const { email } = await newCustomerWithLooks(portal);
    const fresh = `fresh.${email}`;
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport });
    await signInOn(page, portal, email);
    await page.goto("/requests");
    await page.click("a[href='/new-address']");
    await page.waitForSelector("#ask-form:not([hidden])");
    await expectAccessible(page, "new address");
    await page.click("#ask-form button");
    expect(await problem(page)).toBe("Type the new mail address.");
    await page.fill("#email", email);
    await page.click("#ask-form button");
    await expect.poll(() => problem(page)).toMatch(/address you are signed in with/);
    await expectAccessible(page, "new address: the same");
    await page.fill("#email", fresh);
    await page.click("#ask-form button");
    await page.waitForSelector("#code-form:not([hidden])");
    await expectAccessible(page, "new address: code");
    const code = codeOf(await nextMailTo(portal, fresh));
    await page.fill("#code", code === "0000 0000" ? "1111 1111" : "0000 0000");
    await page.click("#code-form [type=submit]");
    await expect.poll(() => problem(page)).toMatch(/not the code from the newest mail/);
    await page.fill("#code", code);
    await page.click("#code-form [type=submit]");
    await page.waitForSelector("#held:not([hidden])");
    expect(await page.textContent("#held-words")).toMatch(/^To f…@example\.com, on /);
    await expectAccessible(page, "new address: held");
    expect((await nextMailTo(portal, email, 2)).subject).toMatch(/about to change/);
    await page.reload();
    await page.waitForSelector("#held:not([hidden])");
    await page.click("#cancel");
    await page.waitForSelector("#ask-form:not([hidden])");
    expect(await page.textContent("#status")).toMatch(/stopped/);
    expect(faults).toEqual([]);
    await close();
  });
});

describe("what was decided about looks", () => {
  it("stands in the record from then on: the explanation in its row, the name that was released", async () => {
    const { customerId, email, eventIds } = await newCustomerWithLooks(portal);
    const of = { at: "2026-06-10T08:00:00.000Z", reference: "RG-7K2M-9QXD" } as const;
    const access = { source: "crm", eventId: eventIds[0] ?? "" };
    await decide(portal, customerId, {
      kind: "explanation",
      ...of,
      access,
      words: "He called.\n\nIt was <b>late</b>.",
    });
    const { page, close, faults } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    expect(await page.locator(".explained:visible").count()).toBe(1);
    expect(await page.locator(".look").first().locator(".explained").textContent()).toBe(
      "Explained on 10 June 2026: He called.\n\nIt was <b>late</b>.",
    );
    await expectAccessible(page, "record: explained");
    expect(faults).toEqual([]);
    await close();
  });
});

describe("the pages of what customers bring up", () => {
  it.each(LANGUAGES)("are accessible in %s, 320 px wide", async (language) => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport: NARROW });
    await signInOn(page, portal, email);
    const reference = await askAbout(page, "Why?");
    await page.goto("/record");
    await page.waitForSelector("#record:not([hidden])");
    await page.locator(".ask").first().click();
    for (const [name, ready] of [
      ["ask", "#form:not([hidden])"],
      ["contact", "#form:not([hidden])"],
      ["requests", "#requests li"],
      ["new-address", "#ask-form:not([hidden])"],
      ["matter", "#shown:not([hidden])"],
    ] as const) {
      await page.goto(`${pathOf(name, language)}${name === "matter" ? `#${reference}` : ""}`);
      await page.waitForSelector(ready);
      await expectAccessible(page, `${language} ${name}`);
    }
    expect(faults).toEqual([]);
    await close();
  });

  it("stay what they are for whoever goes past the header by keyboard, or from a problem to its field", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close, faults } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    const reference = await askAbout(page, "Why?");
    await page.goto(`/matter#${reference}`);
    await page.waitForSelector("#shown:not([hidden])");
    const where = () => page.evaluate(() => [location.hash, document.activeElement?.id ?? ""]);
    await page.focus(".skip");
    await page.keyboard.press("Enter");
    expect(await where()).toEqual([`#${reference}`, "content"]);
    await page.click("#form [type=submit]");
    await page.click("#problem-words a");
    expect(await where()).toEqual([`#${reference}`, "message"]);
    expect(await page.isVisible("#shown")).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  it.each([
    ["dark and without motion", { colorScheme: "dark", reducedMotion: "reduce" }],
    ["in forced colours", { forcedColors: "active", viewport: DESKTOP }],
    ["with more contrast", { contrast: "more", viewport: NARROW }],
  ] as const)("are accessible %s, and keep their words at twice the text size", async (_, options) => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close, faults } = await openTab(browser, portal.origin, options);
    await signInOn(page, portal, email, "/de");
    const reference = await askAbout(page, "Warum?");
    await page.goto("/de/record");
    await page.waitForSelector("#record:not([hidden])");
    await page.locator(".ask").first().click();
    for (const [path, ready] of [
      ["/de/ask", "#form:not([hidden])"],
      ["/de/contact", "#form:not([hidden])"],
      ["/de/requests", "#requests li"],
      ["/de/new-address", "#ask-form:not([hidden])"],
      [`/de/matter#${reference}`, "#shown:not([hidden])"],
    ] as const) {
      await page.goto(path);
      await page.waitForSelector(ready);
      await expectAccessible(page, path);
      // The widest reference that there can be.
      await page.evaluate(() => {
        const shown = document.querySelector("#reference");
        if (shown !== null) shown.textContent = "RG-WWWW-WWWW";
      });
      await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect([path, sideways]).toEqual([path, 0]);
    }
    expect(faults).toEqual([]);
    await close();
  });
});
