import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { field, formWords } from "./matter-parts.ts";
import { CODE_INPUT, endingDialog, problemBox } from "./parts.ts";

const askForm = (page: Page): Html => {
  const words = page.words["new-address"];
  return html`
  <form id="ask-form" method="post" novalidate hidden>
    <ol class="steps">${words.steps.map((step) => html`<li>${step}</li>`)}</ol>
    ${field(
      page,
      { id: "email", label: words.label },
      html`<input id="email" name="email" type="email" autocomplete="email" autocapitalize="none" spellcheck="false" maxlength="254" required aria-describedby="email-fault">`,
    )}
    <button type="submit">${words.send}</button>
  </form>`;
};

const codeForm = (page: Page): Html => {
  const words = page.words["new-address"];
  return html`
  <form id="code-form" method="post" novalidate hidden>
    <h2 tabindex="-1">${words.codeHeading}</h2>
    <p>${fill(words.codeSent, { address: html`<b><bdi id="sent-to"></bdi></b>` })}</p>
    ${field(page, { id: "code", label: words.codeLabel, hint: page.words.code.hint }, CODE_INPUT)}
    <p class="acts"><button type="submit">${words.confirm}</button>
      <button type="button" class="link" id="other-address">${words.otherAddress}</button></p>
  </form>`;
};

export const newAddressPage = (page: Page): Html => {
  const { language } = page;
  const words = page.words["new-address"];
  return html`
  ${problemBox(page)}
  <h1>${words.title}</h1>
  <p class="lead">${words.lead}</p>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}"></p>
  ${askForm(page)}
  ${codeForm(page)}
  <section id="held" class="panel" hidden>
    <h2 tabindex="-1">${words.heldHeading}</h2>
    <p class="lead" id="held-words"></p>
    <ul>${words.heldNext.map((line) => html`<li>${line}</li>`)}</ul>
    <p><button type="button" class="second" id="cancel">${words.cancel}</button></p>
  </section>
  ${endingDialog(page)}
  ${formWords(
    page,
    {
      emptyAddress: words.empty,
      wrong: words.wrong,
      same: words.same,
      eight: page.words.code.eight,
      held: words.held,
      cancelling: words.cancelling,
      cancelled: words.cancelled,
    },
    ["ACT_NOT_POSSIBLE", "CODE_WRONG", "CODE_SPENT", "CODE_PAUSED"],
  )}`;
};
