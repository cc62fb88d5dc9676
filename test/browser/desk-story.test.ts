import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import { CURIOUS_DRIVER } from "../../infra/local/sample/staff.ts";
import { DESKTOP, expectAccessible, openTab, PHONE, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson } from "../support/desk.ts";
import {
  choose,
  customerOf,
  openDesk,
  openForm,
  openMatter,
  readLetter,
  sendForm,
  type,
} from "../support/desk-pages.ts";
import { mailsTo, nextMailTo } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();

const MANAGER = "depot.manager@marlow-finch.example";
const linkIn = (text: string): string => /http\S+\/answer#\S+/.exec(text)?.[0] ?? "";

const proposeRelease = async (page: Page): Promise<void> => {
  await openForm(page, "propose-release");
  await expectAccessible(page, "propose a release");
  for (const question of ["essentialFor", "otherMeans", "employeeView", "safety"])
    await type(page, question, `Weighed: ${question}.`);
  await type(page, "words", "You need the name to ask a court for protection.");
  expect(await readLetter(page)).toContain("Kieran Doyle");
  await expectAccessible(page, "the letter before it is proposed");
  expect(await sendForm(page)).toContain("waits for the second person");
};

describe("the driver's four looks, from the question to the end", () => {
  it.each([
    ["a desktop", DESKTOP],
    ["a phone", PHONE],
  ])(
    "are asked about, weighed by people and told to whom they concern, on %s",
    async (_, viewport) => {
      const amelia = await customerOf(portal, AMELIA.customerId);
      const reference = await amelia.ask("Why did the driver open my number after the delivery?", (row) => {
        return row.employee.name === CURIOUS_DRIVER.name && row.action === "reveal";
      });
      const today = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
      const joined = await amelia.report({
        contactedOn: today,
        channel: "text",
        words: "Hi Amelia…",
        safety: "unsure",
      });
      expect(joined).toBe(reference);

      const desk = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport });
      const { page } = desk;
      await expectAccessible(page, "the list");
      await page.click(`a[href="#${reference}"]`);
      await page.waitForSelector(".matter");
      expect(await page.locator(".told").allTextContents()).toEqual([
        expect.stringContaining("asks about 4 looks"),
        expect.stringContaining("Hi Amelia…"),
      ]);
      expect(await page.locator(".look.named").count()).toBe(4);
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe("/desk");
      await expectAccessible(page, "a new matter");

      await openForm(page, "take");
      await sendForm(page);
      await openForm(page, "ask");
      await expectAccessible(page, "ask");
      expect(await page.locator(".act-form .pick-looks input:checked").count()).toBe(4);
      await choose(page, "to", "manager");
      await type(page, "email", MANAGER);
      await type(page, "words", "What were these four looks for?");
      const known = (await mailsTo(portal, MANAGER)).length;
      expect(await sendForm(page)).toContain("on its way");
      expect(await page.textContent(".not-now")).toContain("heard first");

      const link = linkIn((await nextMailTo(portal, MANAGER, known)).body.text);
      const manager = await openTab(browser, portal.origin, { viewport: PHONE });
      await manager.page.goto(link);
      await manager.page.waitForSelector("#ask:not([hidden])");
      expect(manager.page.url()).toBe(`${portal.origin}/answer`);
      expect(await manager.page.textContent("#question")).toBe("What were these four looks for?");
      expect(await manager.page.locator("#looks li").count()).toBe(4);
      await expectAccessible(manager.page, "the question");
      await manager.page.fill("#reply", "I know of no reason. He was off shift.");
      await manager.page.click("#form button");
      await manager.page.waitForSelector("#thanks:not([hidden])");
      await expectAccessible(manager.page, "thank you");
      expect(manager.faults).toEqual([]);
      await manager.close();

      await openMatter(page, reference);
      await page.reload();
      await page.waitForSelector(".matter");
      expect(await page.textContent(".look-said")).toContain("He was off shift.");
      await proposeRelease(page);

      const second = await openDesk(browser, portal, deskPerson(portal, "approver"), { viewport: PHONE });
      expect(await second.page.textContent(".for-me")).toContain("your decision");
      await openMatter(second.page, reference);
      await openForm(second.page, "decide-release");
      expect(await second.page.textContent(".act-form")).toContain("Weighed: safety.");
      await choose(second.page, "decision", "approve");
      await type(second.page, "words", "The court cannot act without it.");
      expect(await readLetter(second.page)).toContain("Kieran Doyle");
      await expectAccessible(second.page, "the second person decides");
      await sendForm(second.page);
      expect(second.faults).toEqual([]);
      await second.close();
      expect((await nextMailTo(portal, amelia.email, 2)).body.text).not.toContain("Doyle");
      const told = await amelia.browser.send("POST", "/api/matter", { reference, language: "en" });
      expect(await told.text()).toContain("Kieran Doyle");

      await page.reload();
      await page.waitForSelector(".matter");
      await openForm(page, "mark-misuse");
      await choose(page, "tell", "yes");
      await type(page, "words", "Four looks without a delivery, and no reason given.");
      await type(page, "letterWords", "Somebody opened your number without a reason. He cannot do so any more.");
      await expectAccessible(page, "state misuse");
      expect(await readLetter(page)).toContain("personal data breach");
      await sendForm(page);
      expect(await page.textContent(".panel.breach")).toMatch(/7[12] h \d+ min left of 72 hours/);
      await expectAccessible(page, "the 72 hours run");
      expect(await page.textContent(".not-now")).toContain("Decide on the breach first.");

      await openForm(page, "look-back");
      await page.click(".act-form [type=submit]");
      await page.waitForSelector("#look-back");
      expect(await page.locator("#look-back .customers li").count()).toBeGreaterThan(3);
      expect(await page.textContent("#look-back")).not.toContain("C-10");
      await page.click("#look-back button >> text=Choose all");
      await expectAccessible(page, "the look-back");
      await page.locator("#look-back button", { hasText: "Open matter" }).click();
      await expect.poll(() => page.textContent("#look-back [role=status]")).toMatch(/RG-.{4}-.{4}/);

      await openForm(page, "decide-breach");
      await choose(page, "kind", "notified");
      await type(page, "reasons", "Told through the authority's form.");
      await type(page, "authorityReference", "IC-123456");
      await sendForm(page);
      await openForm(page, "close");
      await choose(page, "outcome", "misuse");
      await type(page, "words", "Thank you for telling us.");
      expect(await readLetter(page)).toContain("without a valid reason");
      await page.click(".act-form [type=submit]");
      await page.waitForSelector(".side .do", { state: "detached" });
      expect(await page.textContent(".matter-head")).toContain("Closed");
      expect(await page.locator(".matter button[data-act]").count()).toBe(0);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await expectAccessible(page, "a closed matter");
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(desk.faults).toEqual([]);
      expect(desk.requests.filter((url) => url.includes("RG-"))).toEqual([]);
      await desk.close();
    },
    240_000,
  );
});
