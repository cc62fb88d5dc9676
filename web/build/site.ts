import type { RegardConfig } from "../../functions/contract/config.ts";
import type { Language } from "../../functions/domain/vocabulary.ts";
import { de } from "../words/de.ts";
import { en } from "../words/en.ts";
import { es } from "../words/es.ts";
import { fr } from "../words/fr.ts";
import type { Words } from "../words/words.ts";
import type { Logo } from "./brand.ts";

export const WORDS: Readonly<Record<Language, Words>> = { en, fr, de, es };

/** The pages of one language, with the script of each. */
export const PAGES = {
  home: { script: "home", styles: ["front"] },
  address: { script: "address", styles: ["front"] },
  code: { script: "code", styles: ["front"] },
  record: { script: "record", styles: ["record"] },
  requests: { script: "requests", styles: ["matters"] },
  ask: { script: "ask", styles: ["matters"] },
  contact: { script: "contact", styles: ["matters"] },
  matter: { script: "matter", styles: ["matters"] },
  "new-address": { script: "new-address", styles: ["front", "matters"] },
  how: { script: "plain", styles: ["front"] },
  desk: { script: "desk", styles: ["desk"] },
  answer: { script: "answer", styles: ["desk"] },
  "not-found": { script: "plain", styles: ["front"] },
} as const;
export type PageName = keyof typeof PAGES;
export const PAGE_NAMES = [
  "home",
  "address",
  "code",
  "record",
  "requests",
  "ask",
  "contact",
  "matter",
  "new-address",
  "how",
  "desk",
  "answer",
  "not-found",
] as const;
/** The pages of those who are signed in. */
export const isForCustomers = (page: PageName): boolean =>
  !["home", "address", "code", "how", "desk", "answer", "not-found"].includes(page);
/** What pages look like beside what all share. */
export const STYLES = ["front", "record", "matters", "desk"] as const;

/** Where a page is reached. English stands at the root, or the first language where there is none: links never change. */
export const pathOf = (page: PageName, language: Language): string =>
  `/${[language === "en" ? "" : language, page === "home" ? "" : page].filter(Boolean).join("/")}`;

/** What the HTML `lang` says: English dates are written the British way. */
export const localeOf = (language: Language): string => (language === "en" ? "en-GB" : language);

/** What a page of the build knows besides its words. */
export interface Page {
  readonly name: PageName;
  readonly language: Language;
  readonly languages: readonly Language[];
  readonly words: Words;
  readonly config: RegardConfig;
  readonly assets: {
    /** The source of each: a page shows as soon as it is there, and its hash stands in the content security policy. */
    readonly styles: readonly string[];
    /** Web paths of the built files. */
    readonly scripts: readonly string[];
    readonly icon: string;
    readonly logo?: Logo;
  };
}
