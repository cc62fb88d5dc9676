import { beforeAll, describe, expect, it } from "vitest";
import { AMELIA, CAFE, UNSEEN } from "../../infra/local/sample/customers.ts";
import { expectAccessible, openTab, signInOn, type Tab, useBrowsedPortal } from "../support/browser.ts";
import { newAddressOf } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();
let tab: Tab;
beforeAll(async () => {
  tab = await openTab(browser, portal.origin);
  await signInOn(tab.page, portal, await newAddressOf(portal, CAFE.customerId));
});

const numbers = (text: string | null): number[] => (text ?? "").replaceAll(",", "").match(/\d+/g)?.map(Number) ?? [];

describe("the rows of a long record", () => {
  it("come fifty at a time, newest first, and nothing above them moves", async () => {
    const { page } = tab;
    const [total = 0] = numbers(await page.textContent("#count"));
    expect(total).toBeGreaterThan(1_000);
    expect(await page.locator(".look").count()).toBe(50);
    const times = await page.locator(".look time").evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));
    expect(times).toEqual(times.toSorted().reverse());

    await page.locator("#more").scrollIntoViewIfNeeded();
    const before = await page.evaluate(() => [scrollY, document.querySelector(".look")?.getBoundingClientRect().top]);
    await page.click("#more");
    expect(await page.locator(".look").count()).toBe(100);
    expect(await page.evaluate(() => [scrollY, document.querySelector(".look")?.getBoundingClientRect().top])).toEqual(
      before,
    );
    const rows = page.locator(".look");
    expect(await rows.nth(50).evaluate((row) => row === document.activeElement)).toBe(true);
    const days = await page.locator("#looks h3").allTextContents();
    expect(days).toEqual([...new Set(days)]);
  });

  it("answer every filter at once, together, and say how many fit", async () => {
    const { page } = tab;
    await page.click("#filtering > summary");
    const [total = 0] = numbers(await page.textContent("#count"));
    const [stated = 0] = numbers(await page.textContent("[data-count=stated]"));
    await page.selectOption("[name=evidence]", "stated");
    expect(numbers(await page.textContent("#count"))).toEqual([stated, total]);
    expect(new Set(await page.locator(".look [data-part=level]").allTextContents())).toEqual(new Set(["Stated"]));

    await page.selectOption("[name=evidence]", "");
    const person = page.locator("[name=person] option").nth(1);
    const [ofPerson] = numbers(await page.locator("[name=person] option").nth(1).textContent()).slice(-1);
    await page.selectOption("[name=person]", (await person.getAttribute("value")) ?? "");
    expect(numbers(await page.textContent("#count"))[0]).toBe(ofPerson);

    const oldest = await page.getAttribute("[name=from]", "min");
    await page.fill("[name=to]", oldest ?? "");
    await page.selectOption("[name=person]", "");
    const days = await page.locator("#looks h3").count();
    expect(days).toBe(1);
    await page.fill("[name=to]", "2001-01-01");
    expect(await page.textContent("#count")).toBe("No look fits these filters.");
    expect(await page.locator("#more").isVisible()).toBe(false);
    await expectAccessible(page, "record: nothing fits");

    await page.click("#filters [type=reset]");
    await expect.poll(async () => numbers(await page.textContent("#count"))).toEqual([total]);
    expect(await page.locator(".look").count()).toBe(50);
  });

  it("mark everything that the same person did, also what is shown later", async () => {
    const { page } = tab;
    const first = page.locator(".look").first();
    const who = await first.locator("[data-part=who]").textContent();
    await first.locator(".same").click();
    expect(await first.locator(".same").getAttribute("aria-pressed")).toBe("true");
    const [count = 0] = numbers((await page.textContent("#marked"))?.replace(who ?? "", "") ?? "");
    while (await page.locator("#more").isVisible()) await page.click("#more");
    const marked = page.locator(".look.marked");
    expect(await marked.count()).toBe(count);
    expect(new Set(await marked.locator("[data-part=who]").allTextContents())).toEqual(new Set([who]));
    await first.locator(".same").click();
    expect(await marked.count()).toBe(0);
  });

  it("add up to the picture, its table and its text", async () => {
    const { page } = tab;
    const cells = await page.locator("#table tr td:last-child").allTextContents();
    const [total] = numbers(await page.textContent("#count"));
    expect(cells.map(Number).reduce((sum, n) => sum + n, 0)).toBe(total);
    const label = await page.getAttribute("#picture", "aria-label");
    expect(label).toContain(`(${Math.max(...cells.map(Number))})`);
    expect(tab.faults).toEqual([]);
  });

  it("come in as many answers as it takes, and say how far it is", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    const email = await newAddressOf(portal, CAFE.customerId);
    // The service gives thousands of rows at once; here every answer is cut to a few hundred.
    const STEP = 400;
    await page.route("**/api/record", async (route) => {
      const { offset } = route.request().postDataJSON();
      const answer = await route.fetch({ postData: { ...route.request().postDataJSON(), offset: 0 } });
      const { header, accesses } = await answer.json();
      const part = accesses.slice(offset, offset + STEP);
      const next = offset + STEP < accesses.length ? { nextOffset: offset + STEP } : {};
      await route.fulfill({ response: answer, json: { header, accesses: part, ...next } });
    });
    await signInOn(page, portal, email);
    expect(await page.textContent("#count")).toBe(await tab.page.textContent("#count"));
    await close();
  });
});

describe("a record", () => {
  it("without a look says so", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin);
    await signInOn(page, portal, await newAddressOf(portal, UNSEEN.customerId));
    expect(await page.textContent("#count")).toBe("No look at your data is on record.");
    await expectAccessible(page, "record: empty");
    expect(faults).toEqual([]);
    await close();
  });

  it("is in the language of its page", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInOn(page, portal, await newAddressOf(portal, AMELIA.customerId), "/fr");
    const summaries: (string | null)[] = [];
    for (const path of ["/fr/record", "/record", "/de/record", "/es/record"]) {
      await page.goto(path);
      await page.waitForSelector("#record:not([hidden])");
      summaries.push(await page.textContent("#summary"));
    }
    expect(summaries.map((text) => /vos données|your data|Ihre Daten|sus datos/.exec(text ?? "")?.[0])).toEqual([
      "vos données",
      "your data",
      "Ihre Daten",
      "sus datos",
    ]);
    await close();
  });
});
