import type { MailContent } from "../domain/outbox.ts";
import type { Language } from "../domain/vocabulary.ts";
import { deadlineDescriber } from "../words/describe-deadline.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { type Letter, type RenderedMail, render } from "./letter.ts";
import type { Company, MailWords } from "./mail-words.ts";

const WORDS: Readonly<Record<Language, MailWords>> = { en, fr, de, es };

/** Who writes. */
export interface MailSender extends Omit<Company, "host"> {
  /** Scheme and host of the portal. */
  readonly origin: string;
  /** IANA name of the zone whose clock the company goes by. */
  readonly timeZone: string;
}

const grouped = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

/**
 * The page on which an ask is answered, in the language of the mail. The token stands in the fragment, which a browser
 * keeps to itself (RFC 9110, 7.1 and 10.1.3): no server log, no proxy and no `Referer` sees it, and a scanner that opens
 * the link beforehand gets an empty page and spends nothing.
 */
const answerLink = (origin: string, language: Language, token: string): string => {
  const link = new URL(language === "en" ? "/answer" : `/${language}/answer`, origin);
  link.hash = token;
  return link.href;
};

const letterOf = (
  sender: MailSender,
  language: Language,
  content: MailContent | { readonly kind: "unknown" },
): Letter => {
  const words = WORDS[language];
  const company = { name: sender.name, dpo: sender.dpo, host: new URL(sender.origin).host };
  const dates = () => deadlineDescriber(language, sender.timeZone);
  switch (content.kind) {
    case "code":
      return words.code(company, grouped(content.code));
    case "unknown":
      return words.unknown(company);
    case "paused":
      return words.paused(company);
    case "confirmation":
      return words.confirmation(company, content.reference);
    case "news":
      return words.news(company, content.reference);
    case "desk-news":
      return words.deskNews(company, content.reference, content.to);
    case "desk-overdue":
      return words.deskOverdue(company, content.reference, content.what);
    case "signals":
      return words.signals(company, content.count);
    case "ask":
      return words.ask(
        company,
        answerLink(sender.origin, language, content.token),
        content.to,
        dates().day(content.answerBy),
      );
    case "address-code":
      return words.addressCode(company, grouped(content.code));
    case "address-changing":
      return words.addressChanging(company, dates().moment(content.takesEffectAt));
    case "address-changed":
      return words.addressChanged(company);
  }
};

/** The message that `content` stands for, in the reader's language. Pure: the same input gives the same bytes. */
export const writeMail = (
  content: MailContent | { readonly kind: "unknown" },
  sender: MailSender,
  language: Language,
): RenderedMail => render(letterOf(sender, language, content), sender.name, language);
