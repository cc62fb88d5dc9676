import type { Page } from "playwright-core";
import { beforeAll, describe, expect, it } from "vitest";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { DESKTOP, expectAccessible, openTab, PHONE, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson, signInAtDeskOn, typeAtProvider } from "../support/desk.ts";
import { someNumbers } from "../support/numbers.ts";

const { portal, browser } = await useBrowsedPortal({ empty: true });

const heading = (page: Page) => page.textContent("#numbers-heading");
/** A busy month, and one in which too few people looked. */
const count = async ({ endpoints, environment }: RunningPortal): Promise<void> => {
  const at = { endpoint: endpoints.dynamodb, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS };
  const client = createDynamoDb(at);
  const table = { name: environment.PORTAL_TABLE, keyring: createKeyring("0123456789abcdef0123456789abcdef") };
  const numbers = createNumbersStore(client, table);
  await numbers.keep(someNumbers());
  const { people: _, ...few } = someNumbers({ month: "2026-09", madeAt: "2026-10-02T03:00:00.000Z" });
  await numbers.keep(few);
  client.destroy();
};

describe("the numbers for the board, before any month was counted", () => {
  it("say what is to be done where no month was counted yet", async () => {
    const { page, close } = await openTab(browser, portal.origin);
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    await page.click("a[href='#numbers']");
    await page.waitForSelector("text=No month has been counted yet.");
    await expectAccessible(page, "no numbers");
    await close();
  });
});

describe("the numbers for the board", () => {
  beforeAll(() => count(portal));

  it.each([
    ["a phone", PHONE],
    ["a desktop", DESKTOP],
  ])("show shares, units, times and decisions, on %s", async (_, viewport) => {
    const tab = await openTab(browser, portal.origin, { viewport });
    const { page } = tab;
    await signInAtDeskOn(page, deskPerson(portal, "approver"));
    await page.click("a[href='#numbers']");
    await page.waitForSelector(".bars");
    expect(await heading(page)).toBe("Numbers for October 2026");
    expect(await page.locator(".bars li").allTextContents()).toEqual([
      "Confirmed1,500 (75%)",
      "Stated420 (21%)",
      "Contradicted20 (1%)",
      "Missing60 (3%)",
    ]);
    const widths = await page
      .locator(".bars rect:not(.track)")
      .evaluateAll((bars) => bars.map((bar) => bar.getBoundingClientRect().width));
    expect(widths.map((width) => Math.round((1_500 * width) / (widths[0] ?? 1)))).toEqual([1_500, 420, 20, 60]);
    expect(await page.locator("tbody th").allTextContents()).toContain("Other units (3)");
    expect(await page.textContent("#work")).toContain("fewer than five different people looked are counted together");
    await expectAccessible(page, "the numbers");
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it("go from month to month, and say where too few people looked", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport: DESKTOP });
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    await page.click("a[href='#numbers']");
    await page.selectOption("select[name=month]", "2026-09");
    await page.waitForSelector("text=Numbers for September 2026");
    expect(new URL(page.url()).hash).toBe("#numbers-2026-09");
    expect(await page.textContent(".panel:has(#numbers-part-1)")).toContain("Nothing is said about their looks.");
    expect(await page.locator(".bars").count()).toBe(0);
    await expectAccessible(page, "too few people");
    await page.reload();
    await page.waitForSelector("text=Numbers for September 2026");
    await page.click(".back");
    await page.waitForSelector("#queue-heading");
    expect(faults).toEqual([]);
    await close();
  });

  it("are downloaded as PDF and CSV, or after one more sign-in, from which one comes back", async () => {
    const { page, close } = await openTab(browser, portal.origin, { viewport: PHONE });
    await signInAtDeskOn(page, deskPerson(portal, "dpo"));
    await page.click("a[href='#numbers']");
    for (const format of ["pdf", "csv"]) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.click(`[data-format=${format}]`)]);
      expect(file.suggestedFilename()).toBe(`regard-numbers-2026-10.${format}`);
    }
    await page.waitForSelector("text=That you took it is recorded.");

    await page.route("**/api/desk/numbers/file", (route) =>
      route.fulfill({
        status: 403,
        contentType: "application/problem+json",
        body: JSON.stringify({
          ...{ type: "about:blank", title: "stale", status: 403, code: "STAFF_SIGN_IN_STALE", detail: "stale" },
        }),
      }),
    );
    await page.click("[data-format=pdf]");
    await page.waitForSelector(".note");
    await expectAccessible(page, "a sign-in that is too old");
    await page.click(".note button");
    await page.waitForSelector("#user");
    await typeAtProvider(page, deskPerson(portal, "dpo"));
    await page.waitForSelector("text=Numbers for October 2026");
    expect(new URL(page.url()).hash).toBe("#numbers");
    await close();
  });

  it.each([
    ["de", "Zahlen für Oktober 2026", "Als PDF herunterladen"],
    ["fr", "Chiffres d’octobre 2026", "Télécharger en PDF"],
    ["es", "Cifras de octubre de 2026", "Descargar en PDF"],
  ])("speak %s", async (language, title, button) => {
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport: PHONE });
    await signInAtDeskOn(page, deskPerson(portal, "dpo"), `/${language}`);
    await page.click("a[href='#numbers']");
    await page.waitForSelector(".bars");
    expect([await heading(page), await page.textContent("[data-format=pdf]")]).toEqual([title, button]);
    await expectAccessible(page, `numbers in ${language}`);
    expect(faults).toEqual([]);
    await close();
  });
});
