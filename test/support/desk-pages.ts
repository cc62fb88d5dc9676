import type { BrowserContextOptions, Browser as Chromium, Page } from "playwright-core";
import * as z from "zod/mini";
import { CUSTOMER_PATHS } from "../../functions/contract/customer-paths.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import type { DeskSignIn } from "../../infra/local/sample/desk.ts";
import { openTab, type Tab } from "./browser.ts";
import { signInAtDeskOn } from "./desk.ts";
import { type Browser, newAddressOf, signIn } from "./portal.ts";

const raised = z.object({ reference: z.string() });
const rows = z.object({
  accesses: z.array(
    z.object({
      source: z.string(),
      eventId: z.string(),
      action: z.string(),
      employee: z.object({ name: z.optional(z.string()) }),
    }),
  ),
});
type Row = z.infer<typeof rows>["accesses"][number];

export interface Customer {
  readonly email: string;
  readonly browser: Browser;
  /** Asks about the newest of their looks that fit; the reference under which it is kept. */
  ask(words: string, fits: (row: Row) => boolean): Promise<string>;
  /** Reports a contact; the reference under which it is kept. */
  report(told: Readonly<Record<string, unknown>>): Promise<string>;
}

/** A customer at a mail address of their own, signed in without a page. */
export const customerOf = async (portal: RunningPortal, customerId: string): Promise<Customer> => {
  const email = await newAddressOf(portal, customerId);
  const browser = await signIn(portal, email);
  const post = async (path: string, body: object): Promise<unknown> =>
    (await browser.send("POST", path, { account: 1, language: "en", ...body })).json();
  return {
    email,
    browser,
    ask: async (words, fits) => {
      const { accesses } = rows.parse(await post(CUSTOMER_PATHS.readRecord.path, {}));
      const named = accesses
        .filter(fits)
        .slice(-10)
        .map(({ source, eventId }) => ({ source, eventId }));
      return raised.parse(await post(CUSTOMER_PATHS.askAbout.path, { accesses: named, words })).reference;
    },
    report: async (told) => raised.parse(await post(CUSTOMER_PATHS.reportContact.path, told)).reference,
  };
};

/** A tab in which somebody of the staff is signed in and sees the list of open matters. */
export const openDesk = async (
  chromium: Chromium,
  portal: RunningPortal,
  person: DeskSignIn,
  { prefix, ...options }: BrowserContextOptions & { readonly prefix?: string } = {},
): Promise<Tab> => {
  const tab = await openTab(chromium, portal.origin, options);
  await signInAtDeskOn(tab.page, person, prefix);
  await tab.page.waitForSelector("#queue-heading");
  return tab;
};

/** Goes to a matter, as its reference behind `#` does. */
export const openMatter = async (page: Page, reference: string): Promise<void> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, reference);
  await page.waitForFunction((shown) => document.querySelector(".matter h1")?.textContent === shown, reference);
};

export const openForm = async (page: Page, act: string): Promise<void> => {
  await page.click(`[data-act="${act}"]`);
  await page.waitForSelector(".act-form");
};

/** Fills in the words of the form that is open. */
export const type = (page: Page, name: string, words: string): Promise<void> =>
  page.fill(`.act-form [name="${name}"]`, words);

export const choose = (page: Page, name: string, value: string): Promise<void> =>
  page.check(`.act-form input[name="${name}"][value="${value}"]`);

const submit = (page: Page): Promise<void> => page.click(".act-form [type=submit]");

/** Reads the letter before it goes. */
export const readLetter = async (page: Page): Promise<string> => {
  await submit(page);
  return (await page.textContent(".act-form .letter")) ?? "";
};

/** Sends what is open and waits until the desk says that it is done. */
export const sendForm = async (page: Page): Promise<string> => {
  await submit(page);
  await page.waitForSelector(".act-form", { state: "detached" });
  return (await page.textContent(".done")) ?? "";
};
