import { fill, type Html, html } from "../build/html.ts";
import type { Page } from "../build/site.ts";
import { dpoLink, liveWords, problemBox, problemWords } from "./parts.ts";

/** Where an employee or a manager answers a question. Nothing of it shows before the link has proven good. */
export const answerPage = (page: Page): Html => {
  const { answer } = page.words;
  const company = page.config.brand.name;
  return html`
  <h1>${answer.title}</h1>
  ${problemBox(page)}
  <p role="status" id="status">${answer.loading}</p>
  <section id="spent" hidden>
    <h2 tabindex="-1">${answer.spent}</h2>
    <p>${fill(answer.spentLead, { dpo: dpoLink(page) })}</p>
  </section>
  <p id="no-link" hidden>${fill(answer.noLink, { dpo: dpoLink(page) })}</p>
  <section id="thanks" class="panel" hidden>
    <h2 tabindex="-1">${answer.thanks}</h2>
    <p>${answer.thanksLead}</p>
  </section>
  <div id="ask" hidden>
    <p class="lead">${fill(answer.lead, { company })}</p>
    ${(["employee", "manager"] as const).map(
      (to) => html`<ul id="fair-${to}" hidden>${answer.fair[to].map((line) => html`<li>${line}</li>`)}</ul>`,
    )}
    <h2>${answer.question}</h2>
    <p class="said" id="question" dir="auto"></p>
    <h2>${answer.looks}</h2>
    <ol class="asked-looks" id="looks"></ol>
    <template id="look">
      <li class="panel">
        <p><b data-part="time"></b></p>
        <dl>
          <div><dt>${answer.saw}</dt><dd data-part="saw"></dd></div>
          <div><dt>${answer.why}</dt><dd data-part="why"></dd></div>
          <div data-part="case-line"><dt>${answer.case}</dt><dd><bdi data-part="case"></bdi></dd></div>
          <div><dt>${answer.source}</dt><dd data-part="source"></dd></div>
        </dl>
      </li>
    </template>
    <form id="form" method="post" novalidate>
      <label for="reply">${answer.label}</label>
      <p class="hint" id="reply-hint">${answer.hint}</p>
      <p class="fault" id="reply-fault" hidden></p>
      <textarea id="reply" name="reply" rows="8" dir="auto" required aria-describedby="reply-hint reply-fault reply-left"></textarea>
      <p class="hint" id="reply-left"></p>
      <p id="until"></p>
      <p><button type="submit">${answer.send}</button></p>
      <p class="hint">${answer.kept}</p>
    </form>
  </div>
  ${liveWords({
    ...problemWords(page, []),
    left: answer.left,
    empty: answer.empty,
    tooLong: answer.tooLong,
    until: answer.until,
    sending: answer.sending,
  })}`;
};
