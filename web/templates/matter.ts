import { AUTHORITIES } from "../../functions/domain/authorities.ts";
import { REGIMES } from "../../functions/domain/regimes.ts";
import { type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { formWords, keyed, matterWords, wordsField } from "./matter-parts.ts";
import { endingDialog, problemBox } from "./parts.ts";

const facts = ({ words: { matter } }: Page): Html => html`
  <dl>
    <div><dt>${matter.about}</dt><dd id="kinds"></dd></div>
    <div><dt>${matter.state}</dt><dd id="state"></dd></div>
    <div><dt>${matter.opened}</dt><dd id="opened"></dd></div>
    <div hidden><dt>${matter.closed}</dt><dd id="closed"></dd></div>
    <div hidden><dt>${matter.outcome}</dt><dd id="outcome"></dd></div>
  </dl>
  <h2>${matter.due}</h2>
  <div id="due"></div>`;

const lineTemplates = ({ words: { matter } }: Page): Html => html`
  <template id="own">
    <li class="own">
      <h3></h3>
      <p class="hint" data-part="at"></p>
      <p class="hint" data-part="facts"></p>
      <p class="typed"><bdi data-part="words"></bdi></p>
    </li>
  </template>
  <template id="letter">
    <li class="panel letter">
      <h3></h3>
      <p class="hint">${matter.theyWrote} · <span data-part="at"></span></p>
      <div data-part="paragraphs"></div>
      <p><button type="button" class="second">${matter.pdf}<span class="unseen"></span></button></p>
    </li>
  </template>`;

const answerForm = (page: Page): Html => {
  const { matter, form } = page.words;
  return html`
  <section id="answering" hidden>
    <h2>${matter.answerHeading}</h2>
    <p id="awaited" class="note" hidden>${matter.answerAwaited}</p>
    <form id="form" method="post" novalidate>
      ${wordsField(page, { id: "message", label: matter.answer })}
      <p class="aside">${form.kept}</p>
      <button type="submit">${matter.send}</button>
    </form>
  </section>
  <p id="over" class="note" hidden>${matter.closedNote}</p>`;
};

export const matterPage = (page: Page): Html => {
  const { language, words, config } = page;
  const { matter, contact, record } = words;
  const { name, url, language: spoken } = AUTHORITIES[REGIMES[config.jurisdictions[0]].authority];
  return html`
  ${problemBox(page)}
  <h1>${matter.title}</h1>
  <p><a href="${pathOf("requests", language)}">${matter.back}</a></p>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}" data-requests="${pathOf("requests", language)}">${matter.loading}</p>
  <div id="shown" hidden>
    <p class="lead"><b id="reference"></b></p>
    <p>${matter.lead}</p>
    ${facts(page)}
    <h2>${matter.storyHeading}</h2>
    <ol id="lines" role="list"></ol>
    <p role="status" id="file-status"></p>
    ${answerForm(page)}
    <section>
      <h2>${matter.complainHeading}</h2>
      <p>${matter.complain} <a href="${url}" lang="${spoken}" rel="noreferrer">${name}</a></p>
    </section>
  </div>
  ${lineTemplates(page)}
  ${endingDialog(page)}
  ${formWords(
    page,
    {
      ...matterWords(page),
      ...keyed("channel", contact.channels),
      loading: matter.loading,
      youAsked: matter.youAsked,
      youReported: matter.youReported,
      youWrote: matter.youWrote,
      looks: matter.looks,
      contacted: matter.contacted,
      sender: matter.sender,
      sent: matter.sent,
      preparing: record.preparing,
      saved: record.saved,
    },
    ["ACT_NOT_POSSIBLE"],
  )}`;
};
