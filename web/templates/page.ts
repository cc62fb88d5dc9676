import { compact, fill, Html, html } from "../build/html.ts";
import { isForCustomers, localeOf, PAGES, type Page, type PageName, pathOf, WORDS } from "../build/site.ts";
import { addressPage } from "./address.ts";
import { answerPage } from "./answer.ts";
import { askPage } from "./ask.ts";
import { codePage } from "./code.ts";
import { contactPage } from "./contact.ts";
import { deskPage } from "./desk.ts";
import { homePage } from "./home.ts";
import { howPage } from "./how.ts";
import { matterPage } from "./matter.ts";
import { newAddressPage } from "./new-address.ts";
import { notFoundPage } from "./not-found.ts";
import { recordPage } from "./record.ts";
import { requestsPage } from "./requests.ts";

/** What a page adds to the frame that all share. */
const BODIES: Readonly<Record<PageName, (page: Page) => Html>> = {
  home: homePage,
  address: addressPage,
  code: codePage,
  record: recordPage,
  requests: requestsPage,
  ask: askPage,
  contact: contactPage,
  matter: matterPage,
  "new-address": newAddressPage,
  how: howPage,
  desk: deskPage,
  answer: answerPage,
  "not-found": notFoundPage,
};

/** Nobody has to get away from these in a hurry. */
const FOR_STAFF: readonly PageName[] = ["desk", "answer"];

/** No page of these is anything that somebody would look for. */
const NOT_FOR_SEARCH: readonly PageName[] = ["not-found", "answer"];

/** Where search engines find the page in the other languages. */
const alternates = ({ name, languages, config }: Page): readonly Html[] =>
  languages.map(
    (other) =>
      html`<link rel="alternate" hreflang="${other}" href="https://${config.domain.name}${pathOf(name, other)}">`,
  );

const languageLinks = ({ name, language, languages, words }: Page): Html =>
  languages.length < 2
    ? html``
    : html`
  <nav class="languages" aria-label="${words.language.switchTo}">
    <ul>
      ${languages.map(
        (other) => html`
          <li><a href="${pathOf(name, other)}" lang="${localeOf(other)}" hreflang="${other}"
            ${other === language && html`aria-current="true"`}>${WORDS[other].language.name}</a></li>`,
      )}
    </ul>
  </nav>`;

const menu = ({ name, language, words }: Page): Html => html`
  <nav class="menu" aria-label="${words.layout.menu}">
    <ul>
      ${(["record", "requests"] as const).map(
        (other) => html`
          <li><a href="${pathOf(other, language)}" ${other === name && html`aria-current="page"`}>${words.layout[other]}</a></li>`,
      )}
      <li><a href="${pathOf("contact", language)}" ${name === "contact" && html`aria-current="page"`}>${words.contact.menu}</a></li>
      <li><button type="button" class="link" id="sign-out">${words.layout.signOut}</button></li>
    </ul>
  </nav>`;

/** The company's logo, which says its name to those who cannot see it; or the eye and the name. */
const brandMark = ({ config: { brand }, words: { layout }, assets: { logo } }: Page): Html =>
  logo === undefined
    ? html`<svg width="32" viewBox="0 0 32 20" aria-hidden="true"><path d="M1 10q15-18 30 0-15 18-30 0z"/><circle cx="16" cy="10" r="5.5"/></svg>
        <span><b>${brand.name}</b> <span>${layout.brand}</span></span>`
    : html`<picture ${logo.dark === undefined && html`class="plate"`}>
          ${logo.dark !== undefined && html`<source srcset="${logo.dark}" media="(prefers-color-scheme: dark)">`}
          <img src="${logo.light}" alt="${brand.name}" width="${logo.width}" height="${logo.height}"></picture>
        <span>${layout.brand}</span>`;

/** One whole page. Complete before any script runs; scripts only fill in what they fetch. */
export const renderPage = (page: Page): string => {
  const { name, language, words, config, assets } = page;
  const { layout, exit } = words;
  const company = config.brand.name;
  const dpo = html`<a href="mailto:${config.dpo.email}">${config.dpo.email}</a>`;
  const [script = "", ...imports] = assets.scripts;
  return compact(html`<!doctype html>
<html lang="${localeOf(language)}" data-language="${language}" data-zone="${config.timeZone}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${words[name].title} – ${company}</title>
    <meta name="description" content="${fill(words[name].description, { company })}">
    <meta name="color-scheme" content="light dark">
    <meta name="referrer" content="no-referrer">
    ${assets.styles.map((style) => html`<style>${new Html(style)}</style>`)}
    <link rel="icon" href="${assets.icon}" type="image/svg+xml">
    ${NOT_FOR_SEARCH.includes(name) ? html`<meta name="robots" content="noindex">` : alternates(page)}
    ${imports.map((file) => html`<link rel="modulepreload" href="${file}">`)}
    <script type="module" src="${script}"></script>
  </head>
  <body>
    <a class="skip" href="#content">${layout.skip}</a>
    <header>
      <a class="brand" href="${pathOf("home", language)}">
        ${brandMark(page)}
      </a>
      ${FOR_STAFF.includes(name) || html`<a class="exit" id="exit" href="${exit.url}" rel="noreferrer">${exit.label}</a>`}
    </header>
    ${isForCustomers(name) ? menu(page) : languageLinks(page)}
    <main id="content" tabindex="-1">
      ${PAGES[name].script !== "plain" && html`<noscript><p class="note">${fill(FOR_STAFF.includes(name) ? words.desk.noScript : layout.noScript, { dpo })}</p></noscript>`}
      ${BODIES[name](page)}
    </main>
    <footer>
      ${isForCustomers(name) && languageLinks(page)}
      <ul>
        <li><a href="${pathOf("how", language)}">${layout.how}</a></li>
        <li><a href="${config.brand.privacyNoticeUrl}" rel="noreferrer">${layout.privacyNotice}</a></li>
        <li>${layout.contact} ${dpo}</li>
      </ul>
    </footer>
    ${name === "home" && suggestion(page)}
  </body>
</html>`);
};

/** Offered, never forced: the script shows it where the browser prefers another of the portal's languages. */
const suggestion = ({ language, languages }: Page): Html => html`
  <div id="suggestions">
    ${languages
      .filter((other) => other !== language)
      .map((other) => {
        const { language: own, layout } = WORDS[other];
        return html`
          <aside class="suggestion" lang="${localeOf(other)}" data-language="${other}" aria-label="${own.switchTo}" hidden>
            <p><a href="${pathOf("home", other)}" hreflang="${other}">${own.suggestion}</a></p>
            <button type="button" class="link">${layout.dismiss}</button>
          </aside>`;
      })}
  </div>`;
