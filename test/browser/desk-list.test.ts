import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { DESKTOP, expectAccessible, NARROW, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson, typeAtProvider } from "../support/desk.ts";
import { choose, openDesk, openForm, openMatter, sendForm, type } from "../support/desk-pages.ts";

const LONG = 180_000;

const { portal, browser } = await useBrowsedPortal();

const queueOf = (page: Page): Promise<string[]> => page.locator("a.queue-row").allTextContents();
const matterOf = async (page: Page, kind: string): Promise<string> =>
  (await page.locator("a.queue-row", { hasText: kind }).first().getAttribute("href"))?.slice(1) ?? "";

describe("the list of open matters", () => {
  it.each([
    ["a narrow phone", NARROW],
    ["a desktop", DESKTOP],
  ])(
    "shows every state of the sample's matters, on %s",
    async (_, viewport) => {
      const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport });
      await expect.poll(() => queueOf(page)).not.toEqual([]);
      const [first = ""] = await queueOf(page);
      expect(first).toMatch(/14 days late|days late/);
      await expectAccessible(page, "the list");
      for (const kind of ["Signal", "Paused", "the second person", "the employee or manager"]) {
        await openMatter(page, await matterOf(page, kind));
        await expectAccessible(page, kind);
        await page.click(".back");
        await page.waitForSelector(".queue");
      }
      expect(faults).toEqual([]);
      await close();
    },
    LONG,
  );

  it.each(["fr", "de", "es"])(
    "and every matter of it fit a narrow phone, in %s",
    async (language) => {
      const options = { viewport: NARROW, locale: language, prefix: `/${language}` };
      const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "dpo"), options);
      await page.waitForSelector(".queue-row");
      const places = await page.locator("a.queue-row").evaluateAll((links) => links.map((a) => a.getAttribute("href")));
      for (const place of places) {
        await openMatter(page, place?.slice(1) ?? "");
        await openForm(page, "note");
        await expectAccessible(page, `${language} ${place}`);
      }
      expect(faults).toEqual([]);
      await close();
    },
    LONG,
  );

  it(
    "is filtered, searched and walked through without a mouse",
    async () => {
      const { page, close } = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport: DESKTOP });
      await page.waitForSelector(".queue-row");
      const all = await queueOf(page);
      await page.selectOption("[name=whose]", "nobodys");
      const nobodys = await queueOf(page);
      expect(nobodys.length).toBeLessThan(all.length);
      expect(nobodys.every((line) => line.includes("nobody yet"))).toBe(true);
      await page.selectOption("[name=whose]", "");
      await page.locator("#queue-heading").focus();
      await page.keyboard.press("j");
      await page.keyboard.press("ArrowDown");
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(all[1]);
      await page.keyboard.press("k");
      await page.keyboard.press("Enter");
      await page.waitForSelector(".matter");
      await page.keyboard.press("u");
      await page.waitForSelector(".queue-row");
      const reference = await matterOf(page, "Signal");
      // Rows can be there a frame before the keys are.
      const toSearch = async () => {
        await page.keyboard.press("/");
        return page.evaluate(() => document.activeElement?.tagName);
      };
      await expect.poll(toSearch).toBe("INPUT");
      await page.keyboard.type(reference.toLowerCase().replaceAll("-", " "));
      await expect.poll(() => page.locator("a.queue-row").count()).toBe(1);
      await page.keyboard.press("Enter");
      await page.waitForSelector(".matter");
      // The heading has the focus as soon as it is there, and takes it from nobody who types by then.
      const isHeadingFirst = page.evaluate(
        () =>
          new Promise((told) => {
            const look = (): void => {
              const heading = document.querySelector("#queue-heading");
              if (heading !== null) told(document.activeElement === heading);
            };
            new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
          }),
      );
      await page.goBack();
      expect(await isHeadingFirst).toBe(true);
      await page.waitForSelector(".queue");
      await page.locator("#queue-heading").focus();
      await page.keyboard.press("?");
      await page.waitForSelector("dialog[open]");
      await expectAccessible(page, "the keys");
      await page.uncheck("dialog[open] [type=checkbox]");
      await page.keyboard.press("Escape");
      await page.waitForSelector("dialog[open]", { state: "detached" });
      await page.keyboard.press("/");
      expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe("INPUT");
      await close();
    },
    LONG,
  );

  it(
    "is kind where nothing is open, and says what went wrong where it cannot be read",
    async () => {
      const { page, close } = await openDesk(browser, portal, deskPerson(portal, "dpo"));
      await page.route("**/api/desk/queue", (route) => route.fulfill({ json: { matters: [] } }), { times: 1 });
      await page.click("button >> text=Look again");
      await page.waitForSelector(".kind");
      expect(await page.textContent(".kind")).toContain("Everybody who asked has an answer.");
      await expectAccessible(page, "nothing is open");
      await page.context().setOffline(true);
      await page.click("button >> text=Look again");
      await page.waitForSelector("[role=alert]");
      expect(await page.textContent("[role=alert]")).toMatch(/connection/);
      await close();
    },
    LONG,
  );
});

describe("a second person", () => {
  it(
    "is told beforehand why they cannot decide, or to show once more who they are",
    async () => {
      const tab = await openDesk(browser, portal, deskPerson(portal, "approver", 1), { viewport: DESKTOP });
      const { page } = tab;
      const reference = await matterOf(page, "the second person");
      await openMatter(page, reference);
      await page.clock.install();
      await openForm(page, "decide-release");
      await expectAccessible(page, "decide");
      await choose(page, "decision", "decline");
      await type(page, "words", "Not without another talk.");
      await page.route(
        "**/api/desk/matter/release/decision",
        (route) =>
          route.fulfill({
            status: 403,
            contentType: "application/problem+json",
            json: { type: "about:blank", title: "", status: 403, code: "STAFF_SIGN_IN_STALE", detail: "" },
          }),
        { times: 1 },
      );
      await page.click(".act-form [type=submit]");
      await page.waitForSelector(".act-form [role=alert]");
      await expectAccessible(page, "sign in again");
      await page.click(".act-form [role=alert] button");
      await page.waitForSelector("#user");
      await typeAtProvider(page, deskPerson(portal, "approver", 1));
      await page.waitForSelector(".act-form");
      expect(new URL(page.url()).hash).toBe(`#${reference}`);
      expect(await page.inputValue(".act-form textarea")).toBe("Not without another talk.");
      expect(await page.isChecked("input[name=decision][value=decline]")).toBe(true);
      expect(await sendForm(page)).toContain("decision is kept");
      expect(tab.faults).toEqual([]);
      await tab.close();
    },
    LONG,
  );
});
