import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { dpoLink } from "./parts.ts";

/** What stands where no page is (`infra/edge/unknown-paths.js`). */
export const notFoundPage = (page: Page): Html => {
  const { language, words } = page;
  const notFound = words["not-found"];
  return html`
  <h1>${notFound.title}</h1>
  <p class="lead">${notFound.lead}</p>
  <p><a class="button" href="${pathOf("home", language)}">${notFound.start}</a></p>
  <p>${fill(notFound.contact, { dpo: dpoLink(page) })}</p>`;
};
