import { type Html, html } from "../build/html.ts";
import type { Page } from "../build/site.ts";
import type { Count } from "../words/count.ts";
import type { ProblemCode } from "../words/words.ts";

type Live = string | Count;

const isCount = (words: Live): words is Count => typeof words !== "string";

/** Words for the page's script, by key: text inside a template, which is neither shown nor executed. */
export const liveWords = (words: Readonly<Record<string, Live>>): Html => html`
  <template id="words">${Object.entries(words).map(([key, value]) =>
    isCount(value)
      ? html`<i id="${key}.one">${value.one}</i><i id="${key}.other">${value.other}</i>`
      : html`<i id="${key}">${value}</i>`,
  )}</template>`;

/** The words of the problems that this page can meet. */
export const problemWords = ({ words }: Page, codes: readonly ProblemCode[]): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ["errorTitle", words.live.errorTitle],
    ...(["UNAVAILABLE", "OFFLINE", "UNEXPECTED", ...codes] as const).map((code) => [code, words.live.problems[code]]),
  ]);

/** Where the page says what went wrong: it takes the focus, names the field, and offers to try again. */
export const problemBox = ({ words }: Page): Html => html`
  <div id="problem" class="problem" role="group" aria-labelledby="problem-heading" tabindex="-1" hidden>
    <h2 id="problem-heading">${words.layout.problemHeading}</h2>
    <p id="problem-words"></p>
    <button type="button" id="retry" class="second" hidden>${words.live.retry}</button>
  </div>`;

/** Where a mailed code is typed, beside its hint and its fault. */
export const CODE_INPUT: Html = html`<input id="code" name="code" class="digits" type="text" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="40" required aria-describedby="code-hint code-fault">`;

/** Asked before a sign-in ends (WCAG 2.2.1). `close` is what one goes on with. */
export const endingDialog = ({ words }: Page, close = words.ending.close): Html => html`
  <dialog id="ending" aria-labelledby="ending-heading">
    <h2 id="ending-heading">${words.ending.heading}</h2>
    <p id="ending-words"></p>
    <button type="button" id="stay">${words.ending.stay}</button>
    <button type="button" id="ending-close" class="second">${close}</button>
  </dialog>`;

export const dpoLink = ({ config }: Page): Html =>
  html`<a href="mailto:${config.dpo.email}">${config.dpo.name}, ${config.dpo.email}</a>`;

/** The shapes that stand beside the words for the evidence: told apart without colour. */
export const EVIDENCE_ICONS: Html = html`
  <svg class="sprite" aria-hidden="true">
    <symbol id="i-confirmed" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9"/><path d="M5.5 10.5l3 3 6-7"/></symbol>
    <symbol id="i-stated" viewBox="0 0 20 20"><path class="hollow" d="M2 3h16v11H9l-4 4v-4H2z"/><path class="line" d="M6 7h8M6 10.500h5"/></symbol>
    <symbol id="i-contradicted" viewBox="0 0 20 20"><path class="full" d="M10 1l9.500 17H.5z"/><path d="M10 7v5M10 14.200v1.600"/></symbol>
    <symbol id="i-missing" viewBox="0 0 20 20"><rect class="full" x="1" y="1" width="18" height="18" rx="3"/><path d="M7 7.500q0-3 3-3t3 2.700c0 2.300-3 2.300-3 4.800M10 14.200v1.600"/></symbol>
  </svg>`;
