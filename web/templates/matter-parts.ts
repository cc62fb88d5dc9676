import { MAX_WORDS } from "../../functions/domain/matter-vocabulary.ts";
import { fill, type Html, html } from "../build/html.ts";
import { type Page, pathOf } from "../build/site.ts";
import type { ProblemCode } from "../words/words.ts";
import { liveWords, problemWords } from "./parts.ts";

/** What the states, kinds and outcomes of a matter are called; keys as the script asks for them. */
export const matterWords = ({ words: { matter } }: Page): Readonly<Record<string, string>> => ({
  ...keyed("state", matter.states),
  ...keyed("kind", matter.kinds),
  ...keyed("outcome", matter.outcomes),
});

export const keyed = (kind: string, words: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [`${kind}-${key}`, text]));

/** A label, what helps to fill the field in, and what is wrong with it; `control` is described by both. */
export const field = (
  { words: { form } }: Page,
  { id, label, hint, optional = false }: { id: string; label: string; hint?: string; optional?: boolean },
  control: Html,
): Html => html`
  <div class="field">
    <label for="${id}">${label}${optional && html` <span class="hint">${form.optional}</span>`}</label>
    ${hint !== undefined && html`<p class="hint" id="${id}-hint">${hint}</p>`}
    <p class="fault" id="${id}-fault" hidden></p>
    ${control}
  </div>`;

/** A field for many words, with a count of them. No limit cuts off what is pasted: too much is said, never lost. */
export const wordsField = (page: Page, about: { id: string; label: string; hint?: string; optional?: boolean }): Html =>
  field(
    page,
    about,
    html`<textarea id="${about.id}" name="${about.id}" rows="7" data-most="${MAX_WORDS}" aria-describedby="${about.hint !== undefined && `${about.id}-hint `}${about.id}-fault ${about.id}-count"></textarea>
    <p class="hint count" id="${about.id}-count"></p>`,
  );

/** Which of the customers behind the address; shown only where there are several. */
export const personField = (page: Page): Html => html`
  <div id="person-field" class="field" hidden>
    <label for="person">${page.words.form.person}</label>
    <select id="person" name="person"></select>
  </div>`;

/** What stands in a form's place once it was sent: the reference, what happens next, and by when. */
export const sentSection = (page: Page): Html => {
  const { language, words, config } = page;
  const { form } = words;
  return html`
  <section id="sent" class="panel" hidden>
    <h2 tabindex="-1">${form.sentHeading}</h2>
    <p>${form.reference}: <b id="sent-reference"></b></p>
    <ul>${form.next.map((line) => html`<li>${fill(line, { company: config.brand.name })}</li>`)}</ul>
    <div id="sent-due"></div>
    <p class="acts"><a class="button" id="sent-matter" href="${pathOf("matter", language)}">${form.toMatter}</a>
      <a href="${pathOf("record", language)}">${form.toRecord}</a></p>
  </section>`;
};

/** The words of a form's script, and of the problems that sending can meet. */
export const formWords = (
  page: Page,
  more: Readonly<Record<string, string>>,
  codes: readonly ProblemCode[] = [],
): Html => {
  const { words } = page;
  const { form, ending, record } = words;
  return liveWords({
    ...problemWords(page, ["REQUEST_INVALID", "REQUEST_TOO_LARGE", "TOO_MANY_TODAY", "NOT_FOUND", ...codes]),
    idle: ending.idle,
    final: ending.final,
    person: record.person,
    counted: form.counted,
    empty: form.empty,
    tooLong: form.tooLong,
    sending: form.sending,
    ...more,
  });
};
