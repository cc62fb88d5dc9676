import type { MailContent } from "../domain/outbox.ts";
import type { Language } from "../domain/vocabulary.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { fr } from "./fr.ts";
import { type Letter, type RenderedMail, render } from "./letter.ts";
import type { Company, MailWords } from "./mail-words.ts";

const WORDS: Readonly<Record<Language, MailWords>> = { en, fr, de, es };

const letterOf = (words: MailWords, company: Company, content: MailContent | { readonly kind: "unknown" }): Letter => {
  switch (content.kind) {
    case "code":
      return words.code(company, `${content.code.slice(0, 4)} ${content.code.slice(4)}`);
    case "unknown":
      return words.unknown(company);
    case "paused":
      return words.paused(company);
    case "confirmation":
      return words.confirmation(company, content.reference);
  }
};

/** The message that `content` stands for, in the customer's language. Pure: the same input gives the same bytes. */
export const writeMail = (
  content: MailContent | { readonly kind: "unknown" },
  company: Company,
  language: Language,
): RenderedMail => render(letterOf(WORDS[language], company, content), company.name, language);
