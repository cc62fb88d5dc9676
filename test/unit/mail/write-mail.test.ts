import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LANGUAGES, type Language } from "../../../functions/domain/vocabulary.ts";
import { writeMail } from "../../../functions/mail/write-mail.ts";

const HOST = "privacy.marlow-finch.example";
const company = {
  name: "Marlow & <Finch>",
  dpo: { name: 'The "Office"', email: "dpo@marlow-finch.example" },
  origin: `https://${HOST}`,
  timeZone: "Europe/London",
};
const CONTENTS = [
  { kind: "code", code: "01234567" },
  { kind: "unknown" },
  { kind: "paused" },
  { kind: "confirmation", reference: "RG-7K2M-Q9XD" },
  { kind: "news", reference: "RG-7K2M-Q9XD" },
  { kind: "desk-news", reference: "RG-7K2M-Q9XD", to: "dpo" },
  { kind: "desk-news", reference: "RG-7K2M-Q9XD", to: "approver" },
  { kind: "desk-overdue", reference: "RG-7K2M-Q9XD", what: "answer" },
  { kind: "desk-overdue", reference: "RG-7K2M-Q9XD", what: "breach" },
  { kind: "signals", count: 1 },
  { kind: "signals", count: 12 },
  { kind: "ask", token: "Tq4_x-7b", answerBy: "2026-05-01", to: "employee" },
  { kind: "ask", token: "Tq4_x-7b", answerBy: "2026-05-01", to: "manager" },
  { kind: "address-code", code: "01234567" },
  // In London it is the next day already.
  { kind: "address-changing", takesEffectAt: "2026-06-09T23:30:00.000Z" },
  { kind: "address-changed" },
] as const;
const linkIn = (language: string) => `https://${HOST}${language === "en" ? "" : `/${language}`}/answer#Tq4_x-7b`;
const ALL = CONTENTS.flatMap((content) => LANGUAGES.map((language) => ({ content, language, kind: content.kind })));

const textOfHtml = (html: string): string =>
  html
    .replace(/<head>.*<\/head>/s, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");
const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

describe("the mails", () => {
  it.each(ALL)("say the same in plain text and in html: $kind in $language", ({ content, language }) => {
    const { text, html } = writeMail(content, company, language);
    expect(words(textOfHtml(html))).toEqual(words(text));
    expect(html).toContain(`<html lang="${language}">`);
  });

  it.each(ALL)("carry no picture, no script and nothing from elsewhere: $kind in $language", (one) => {
    const { html } = writeMail(one.content, company, one.language);
    expect(html).not.toMatch(/<img|<script|<link|<style|http:|url\(|mailto:/i);
    expect(html).toContain("Marlow &amp; &lt;Finch&gt;");
    expect(html).not.toContain("<Finch>");
  });

  it.each(ALL)("carry no link, but for an ask: $kind in $language", ({ content, language, kind }) => {
    const { subject, text, html } = writeMail(content, company, language);
    const link = linkIn(language);
    const links = (body: string) => body.match(/https?:\S*?(?=["<\s])/gi) ?? [];
    expect(links(text)).toEqual(kind === "ask" ? [link] : []);
    expect(links(html)).toEqual(kind === "ask" ? [link, link] : []);
    expect(html.match(/<a\b[^>]*>/g) ?? []).toEqual(kind === "ask" ? [`<a href="${link}">`] : []);
    expect(subject).not.toContain("Tq4");
  });

  it("link to the portal's own page, with the token in the fragment alone, whatever the token is made of", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (token) => {
        const ask = { kind: "ask", token, answerBy: "2026-05-01", to: "employee" } as const;
        const [link = ""] = writeMail(ask, company, "en").text.match(/^https:.*$/m) ?? [];
        const { origin, pathname, search, username } = new URL(link);
        expect({ origin, pathname, search, username }).toEqual({
          origin: company.origin,
          pathname: "/answer",
          search: "",
          username: "",
        });
      }),
    );
  });

  it.each(ALL)("have a subject on one line, without the code: $kind in $language", ({ content, language }) => {
    const { subject } = writeMail(content, company, language);
    expect(subject).toMatch(/^[^\r\n]{10,90}$/);
    expect(subject).not.toMatch(/\d{4}/);
  });

  it.each(LANGUAGES)("show the code in two groups of four and say for how long it counts (%s)", (language) => {
    for (const kind of ["code", "address-code"] as const) {
      const { text } = writeMail({ kind, code: "01234567" }, company, language);
      expect(text).toContain("\n    0123 4567\n");
      expect(text).toMatch(/\b10\b/);
      expect(text).toContain(HOST);
    }
  });

  it.each(LANGUAGES)("tell whoever did not ask where to turn (%s)", (language) => {
    // A code speaks for itself; the desk's news goes to the company's own people.
    for (const content of CONTENTS.filter(
      ({ kind }) => !["code", "signals"].includes(kind) && !kind.startsWith("desk-"),
    )) {
      expect(writeMail(content, company, language).text).toContain("dpo@marlow-finch.example");
    }
  });

  it("are written in each language's own words", () => {
    for (const content of CONTENTS) {
      const texts = LANGUAGES.map((language) => writeMail(content, company, language).text);
      expect(new Set(texts).size).toBe(LANGUAGES.length);
    }
  });

  it.each(LANGUAGES)(
    "say in which matter something is new, where to read it, and never what it is (%s)",
    (language) => {
      const about = (reference: string) => [
        writeMail({ kind: "news", reference }, company, language),
        writeMail({ kind: "desk-news", reference, to: "dpo" }, company, language),
      ];
      for (const { subject, text } of about("RG-7K2M-Q9XD")) {
        expect(subject).toContain("RG-7K2M-Q9XD");
        expect(text).toContain("\n    RG-7K2M-Q9XD\n");
        expect(text).toContain(HOST);
      }
    },
  );

  it.each<[Language, string, string]>([
    ["en", "by the end of Friday 1 May 2026:", "on Wednesday 10 June 2026 at 00:30 BST."],
    ["fr", "au plus tard le vendredi 1er mai 2026 avant minuit\u00a0:", "le mercredi 10 juin 2026 à 00:30 UTC+1."],
    ["de", "bis Freitag, 1. Mai 2026, 24 Uhr:", "ab: Mittwoch, 10. Juni 2026, 00:30 GMT+1."],
    [
      "es",
      "a más tardar el viernes 1 de mayo de 2026, antes de medianoche:",
      "el miércoles 10 de junio de 2026, 00:30",
    ],
  ])("say until when an ask can be answered, and when an address changes, in %s", (language, answerBy, takesEffect) => {
    const ask = { kind: "ask", token: "Tq4_x-7b", answerBy: "2026-05-01", to: "manager" } as const;
    expect(writeMail(ask, company, language).text).toContain(answerBy);
    const changing = { kind: "address-changing", takesEffectAt: "2026-06-09T23:30:00.000Z" } as const;
    expect(writeMail(changing, company, language).text).toContain(takesEffect);
  });

  it("speak differently to an employee and to a manager, to the officer and to the second person", () => {
    for (const language of LANGUAGES) {
      const texts = CONTENTS.filter(({ kind }) => kind === "ask" || kind === "desk-news").map(
        (content) => writeMail(content, company, language).text,
      );
      expect(new Set(texts).size).toBe(4);
    }
  });

  it("write French with a space that never breaks before its high punctuation", () => {
    for (const content of CONTENTS) {
      const { subject, text } = writeMail(content, company, "fr");
      expect(`${subject}\n${text}`).not.toMatch(/[^\S\u00a0][:;?!»]|«[^\u00a0]/);
    }
  });
});
