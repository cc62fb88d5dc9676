import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { dpoLink } from "./parts.ts";

export const homePage = (page: Page): Html => {
  const { language, words, config } = page;
  const { home, exit } = words;
  const places = { company: config.brand.name, dpo: dpoLink(page), exit: exit.label };
  return html`
  <h1>${home.title}</h1>
  <p class="lead">${fill(home.lead, places)}</p>
  <p><a class="button" href="${pathOf("address", language)}">${home.start}</a></p>
  <h2>${home.stepsHeading}</h2>
  <ol class="steps">${home.steps.map((step) => html`<li>${fill(step, places)}</li>`)}</ol>
  <p>${home.free}</p>
  <section class="panel">
    <h2>${home.contactHeading}</h2>
    ${home.contact.map((line) => html`<p>${fill(line, places)}</p>`)}
    <p><b><a href="${pathOf("contact", language)}">${words.contact.menu}</a></b></p>
  </section>
  <section>
    <h2>${home.watchedHeading}</h2>
    <p>${fill(home.watched, places)}</p>
  </section>`;
};
