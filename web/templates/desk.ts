import { flatWords } from "../build/flat-words.ts";
import { type Html, html } from "../build/html.ts";
import type { Page } from "../build/site.ts";
import { endingDialog, liveWords, problemBox, problemWords } from "./parts.ts";

/** The desk's door and, behind it, the desk itself. Neither shows before the service has said who is there. */
export const deskPage = (page: Page): Html => {
  const { desk } = page.words;
  const { signOut } = desk.app.form;
  return html`
  <h1 id="door-heading">${desk.title}</h1>
  ${problemBox(page)}
  <p role="status" id="status">${desk.loading}</p>
  <section id="door" hidden>
    <p class="lead">${desk.lead}</p>
    <p><button type="button" id="sign-in">${desk.signIn}</button></p>
    <p class="hint">${desk.signInHint}</p>
  </section>
  <div id="desk" hidden>
    <section class="who" aria-label="${desk.who}">
      <p>
        <b><bdi id="who"></bdi></b> <span id="role"></span><span id="unit-line">, <bdi id="unit"></bdi></span>
      </p>
      <p class="acts">
        <button type="button" class="link" id="again">${desk.again}</button>
        <button type="button" class="link" id="sign-out">${desk.signOut}</button>
      </p>
      <p class="hint" id="shown"></p>
    </section>
    <div id="work"></div>
  </div>
  ${endingDialog(page, desk.close)}
  <dialog id="unsent" aria-labelledby="unsent-heading">
    <form method="dialog">
      <h2 id="unsent-heading">${signOut.title}</h2>
      <p id="unsent-count"></p>
      <p>${signOut.lead}</p>
      <p class="acts">
        <button value="erase">${signOut.erase}</button>
        <button value="keep" class="second">${signOut.keep}</button>
        <button value="cancel" class="second">${signOut.cancel}</button>
      </p>
    </form>
  </dialog>
  ${liveWords({
    ...problemWords(page, []),
    ...desk.problems,
    ...desk.roles,
    ended: desk.ended,
    signedOut: desk.signedOut,
    signingIn: desk.signingIn,
    shown: desk.shown,
    idle: desk.idle,
    final: desk.final,
    ...flatWords(desk.app),
  })}`;
};
