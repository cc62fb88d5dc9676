import { type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { CODE_INPUT, liveWords, problemBox, problemWords } from "./parts.ts";

export const codePage = (page: Page): Html => {
  const { language, words } = page;
  const { code } = words;
  return html`
  ${problemBox(page)}
  <h1>${code.title}</h1>
  <p id="sent">${code.sent} <b><bdi id="sent-to"></bdi></b></p>
  <form id="form" method="post" data-next="${pathOf("record", language)}" novalidate>
    <label for="code">${code.label}</label>
    <p class="hint" id="code-hint">${code.hint}</p>
    <p class="fault" id="code-fault" hidden></p>
    ${CODE_INPUT}
    <button type="submit">${code.confirm}</button>
    <p role="status" id="status"></p>
  </form>
  <section class="aside">
    <h2>${code.noneHeading}</h2>
    <ul>${code.none.map((line) => html`<li>${line}</li>`)}</ul>
    <p class="acts">
      <button type="button" class="second" id="again">${code.again}</button>
      <a href="${pathOf("address", language)}" id="other-address">${code.otherAddress}</a>
    </p>
    <p role="status" id="again-status"></p>
  </section>
  ${liveWords({
    ...problemWords(page, ["REQUEST_INVALID", "CODE_WRONG", "CODE_SPENT", "CODE_PAUSED"]),
    confirming: code.confirming,
    eight: code.eight,
    againDone: code.againDone,
  })}`;
};
