import { type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import { endingDialog, liveWords, problemBox, problemWords } from "./parts.ts";

export const requestsPage = (page: Page): Html => {
  const { language, words } = page;
  const { requests, ending, record } = words;
  return html`
  ${problemBox(page)}
  <h1>${requests.title}</h1>
  <p>${requests.lead}</p>
  <p role="status" id="status" data-sign-in="${pathOf("address", language)}">${requests.loading}</p>
  <ul id="requests" role="list"></ul>
  <template id="request">
    <li class="panel">
      <h2></h2>
      <p data-part="state"></p>
      <dl>
        <div><dt>${requests.received}</dt><dd data-part="received"></dd></div>
        <div><dt>${requests.answered}</dt><dd data-part="answered"></dd></div>
        <div><dt>${requests.period}</dt><dd data-part="period"></dd></div>
      </dl>
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
  })}`;
};
