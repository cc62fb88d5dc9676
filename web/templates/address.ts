import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { liveWords, problemBox, problemWords } from "./parts.ts";

export const addressPage = (page: Page): Html => {
  const { language, words, config } = page;
  const { address } = words;
  const company = config.brand.name;
  return html`
  ${problemBox(page)}
  <h1>${address.title}</h1>
  <p id="ended" class="note" hidden>${address.ended}</p>
  <p>${fill(address.lead, { company })}</p>
  <form id="form" method="post" data-next="${pathOf("code", language)}" novalidate>
    <label for="email">${address.label}</label>
    <p class="hint" id="email-hint">${fill(address.hint, { company })}</p>
    <p class="fault" id="email-fault" hidden></p>
    <input id="email" name="email" type="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" required aria-describedby="email-hint email-fault">
    <button type="submit">${address.send}</button>
    <p role="status" id="status"></p>
  </form>
  <p class="aside">${address.same}</p>
  ${liveWords({ ...problemWords(page, ["REQUEST_INVALID"]), sending: address.sending, empty: address.empty, wrong: address.wrong })}`;
};
