import { MAX_ACCESSES } from "../../functions/domain/matter-vocabulary.ts";
import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { formWords, sentSection, wordsField } from "./matter-parts.ts";
import { endingDialog, problemBox } from "./parts.ts";

export const askPage = (page: Page): Html => {
  const { language, words, config } = page;
  const { ask, form } = words;
  const record = pathOf("record", language);
  return html`
  ${problemBox(page)}
  <h1>${ask.title}</h1>
  <p>${fill(ask.lead, { company: config.brand.name })}</p>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}"></p>
  <p id="none" class="note" hidden>${ask.none} <a href="${record}">${form.toRecord}</a></p>
  <form id="form" method="post" novalidate hidden>
    <fieldset id="looks" data-most="${MAX_ACCESSES}" aria-describedby="looks-hint looks-fault">
      <legend>${ask.which}</legend>
      <p class="hint" id="looks-hint">${ask.whichHint}</p>
      <p class="fault" id="looks-fault" hidden></p>
      <ul id="choices" class="choices" role="list"></ul>
      <p class="acts"><button type="button" class="second" id="all">${ask.all}</button> <a href="${record}">${ask.more}</a></p>
    </fieldset>
    ${wordsField(page, { id: "message", label: ask.words, hint: ask.wordsHint })}
    <p class="aside">${form.kept}</p>
    <button type="submit">${ask.send}</button>
  </form>
  ${sentSection(page)}
  <template id="choice"><li><label><input type="checkbox"> <bdi></bdi></label></li></template>
  ${endingDialog(page)}
  ${formWords(page, { look: ask.look, noLook: ask.noLook, tooMany: ask.tooMany }, ["ROWS_UNKNOWN"])}`;
};
