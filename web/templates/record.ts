import { EVIDENCE_LEVELS } from "../../functions/domain/vocabulary.ts";
import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { dpoLink, EVIDENCE_ICONS, endingDialog, liveWords, problemBox, problemWords } from "./parts.ts";

const select = (name: string, label: string, all: string, options?: Html | readonly Html[]): Html => html`
  <label>${label} <select name="${name}"><option value="">${all}</option>${options}</select></label>`;

const filters = ({ words: { record } }: Page): Html => html`
  <details id="filtering">
    <summary>${record.filters}</summary>
    <form id="filters">
      ${select(
        "evidence",
        record.filterEvidence,
        record.all,
        EVIDENCE_LEVELS.map((level) => html`<option value="${level}">${record.evidence[level].label}</option>`),
      )}
      ${select("purpose", record.filterPurpose, record.all)}
      ${select("person", record.filterPerson, record.all)}
      <label>${record.from} <input type="date" name="from"></label>
      <label>${record.to} <input type="date" name="to"></label>
      <button type="reset" class="second">${record.clear}</button>
    </form>
  </details>`;

const picture = ({ words: { record } }: Page): Html => html`
  <section aria-labelledby="picture-heading">
    <h2 id="picture-heading">${record.pictureHeading}</h2>
    <svg id="picture" class="picture" role="img" preserveAspectRatio="none"></svg>
    <div id="months" class="months" aria-hidden="true"></div>
    <ul class="legend">${EVIDENCE_LEVELS.map(
      (level) => html`
      <li class="${level}"><svg class="mark" width="20" height="20" aria-hidden="true"><use href="#i-${level}"/></svg> ${record.evidence[level].label}
        <b data-count="${level}"></b></li>`,
    )}</ul>
    <details>
      <summary>${record.pictureTable}</summary>
      <div class="sideways" role="group" aria-labelledby="picture-heading" tabindex="0"><table>
        <thead><tr><th scope="col">${record.month}</th>${EVIDENCE_LEVELS.map(
          (level) => html`<th scope="col">${record.evidence[level].label}</th>`,
        )}<th scope="col">${record.total}</th></tr></thead>
        <tbody id="table"></tbody>
      </table></div>
    </details>
  </section>`;

const lookTemplate = ({ language, words: { record } }: Page): Html => html`
  <template id="look">
    <li class="look" tabindex="-1">
      <p class="when"><time></time></p>
      <p class="who"><b><bdi data-part="who"></bdi></b> <bdi data-part="role"></bdi></p>
      <dl>
        <div><dt>${record.why}</dt><dd><bdi data-part="why"></bdi></dd></div>
        <div><dt>${record.saw}</dt><dd><bdi data-part="saw"></bdi></dd></div>
      </dl>
      <p class="evidence"><svg class="mark" width="20" height="20" aria-hidden="true"><use/></svg> <span><b data-part="level"></b> <bdi data-part="evidence"></bdi></span></p>
      <p class="case" hidden><bdi data-part="case"></bdi></p>
      <p class="explained" hidden><b data-part="explained"></b> <bdi data-part="explanation"></bdi></p>
      <p class="acts"><button type="button" class="same" aria-pressed="false">${record.samePerson}<span class="unseen"></span></button>
      <a class="ask" href="${pathOf("ask", language)}">${record.ask}<span class="unseen"></span></a></p>
    </li>
  </template>`;

export const recordPage = (page: Page): Html => {
  const { language, words } = page;
  const { record, ending } = words;
  return html`
  ${EVIDENCE_ICONS}
  ${problemBox(page)}
  <h1 tabindex="-1">${record.title}</h1>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}">${record.loading}</p>
  <section id="chooser" hidden>
    <h2 tabindex="-1">${record.chooserHeading}</h2>
    <p>${record.chooser}</p>
    <ul id="people" role="list"></ul>
  </section>
  <div id="record" hidden>
    <p id="summary" class="lead"></p>
    <p id="account" hidden><span></span> <button type="button" class="link">${record.otherPerson}</button></p>
    ${picture(page)}
    <details class="panel" open>
      <summary><h2>${record.coverageHeading}</h2></summary>
      <ul id="coverage"></ul>
      <div id="standing"></div>
    </details>
    <section class="panel">
      <h2>${record.keepHeading}</h2>
      <p>${record.keep}</p>
      <p class="acts">${(["pdf", "csv", "json"] as const).map(
        (format) =>
          html`<button type="button" class="second" data-format="${format}">${record.files[format]}</button> `,
      )}</p>
      <p role="status" id="file-status"></p>
      <dl class="facts">
        <div><dt>${record.reference}</dt><dd id="reference"></dd></div>
        <div><dt>${record.made}</dt><dd id="made"></dd></div>
        <div><dt>${record.period}</dt><dd id="period"></dd></div>
      </dl>
    </section>
    <section aria-labelledby="looks-heading">
      <h2 id="looks-heading">${record.looksHeading}</h2>
      ${filters(page)}
      <p class="count"><span role="status" id="count"></span> <span id="times"></span></p>
      <p role="status" id="marked"></p>
      <div id="looks"></div>
      <button type="button" class="second" id="more" hidden>${record.more}</button>
    </section>
    <section class="panel">
      <h2>${record.nextHeading}</h2>
      <p>${fill(record.next, { dpo: dpoLink(page) })}</p>
      <p><a href="${pathOf("contact", language)}">${words.contact.menu}</a></p>
    </section>
  </div>
  ${lookTemplate(page)}
  ${endingDialog(page)}
  ${liveWords({
    ...problemWords(page, ["NOT_FOUND"]),
    ...Object.fromEntries(EVIDENCE_LEVELS.map((level) => [level, record.evidence[level].label])),
    ...record.types,
    idle: ending.idle,
    final: ending.final,
    loading: record.loading,
    progress: record.progress,
    person: record.person,
    picture: record.picture,
    count: record.count,
    countOf: record.countOf,
    noneFound: record.noneFound,
    empty: record.empty,
    samePersonCount: record.samePersonCount,
    samePersonOff: record.samePersonOff,
    case: record.case,
    explained: record.explained,
    onBehalfOf: record.onBehalfOf,
    preparing: record.preparing,
    saved: record.saved,
    times: record.times,
  })}`;
};
