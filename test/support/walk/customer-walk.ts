import { recordPage } from "../../../functions/contract/customer-api.ts";
import { customerMatter } from "../../../functions/contract/customer-matters.ts";
import { addDays } from "../../../functions/domain/civil-date.ts";
import { civilDateOf } from "../../../functions/domain/period.ts";
import type { RunningPortal } from "../../../infra/local/portal.ts";
import { AMELIA } from "../../../infra/local/sample/customers.ts";
import { CURIOUS_DRIVER_NUMBER } from "../../../infra/local/sample/staff.ts";
import config from "../../../regard.config.ts";
import { type Browser, codeOf, newAddressOf, nextMailTo, openBrowser, signIn } from "../portal.ts";
import { raised, step } from "./steps.ts";

const EN = { language: "en" };

/** Amelia under an address of her own. */
export const ameliaSignsIn = async (portal: RunningPortal) => {
  const email = await newAddressOf(portal, AMELIA.customerId);
  return { email, browser: await signIn(portal, email) };
};

/** Her record on the page, a second time within the same sign-in, and as files. */
export const readsHerRecord = async (browser: Browser) => {
  const { accesses } = recordPage.parse(await step(browser, "/api/record", EN));
  await step(browser, "/api/record", EN);
  await step(browser, "/api/requests");
  return accesses.filter(({ action }) => action === "reveal").map(({ source, eventId }) => ({ source, eventId }));
};

export const downloadsHerRecord = async (browser: Browser) => {
  for (const format of ["json", "csv", "pdf"]) await step(browser, "/api/record/file", { ...EN, format });
  await step(browser, "/api/record/file", { ...EN, format: "csv", from: "2026-01-01" });
};

/** What she cannot explain goes to the desk. @returns Its reference. */
export const asksAndReports = async (browser: Browser, accesses: readonly object[]): Promise<string> => {
  const { reference } = raised.parse(
    await step(browser, "/api/questions", { ...EN, accesses, words: "Why did he open my number?" }),
  );
  const contactedOn = addDays(civilDateOf(Date.now(), config.timeZone), -40);
  const from = `+44 ${CURIOUS_DRIVER_NUMBER.slice(1)}`;
  await step(browser, "/api/contact-reports", { ...EN, contactedOn, channel: "text", from, safety: "unsure" });
  return reference;
};

/** Later she reads how far it is, downloads a letter, and adds something. */
export const followsHerMatter = async (browser: Browser, reference: string): Promise<void> => {
  await step(browser, "/api/matters", EN);
  const { lines } = customerMatter.parse(await step(browser, "/api/matter", { reference, ...EN }));
  const letterId = lines.flatMap((line) => (line.kind === "letter" ? [line.letterId] : [])).at(-1);
  await step(browser, "/api/matter/letter", { reference, letterId });
  await step(browser, "/api/matter/words", { reference, words: "He wrote again." });
};

/** A change of address as far as its hold, and its end by the customer; a wrong code in between. */
export const changesHerAddress = async (portal: RunningPortal, browser: Browser): Promise<void> => {
  const email = `${crypto.randomUUID()}@example.net`;
  await step(browser, "/api/address-change", { email, ...EN });
  const code = codeOf(await nextMailTo(portal, email));
  await browser.send("POST", "/api/address-change/code", { code: code === "0000 0000" ? "1111 1111" : "0000 0000" });
  await step(browser, "/api/address-change/code", { code });
  await step(browser, "/api/address-change");
  await step(browser, "/api/address-change", undefined, "DELETE");
};

/** A code for an address that nobody knows, and a guess. */
export const strangersTry = async (portal: RunningPortal, meanwhile = async () => {}): Promise<void> => {
  const browser = openBrowser(portal.origin);
  const email = `${crypto.randomUUID()}@example.org`;
  await step(browser, "/api/codes", { email, ...EN });
  await browser.send("POST", "/api/sessions", { code: "0000 0000" });
  await meanwhile();
  await nextMailTo(portal, email);
};

export const leaves = async (browser: Browser): Promise<void> => {
  await step(browser, "/api/session");
  await step(browser, "/api/session", undefined, "DELETE");
};
