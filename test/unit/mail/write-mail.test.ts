import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../../functions/domain/vocabulary.ts";
import { writeMail } from "../../../functions/mail/write-mail.ts";

const company = {
  name: "Marlow & <Finch>",
  dpo: { name: 'The "Office"', email: "dpo@marlow-finch.example" },
  host: "privacy.marlow-finch.example",
};
const CONTENTS = [
  { kind: "code", code: "01234567" },
  { kind: "unknown" },
  { kind: "paused" },
  { kind: "confirmation", reference: "RG-7K2M-Q9XD" },
] as const;
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

  it.each(ALL)("carry no link, no picture, no script and nothing from elsewhere: $kind in $language", (one) => {
    const { html } = writeMail(one.content, company, one.language);
    expect(html).not.toMatch(/<a\b|<img|<script|<link|<style|https?:|url\(|mailto:/i);
    expect(html).toContain("Marlow &amp; &lt;Finch&gt;");
    expect(html).not.toContain("<Finch>");
  });

  it.each(ALL)("have a subject on one line, without the code: $kind in $language", ({ content, language }) => {
    const { subject } = writeMail(content, company, language);
    expect(subject).toMatch(/^[^\r\n]{10,90}$/);
    expect(subject).not.toMatch(/\d{4}/);
  });

  it.each(LANGUAGES)("show the code in two groups of four and say for how long it counts (%s)", (language) => {
    const { text } = writeMail({ kind: "code", code: "01234567" }, company, language);
    expect(text).toContain("\n    0123 4567\n");
    expect(text).toMatch(/\b10\b/);
    expect(text).toContain(company.host);
  });

  it.each(LANGUAGES)("tell whoever did not ask where to turn (%s)", (language) => {
    for (const kind of CONTENTS.filter((content) => content.kind !== "code")) {
      expect(writeMail(kind, company, language).text).toContain("dpo@marlow-finch.example");
    }
  });

  it("are written in each language's own words", () => {
    for (const content of CONTENTS) {
      const texts = LANGUAGES.map((language) => writeMail(content, company, language).text);
      expect(new Set(texts).size).toBe(LANGUAGES.length);
    }
  });
});
