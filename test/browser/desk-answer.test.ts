import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { DESK_PATHS } from "../../functions/contract/desk-paths.ts";
import { REGULARS } from "../../infra/local/sample/customers.ts";
import { expectAccessible, NARROW, openTab, useBrowsedPortal } from "../support/browser.ts";
import { deskPerson, signInAtDesk } from "../support/desk.ts";
import { customerOf } from "../support/desk-pages.ts";
import { HOSTILE_TEXTS } from "../support/hostile-text.ts";
import { nextMailTo } from "../support/portal.ts";

const { portal, browser } = await useBrowsedPortal();

const shown = z.object({
  revision: z.int(),
  rows: z.array(z.object({ source: z.string(), eventId: z.string(), employeeId: z.string(), named: z.boolean() })),
});

/** The link that somebody gets who is asked about one look of a customer. */
const askedLink = async (customerId: string, words: string): Promise<string> => {
  const customer = await customerOf(portal, customerId);
  const reference = await customer.ask("Why?", ({ action }) => action === "call");
  const { send } = await signInAtDesk(portal, deskPerson(portal, "dpo"));
  const read = async () =>
    shown.parse(await (await send("POST", DESK_PATHS.readDeskMatter.path, { reference, language: "en" })).json());
  const { revision } = await read();
  await send("POST", DESK_PATHS.takeMatter.path, { reference, revision });
  const { revision: taken, rows } = await read();
  const row = rows.find(({ named }) => named);
  const email = `${randomUUID()}@example.com`;
  const { status } = await send("POST", DESK_PATHS.askEmployee.path, {
    ...{ reference, revision: taken, to: "employee", employeeId: row?.employeeId, email, words },
    accesses: [{ source: row?.source, eventId: row?.eventId }],
  });
  expect(status).toBe(200);
  return /http\S+\/answer#\S+/.exec((await nextMailTo(portal, email)).body.text)?.[0] ?? "";
};

describe("the page on which somebody answers", () => {
  it("asks fairly, keeps what is typed, takes one answer, and never shows its token, on a narrow phone", async () => {
    const [, imran] = REGULARS;
    const link = await askedLink(imran.customerId, HOSTILE_TEXTS.join("\n"));
    const token = link.split("#")[1] ?? "no token";
    const { page, close, faults, requests } = await openTab(browser, portal.origin, { viewport: NARROW });
    await page.goto(link);
    await page.waitForSelector("#ask:not([hidden])");
    expect(page.url()).toBe(`${portal.origin}/answer`);
    for (const text of HOSTILE_TEXTS) expect(await page.textContent("#question")).toContain(text);
    expect(await page.textContent("#fair-employee")).toContain("You are heard first");
    expect(await page.locator("#fair-manager").isVisible()).toBe(false);
    await expectAccessible(page, "the question");

    await page.click("#form button");
    expect(await page.textContent("#reply-fault")).toBe("Please write something first.");
    await expectAccessible(page, "nothing written");
    await page.fill("#reply", "It was my round.");
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(token);
    await page.reload();
    await page.waitForSelector("#ask:not([hidden])");
    expect(await page.inputValue("#reply")).toBe("It was my round.");

    await page.context().setOffline(true);
    await page.click("#form button");
    await page.waitForSelector("#problem:not([hidden])");
    expect(await page.inputValue("#reply")).toBe("It was my round.");
    await page.context().setOffline(false);
    await page.click("#retry");
    await page.waitForSelector("#thanks:not([hidden])");
    await expectAccessible(page, "thank you");
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.getItem("ask")])).toEqual([0, ""]);

    await page.goto("/how");
    await page.goto(link);
    await page.waitForSelector("#spent:not([hidden])");
    expect(await page.locator("#ask").isVisible()).toBe(false);
    await expectAccessible(page, "a used link");
    expect(requests.filter((url) => url.replace(/#.*/, "").includes(token))).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  }, 120_000);

  it("says kindly that there is no link, or none that is known, in every language", async () => {
    const { page, close, faults } = await openTab(browser, portal.origin, { viewport: NARROW });
    for (const prefix of ["", "/fr", "/de", "/es"]) {
      await page.goto(`${prefix}/answer`);
      await page.waitForSelector("#no-link:not([hidden])");
      await expectAccessible(page, `no link ${prefix}`);
      await page.goto(`${prefix}/how`);
      await page.goto(`${prefix}/answer#${"A".repeat(43)}`);
      await page.waitForSelector("#spent:not([hidden])");
      await expectAccessible(page, `unknown link ${prefix}`);
    }
    await page.goto("/how");
    await page.goto("/answer#not-a-token");
    await page.waitForSelector("#spent:not([hidden])");
    expect(faults).toEqual([]);
    await close();
  }, 120_000);
});
