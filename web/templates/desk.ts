import { fill, type Html, html } from "../build/html.ts";
import type { Page } from "../build/site.ts";
import { dpoLink } from "./parts.ts";

/** What stands at /desk until the desk is built: what it will be, and what the DPO can do today. */
export const deskPage = (page: Page): Html => {
  const { desk } = page.words;
  return html`
  <h1>${desk.title}</h1>
  <p class="lead">${desk.lead}</p>
  <p>${fill(desk.today, { dpo: dpoLink(page) })}</p>
  <pre tabindex="0"><code>${desk.command}</code></pre>`;
};
