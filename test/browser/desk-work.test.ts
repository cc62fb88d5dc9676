import { describe, expect, it } from "vitest";
import { CAFE, COUPLE, NEWCOMER, REGULARS } from "../../infra/local/sample/customers.ts";
import { DESKTOP, expectAccessible, PHONE, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson, typeAtProvider } from "../support/desk.ts";
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
import { HOSTILE_TEXTS } from "../support/hostile-text.ts";

const LONG = 180_000;

const { portal, browser } = await useBrowsedPortal();

const newMatter = async (customerId: string, words: string): Promise<string> => {
  const customer = await customerOf(portal, customerId);
  return customer.ask(words, ({ action }) => action === "view");
};

describe("what somebody types at the desk", () => {
  it(
    "survives a reload and the end of the sign-in, and belongs to whoever typed it",
    async () => {
      const reference = await newMatter(NEWCOMER.customerId, "Who packed this?");
      const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport: DESKTOP });
      await openMatter(page, reference);
      await openForm(page, "take");
      await sendForm(page);
      await openForm(page, "message");
      await type(page, "words", "Half a sentence");
      await page.reload();
      await page.waitForSelector(".act-form");
      expect(await page.inputValue(".act-form textarea")).toBe("Half a sentence");

      await page.context().clearCookies();
      await page.click(".act-form [type=submit]");
      await page.waitForSelector("#door:not([hidden])");
      expect(await page.content()).not.toContain("Half a sentence");
      await page.click("#sign-in");
      await typeAtProvider(page, deskPerson(portal, "dpo"));
      await page.waitForSelector(".act-form");
      expect(await page.inputValue(".act-form textarea")).toBe("Half a sentence");

      await page.click("#sign-out");
      await page.waitForSelector("#unsent[open]");
      await expectAccessible(page, "unsent texts");
      await page.click("#unsent [value=keep]");
      await page.waitForSelector("#door:not([hidden])");
      await page.click("#sign-in");
      await typeAtProvider(page, deskPerson(portal, "dpo", 1));
      await openMatter(page, reference);
      await openForm(page, "message");
      expect(await page.inputValue(".act-form textarea")).toBe("");
      await type(page, "words", "Another hand");
      await page.click("#sign-out");
      await page.click("#unsent [value=erase]");
      await page.waitForSelector("#door:not([hidden])");
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
    LONG,
  );

  it(
    "is kept where somebody else was faster, who is shown beside it",
    async () => {
      const reference = await newMatter(COUPLE[0].customerId, "Why?");
      const one = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport: DESKTOP });
      const other = await openDesk(browser, portal, deskPerson(portal, "dpo", 1), { viewport: PHONE });
      await openMatter(one.page, reference);
      await openForm(one.page, "take");
      await sendForm(one.page);
      await openMatter(other.page, reference);
      await openForm(other.page, "message");
      await type(other.page, "words", "Mine was second.");
      await openForm(one.page, "note");
      await type(one.page, "words", "Mine was first.");
      await sendForm(one.page);

      expect(await readLetter(other.page)).toContain("Mine was second.");
      await other.page.click(".act-form [type=submit]");
      await other.page.waitForSelector(".act-form [role=alert]");
      expect(await other.page.textContent(".act-form [role=alert]")).toContain("Mine was first.");
      expect(await other.page.inputValue(".act-form textarea")).toBe("Mine was second.");
      await expectAccessible(other.page, "somebody else was faster");
      expect(await readLetter(other.page)).toContain("Mine was second.");
      expect(await sendForm(other.page)).toContain("on its way");

      await openForm(other.page, "close");
      await choose(other.page, "outcome", "no-finding");
      await type(other.page, "words", "It ends here.");
      await readLetter(other.page);
      await one.page.reload();
      await one.page.waitForSelector(".matter");
      await openForm(one.page, "close");
      await choose(one.page, "outcome", "explained");
      await type(one.page, "words", "It ends there.");
      await readLetter(one.page);
      await one.page.click(".act-form [type=submit]");
      await one.page.waitForSelector(".side .do", { state: "detached" });
      await other.page.click(".act-form [type=submit]");
      await other.page.waitForSelector("text=cannot be done any more");
      expect(await other.page.inputValue(".act-form textarea")).toBe("It ends here.");
      expect([...one.faults, ...other.faults]).toEqual([]);
      await one.close();
      await other.close();
    },
    LONG,
  );

  it(
    "is sent once, however often the button is pressed, and is done where only the answer was lost",
    async () => {
      const reference = await newMatter(CAFE.customerId, "Why so often?");
      const { page, close, requests } = await openDesk(browser, portal, deskPerson(portal, "dpo"));
      await openMatter(page, reference);
      await openForm(page, "take");
      await sendForm(page);
      await openForm(page, "note");
      await type(page, "words", "Once.");
      await page.locator(".act-form [type=submit]").dblclick();
      await page.waitForSelector(".act-form", { state: "detached" });
      expect(requests.filter((url) => url.endsWith("/api/desk/matter/note"))).toHaveLength(1);

      await openForm(page, "note");
      await type(page, "words", "It got through.");
      await page.route("**/api/desk/matter/note", (route) => route.fetch().then(() => route.abort()), { times: 1 });
      await page.click(".act-form [type=submit]");
      await page.waitForSelector(".act-form .fault");
      expect(await page.inputValue(".act-form textarea")).toBe("It got through.");
      expect(await sendForm(page)).toContain("arrived already");
      expect(await page.locator(".story .said", { hasText: "It got through." }).count()).toBe(1);
      await close();
    },
    LONG,
  );

  it(
    "shows as text and nothing else, whatever it is",
    async () => {
      const [, , , lukas] = REGULARS;
      const words = HOSTILE_TEXTS.join("\n");
      const customer = await customerOf(portal, lukas.customerId);
      const reference = await customer.report({ contactedOn: "2026-01-02", channel: "other", safety: "unsure", words });
      const { page, close, faults } = await openDesk(browser, portal, deskPerson(portal, "dpo"), { viewport: DESKTOP });
      await openMatter(page, reference);
      const state = await page.textContent(".matter-head");
      if (state?.includes("New")) {
        await openForm(page, "take");
        await sendForm(page);
      }
      await openForm(page, "note");
      await type(page, "words", words);
      await page.reload();
      await page.waitForSelector(".act-form");
      await sendForm(page);
      await openForm(page, "message");
      await type(page, "words", words);
      const letter = await readLetter(page);
      for (const text of HOSTILE_TEXTS) expect(letter).toContain(text);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await sendForm(page);
      await page.waitForSelector(".story");
      const shown = (await page.textContent(".matter")) ?? "";
      for (const text of HOSTILE_TEXTS) expect(shown.split(text).length).toBeGreaterThanOrEqual(4);
      expect(await page.locator(".matter :is(script, img, iframe, object, style)").count()).toBe(0);
      expect(faults).toEqual([]);
      await close();
    },
    LONG,
  );
});
