import { beforeAll, describe, expect, it } from "vitest";
import { DESKTOP, expectAccessible, NARROW, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson } from "../support/desk.ts";
import { openDesk } from "../support/desk-pages.ts";

const { portal, browser } = await useBrowsedPortal();
beforeAll(async () => {
  // The rules run over what the sample company sent.
  await portal.schedules.runNow();
});

describe("signals that belong to no customer", () => {
  it("are seen to by the officer, whose words stay until they have arrived", async () => {
    const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport: DESKTOP });
    await page.click("a[href='#findings']");
    await page.waitForSelector("section.panel h2");
    await expectAccessible(page, "findings");
    const open = await page.locator("section.panel form").count();
    expect(open).toBeGreaterThan(0);

    // What is pasted is never cut off: too much is said, and nothing is sent.
    const pasted = "x".repeat(2_001);
    await page.locator("section.panel textarea").first().fill(pasted);
    await page.locator("section.panel form button").first().click();
    expect(await page.locator("section.panel .fault").first().textContent()).toContain("1");
    await expectAccessible(page, "findings: too much");
    expect(await page.locator("section.panel textarea").first().inputValue()).toBe(pasted);
    expect(await page.locator("section.panel form").count()).toBe(open);

    const words = "The source was off for maintenance <b>that day</b>.";
    await page.locator("section.panel textarea").first().fill(words);
    await page.reload();
    await page.waitForSelector("section.panel form");
    expect(await page.locator("section.panel textarea").first().inputValue()).toBe(words);
    await page.locator("section.panel form button").first().click();
    await expect.poll(() => page.locator("section.panel form").count()).toBe(open - 1);
    expect(await page.locator("section.panel .told").allTextContents()).toEqual([words]);
    await expectAccessible(page, "findings: seen to");
    expect(faults).toEqual([]);
    await close();
  });

  it.each(["en", "fr", "de", "es"])("are read by the second person too, on a narrow phone, in %s", async (language) => {
    const prefix = language === "en" ? "" : `/${language}`;
    const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "approver"), {
      ...{ viewport: NARROW, locale: language, prefix },
    });
    await page.click("a[href='#findings']");
    await page.waitForSelector("section.panel h2");
    expect(await page.locator("section.panel form").count()).toBe(0);
    await expectAccessible(page, `findings ${language}`);
    expect(faults).toEqual([]);
    await close();
  });
});
