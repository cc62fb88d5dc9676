import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, expect } from "vitest";
import type { PortalOptions, RunningPortal } from "../../infra/local/portal.ts";
import { packagedBrowser } from "./packaged-browser.ts";
import { codeOf, mailsTo, nextMailTo, startTestPortal } from "./portal.ts";

/** The Chromium of an npm package where there is one, otherwise whatever Chrome or Edge is installed. */
export const launchBrowser = async (): Promise<Browser> => {
  const executablePath = await packagedBrowser();
  if (executablePath === undefined)
    return chromium.launch({ channel: process.platform === "win32" ? "msedge" : "chrome" });
  // Its own arguments are made for one page in a Lambda: they switch off web security, which is what is tested here.
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
};

/** A portal and a browser for the test file that awaits them at its top; both stop behind the last test. */
export const useBrowsedPortal = async (
  options: Partial<PortalOptions> = {},
): Promise<{ readonly portal: RunningPortal; readonly browser: Browser }> => {
  const [portal, browser] = await Promise.all([startTestPortal(options), launchBrowser()]);
  afterAll(async () => {
    await browser.close();
    await portal.stop();
  });
  return { portal, browser };
};

export const PHONE = { width: 390, height: 780 };
export const NARROW = { width: 320, height: 640 };
export const DESKTOP = { width: 1280, height: 900 };

/** A tab that remembers what it asked for and what went wrong in it. */
export interface Tab {
  readonly page: Page;
  /** Every address that was requested, navigation included. */
  readonly requests: readonly string[];
  /** Console errors (a violated content security policy is one), uncaught errors and dialogs. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

export const openTab = async (browser: Browser, origin: string, options: BrowserContextOptions = {}): Promise<Tab> => {
  const context = await browser.newContext({ baseURL: origin, viewport: PHONE, locale: "en-GB", ...options });
  const page = await context.newPage();
  const requests: string[] = [];
  const faults: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("dialog", (dialog) => {
    faults.push(dialog.message());
    dialog.dismiss();
  });
  page.on("console", (message) => {
    // The browser itself reports each refusal of the API here; the pages answer those in words.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      faults.push(message.text());
  });
  return { page, requests, faults, close: () => context.close() };
};

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What axe looks at: all of it; where the colours alone differ, at these; where the words alone, at all but the colours. */
const LOOKS = {
  all: (axe: AxeBuilder) => axe.withTags(WCAG),
  colours: (axe: AxeBuilder) => axe.withRules(["color-contrast", "link-in-text-block"]),
  words: (axe: AxeBuilder) => axe.withTags(WCAG).disableRules("color-contrast"),
};

/** Expects a page that axe finds no fault with and that nobody has to scroll sideways. */
export const expectAccessible = async (page: Page, state: string, look: keyof typeof LOOKS = "all"): Promise<void> => {
  const { violations } = await LOOKS[look](new AxeBuilder({ page })).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
  expect([state, ...found]).toEqual([state]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect([state, sideways]).toEqual([state, 0]);
};

/** From the address to the record, as a customer goes; waits until the record or the choice of persons shows. */
export const signInOn = async (page: Page, portal: RunningPortal, email: string, prefix = ""): Promise<void> => {
  const known = (await mailsTo(portal, email)).length;
  if (!page.url().includes("/address")) await page.goto(`${prefix}/address`);
  await page.fill("#email", email);
  await page.click("#form button");
  await page.waitForURL("**/code");
  await page.fill("#code", codeOf(await nextMailTo(portal, email, known)));
  await page.click("#form button");
  await page.waitForSelector("#record:not([hidden]), #chooser:not([hidden])");
};

const KEYBOARD_STEPS = 60;
/** Moves the focus with the Tab key alone. */
export const tabTo = async (page: Page, selector: string): Promise<void> => {
  for (let step = 0; step < KEYBOARD_STEPS; step += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector)) return;
  }
  throw new Error(`the Tab key never reaches ${selector}`);
};
