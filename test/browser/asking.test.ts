import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { CAFE } from "../../infra/local/sample/customers.ts";
import { DESKTOP, expectAccessible, openTab, PHONE, signInOn, tabTo, useBrowsedPortal } from "../support/browser.ts";
import { newCustomerWithLooks, writeLetter } from "../support/customer-looks.ts";
import { codeOf, mailsTo, newAddressOf, nextMailTo } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent?.trim() ?? "");
const problem = (page: Page) => page.textContent("#problem-words");
describe("asking about looks", () => {
  it.each([
    ["a phone", PHONE],
    ["a desktop", DESKTOP],
  ])("goes from the row to the answer, and is accessible on the way, on %s", async (_, viewport) => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close, faults, requests } = await openTab(browser, portal.origin, {
      viewport,
      acceptDownloads: true,
    });
    await signInOn(page, portal, email);
    await page.locator(".ask").first().click();
    await page.waitForURL("**/ask");
    await page.waitForSelector("#form:not([hidden])");
    await expectAccessible(page, "ask");
    const boxes = page.locator("#choices input");
    expect(await boxes.count()).toBe(3);
    expect([await boxes.nth(0).isChecked(), await boxes.nth(1).isChecked()]).toEqual([true, false]);

    await page.click("#form [type=submit]");
    expect(await problem(page)).toBe("Write a few words first.");
    await expectAccessible(page, "ask: nothing typed");
    await page.fill("#message", "x".repeat(2_001));
    expect(await page.textContent("#message-count")).toBe("2,001 of 2,000 characters");
    await page.click("#form [type=submit]");
    expect(await problem(page)).toBe("This is too long: take away 1 character.");
    expect((await page.inputValue("#message")).length).toBe(2_001);
    await page.fill("#message", "They have looked\u202e too often.\n\nWhy?");
    await page.click("#all");
    await page.click("#form [type=submit]");
    await page.waitForSelector("#sent:not([hidden])");
    expect(await focused(page)).toBe("We have received it");
    const reference = (await page.textContent("#sent-reference")) ?? "";
    expect(reference).toMatch(/^RG-/);
    await expect.poll(() => page.textContent("#sent-due")).toMatch(/^Due by the end of/);
    await expectAccessible(page, "ask: sent");
    const deskMail = await nextMailTo(portal, "dpo@marlow-finch.example");
    expect(`${deskMail.subject}${deskMail.body.text}`).not.toContain(email);

    await page.click("#sent-matter");
    await page.waitForSelector("#shown:not([hidden])");
    expect(await page.textContent("#state")).toBe("Received; nobody has begun yet");
    expect(await page.locator("#lines h3").allTextContents()).toEqual(["You asked", expect.any(String)]);
    expect(await page.textContent(".typed")).toBe("They have looked too often.\n\nWhy?");
    expect(await page.textContent(".own [data-part=facts]")).toMatch(/^About the looks of: .*; .*; /);
    await expectAccessible(page, "matter");
    const [download] = await Promise.all([page.waitForEvent("download"), page.click(".letter button")]);
    expect(download.suggestedFilename()).toMatch(new RegExp(`^regard-${reference}-.*\\.pdf$`));
    expect((await readFile(await download.path(), "utf8")).slice(0, 5)).toBe("%PDF-");

    await page.fill("#message", "One more thing.");
    await page.click("#form [type=submit]");
    await expect.poll(() => page.textContent("#file-status")).toMatch(/^Sent/);
    expect(await page.locator("#lines h3").last().textContent()).toBe("You wrote");
    expect(await page.inputValue("#message")).toBe("");

    await writeLetter(portal, reference);
    await page.click("nav a[href='/requests']");
    await page.waitForSelector("#requests .unread:not([hidden])");
    expect(await page.textContent("#requests .unread:not([hidden])")).toBe("1 new letter");
    expect(await page.locator("#requests > li").count()).toBe(2);
    await expectAccessible(page, "requests");
    await page.click(`#requests a[href$='${reference}']`);
    await page.waitForSelector("#shown:not([hidden])");
    expect(await page.locator("#lines h3").last().textContent()).toBe("A word from the desk");
    expect(await page.content()).not.toMatch(/canary/i);
    expect(faults).toEqual([]);
    expect(requests.filter((url) => url.includes("RG-") && !url.includes("#"))).toEqual([]);
    await close();
  });

  it("gathers looks of several people, and shows a question that the service has lost rows for in words", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    await page.locator(".ask").last().click();
    await page.waitForSelector("#form:not([hidden])");
    expect(await page.locator("#choices li").count()).toBe(1);
    await page.click("#form a[href='/record']");
    await page.waitForSelector("#record:not([hidden])");
    await page.locator(".ask").first().click();
    await page.waitForSelector("#form:not([hidden])");
    expect(await page.locator("#choices input:checked").count()).toBe(2);
    expect(await page.locator("#choices li").count()).toBe(4);
    await page.fill("#message", "Why?");
    await page.route("**/api/questions", (route) =>
      route.fulfill({ status: 422, json: { code: "ROWS_UNKNOWN", status: 422 } }),
    );
    await page.click("#form [type=submit]");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await problem(page)).toMatch(/no longer in your record/);
    expect(await page.inputValue("#message")).toBe("Why?");
    await close();
  });

  it("needs no mouse", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    await tabTo(page, ".ask");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#form:not([hidden])");
    await tabTo(page, "#look-1");
    await page.keyboard.press("Space");
    await tabTo(page, "#message");
    await page.keyboard.type("Why?");
    await tabTo(page, "#form [type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#sent:not([hidden])");
    expect(await page.textContent("#sent-reference")).toMatch(/^RG-/);
    await close();
  });
});

describe("what somebody types", () => {
  it("survives a reload, a lost connection, another page and the end of a sign-in, and is gone once it was sent", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    await page.locator(".ask").first().click();
    await page.fill("#message", "My words");
    await page.reload();
    await page.waitForSelector("#form:not([hidden])");
    expect(await page.inputValue("#message")).toBe("My words");
    await page.context().setOffline(true);
    await page.click("#form [type=submit]");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await problem(page)).toMatch(/Check your connection/);
    await page.context().setOffline(false);
    await page.goto("/how");
    await page.goto("/ask");
    await page.waitForSelector("#form:not([hidden])");
    await page.context().clearCookies();
    await page.click("#form [type=submit]");
    await page.waitForURL("**/address#ended");
    const known = (await mailsTo(portal, email)).length;
    await page.click("#form button");
    await page.waitForURL("**/code");
    await page.fill("#code", codeOf(await nextMailTo(portal, email, known)));
    await page.click("#form button");
    await page.waitForURL("**/ask");
    await page.waitForSelector("#form:not([hidden])");
    expect(await page.inputValue("#message")).toBe("My words");
    await page.click("#form [type=submit]");
    await page.waitForSelector("#sent:not([hidden])");
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain("My words");
    await close();
  });

  it("is forgotten when they sign out, leave quickly, or somebody else signs in", async () => {
    for (const go of [
      async (page: Page) => {
        await page.click("#sign-out");
        await page.waitForURL(`${portal.origin}/`);
      },
      async (page: Page) => {
        await page.route("https://www.bbc.com/**", (route) =>
          route.fulfill({ contentType: "text/html", body: "Sunny" }),
        );
        await page.click("#exit");
        await page.waitForURL("https://www.bbc.com/weather");
        await page.goto(`${portal.origin}/how`);
      },
      async (page: Page) => {
        await page.context().clearCookies();
        await page.goto("/address");
        await page.fill("#email", await newAddressOf(portal, CAFE.customerId));
        await page.click("#form button");
        await page.waitForURL("**/code");
      },
    ]) {
      const { email } = await newCustomerWithLooks(portal);
      const { page, close } = await openTab(browser, portal.origin);
      await signInOn(page, portal, email);
      await page.locator(".ask").first().click();
      await page.fill("#message", "My words");
      await go(page);
      expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toMatch(/My words|asked-about":"[^"]/);
      await close();
    }
  });

  it("too much to be sent at all is refused in words, and is still there", async () => {
    const { email } = await newCustomerWithLooks(portal);
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, email);
    await page.goto("/contact");
    await page.waitForSelector("#form:not([hidden])");
    await page.fill("#day", "2026-01-05");
    await page.selectOption("#channel", "call");
    await page.check("#safety-safe");
    await page.evaluate(() => {
      const from = document.querySelector<HTMLInputElement>("#from");
      if (from === null) return;
      from.removeAttribute("maxlength");
      from.value = "x".repeat(10 * 2 ** 20);
    });
    await page.click("#form [type=submit]");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await problem(page)).toMatch(/too long to be sent/);
    await close();
  });
});
