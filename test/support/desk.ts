import type { Page } from "playwright-core";
import * as z from "zod/mini";
import { acted, type DeskMatter, deskMatter } from "../../functions/contract/desk-matters.ts";
import { problem } from "../../functions/contract/problem.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import type { DeskSignIn } from "../../infra/local/sample/desk.ts";
import { type Browser, openBrowser } from "./portal.ts";

const started = z.object({ location: z.string() });

/** One of those who can sign in at the desk, by what they are there; `which` counts from 0. */
export const deskPerson = (
  { deskSignIns }: Pick<RunningPortal, "deskSignIns">,
  group: "dpo" | "approver" | "nobody",
  which = 0,
): DeskSignIn => {
  const person = deskSignIns.filter(({ groups }) => (groups[0] ?? "nobody") === group)[which];
  if (person === undefined) throw new Error(`There is no such ${group}.`);
  return person;
};

/** What the identity provider's page is told about somebody. */
const typedBy = ({ user, password, code }: DeskSignIn) => ({ user, password, code });

/** Goes the staff's way in without a page: to the local identity provider and back. */
export const signInAtDesk = async (portal: RunningPortal, person: DeskSignIn): Promise<Browser> => {
  const browser = openBrowser(portal.origin);
  const begun = await browser.send("POST", "/api/desk/sign-ins", { language: "en" });
  const cookies = new Map<string, string>();
  /** The provider's own cookies are another browser's business. */
  const ask = async (url: string, form?: Record<string, string>) => {
    const answer = await fetch(url, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { method: "POST", body: new URLSearchParams(form) }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return new URL(answer.headers.get("location") ?? "", url);
  };
  const form = await ask(started.parse(await begun.json()).location);
  const callback = await ask((await ask(form.href, typedBy(person))).href);
  const { headers } = await browser.send("GET", `${callback.pathname}${callback.search}`);
  if (headers.get("location") !== "/desk") throw new Error(`The desk answered with ${headers.get("location")}.`);
  return browser;
};

/** Asks as a page does; GET where nothing is sent. */
export const ask = async (browser: Browser, path: string, body?: object) => {
  const answer = await browser.send(body === undefined ? "GET" : "POST", path, body);
  const text = await answer.text();
  return { status: answer.status, json: text === "" ? {} : JSON.parse(text) };
};

/** The stable code of a refusal. */
export const codeIn = ({ json }: { readonly json: unknown }): string => problem.parse(json).code;

/** Somebody at the desk with one matter open in front of them: each act is on what they saw last. */
export const atDesk = (browser: Browser, reference: string) => {
  let revision = 1;
  return {
    read: async (): Promise<DeskMatter> => {
      const { json } = await ask(browser, "/api/desk/matter", { reference, language: "en" });
      const shown = deskMatter.parse(json);
      revision = shown.revision;
      return shown;
    },
    /** `what`: the end of the act's path. */
    act: async (what: string, body: object = {}) => {
      const answer = await ask(browser, `/api/desk/matter/${what}`, { reference, revision, ...body });
      if (answer.status === 200) revision = acted.parse({ revision: answer.json.revision }).revision;
      return answer;
    },
  };
};

/** The same in a browser: from the desk's door to the desk, or to the words that say why not. */
export const signInAtDeskOn = async (page: Page, person: DeskSignIn, prefix = ""): Promise<void> => {
  if (!page.url().endsWith("/desk")) await page.goto(`${prefix}/desk`);
  await page.click("#sign-in");
  await typeAtProvider(page, person);
};

/** Fills in the identity provider's page and waits for the desk. */
export const typeAtProvider = async (page: Page, person: DeskSignIn): Promise<void> => {
  for (const [field, value] of Object.entries(typedBy(person))) await page.fill(`#${field}`, value);
  await page.click("button");
  await page.waitForSelector("#desk:not([hidden]), #problem:not([hidden])");
};
