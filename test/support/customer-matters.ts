import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { customerMatter, customerMatters, raised } from "../../functions/contract/customer-matters.ts";
import { actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import { arrival } from "./arrivals.ts";
import type { Engine } from "./engine.ts";
import { type Browser, type FrontDoor, openFrontDoor, signIn } from "./front-door.ts";
import type { MailService } from "./mail-service.ts";

const OFFICER = { kind: "staff", role: "dpo", id: "E-1", name: "Canary Officer" } as const;
const letterOf = (kind: "message" | "clarification", ...paragraphs: string[]) =>
  ({ kind, language: "en", title: "About your question", paragraphs }) as const;

/** A customer with an address of their own, signed in. No mail is left over from it. */
export const customerAtTheDoor = async (engine: Engine, mails: MailService, name: string) => {
  const door = openFrontDoor(engine, mails);
  const [customerId, email] = [`C-${name}`, `nadia.${name}@example.org`];
  await door.know(email, customerId);
  const nadia = await signIn(door, mails, email);
  mails.taken.length = 0;
  return { door, customerId, email, nadia };
};

/** Looks at a customer's data, as the company sent them some time ago. */
export const logLooks = (door: FrontDoor, customerId: string, ...events: readonly Partial<AccessEventInput>[]) =>
  door.accessLog.append(
    events.map((event) =>
      arrival(event, { customerKeys: [door.keyring.customerKey(customerId)], receivedAt: "2026-06-01T00:00:00.000Z" }),
    ),
  );

export const ask = (browser: Browser, accesses: readonly object[], more: object = {}) =>
  browser.send(CUSTOMER_ROUTES.askAbout, { language: "en", accesses, words: "Why did they look?", ...more });
export const report = (browser: Browser, more: object = {}) =>
  browser.send(CUSTOMER_ROUTES.reportContact, {
    language: "en",
    contactedOn: "2026-06-14",
    channel: "text",
    safety: "unsure",
    ...more,
  });
export const referenceOf = ({ body = "" }: { readonly body?: string }) => raised.parse(JSON.parse(body)).reference;

export const listMatters = async (browser: Browser, language = "en") =>
  customerMatters.parse(JSON.parse((await browser.send(CUSTOMER_ROUTES.readMatters, { language })).body ?? "")).matters;
export const readMatter = async (browser: Browser, reference: string) =>
  customerMatter.parse(
    JSON.parse((await browser.send(CUSTOMER_ROUTES.readMatter, { reference, language: "en" })).body ?? ""),
  );

/** What the desk does, as far as a customer notices it. "canary" stands in everything that stays inside. */
export const deskAt = (door: FrontDoor) => ({
  take: (reference: string) => actOnMatter(door, { reference, by: OFFICER }, "take", () => ({ deed: { act: "take" } })),
  message: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "message", () => ({
      deed: { act: "message", words: "canary", letter: letterOf("message", "We look into it.") },
    })),
  note: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "note", () => ({ deed: { act: "note", words: "canary note" } })),
  pause: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "pause", ({ clock }) => ({
      deed: { act: "pause", words: "canary", letter: letterOf("clarification", "Which look do you mean?") },
      to: { clock: { ...clock, clarifications: [{ askedOn: new Date(door.clock()).toISOString().slice(0, 10) }] } },
    })),
  close: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "close", () => ({
      deed: { act: "close", outcome: "explained", words: "canary" },
      to: { outcome: "explained" },
    })),
});
