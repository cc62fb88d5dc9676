import { type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { matterWords } from "./matter-parts.ts";
import { endingDialog, liveWords, problemBox, problemWords } from "./parts.ts";

export const requestsPage = (page: Page): Html => {
  const { language, words } = page;
  const { requests, ending, record, matter } = words;
  return html`
  ${problemBox(page)}
  <h1>${requests.title}</h1>
  <p>${requests.lead}</p>
  <p><a href="${pathOf("new-address", language)}">${words["new-address"].title}</a></p>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}">${requests.loading}</p>
  <ul id="requests" role="list"></ul>
  <template id="request">
    <li class="panel">
      <h2></h2>
      <p>${requests.record}. <span data-part="state"></span></p>
      <dl>
        <div><dt>${requests.received}</dt><dd data-part="received"></dd></div>
        <div><dt>${requests.answered}</dt><dd data-part="answered"></dd></div>
        <div><dt>${requests.period}</dt><dd data-part="period"></dd></div>
      </dl>
    </li>
  </template>
  <template id="matter">
    <li class="panel">
      <h2><a href="${pathOf("matter", language)}"></a></h2>
      <p><span data-part="kinds"></span>. <span data-part="state"></span></p>
      <p class="unread" data-part="unread" hidden></p>
      <dl>
        <div><dt>${requests.received}</dt><dd data-part="opened"></dd></div>
        <div data-outcome hidden><dt>${matter.outcome}</dt><dd data-part="outcome"></dd></div>
      </dl>
      <div data-part="due"></div>
    </li>
  </template>
  ${endingDialog(page)}
  ${liveWords({
    ...problemWords(page, ["NOT_FOUND"]),
    idle: ending.idle,
    final: ending.final,
    loading: requests.loading,
    empty: requests.empty,
    person: record.person,
    received: requests.states.received,
    answered: requests.states.answered,
    unread: requests.unread,
    ...matterWords(page),
  })}`;
};
