import { fill, type Html, html } from "../build/html.ts";
import type { Page } from "../build/site.ts";
import { dpoLink, endingDialog, liveWords, problemBox, problemWords } from "./parts.ts";

/** The desk's door and, behind it, the desk itself. Neither shows before the service has said who is there. */
export const deskPage = (page: Page): Html => {
  const { desk } = page.words;
  return html`
  <h1>${desk.title}</h1>
  ${problemBox(page)}
  <p role="status" id="status">${desk.loading}</p>
  <section id="door" hidden>
    <p class="lead">${desk.lead}</p>
    <p><button type="button" id="sign-in">${desk.signIn}</button></p>
    <p class="hint">${desk.signInHint}</p>
  </section>
  <div id="desk" hidden>
    <section class="panel">
      <dl>
        <div><dt>${desk.who}</dt><dd><b><bdi id="who"></bdi></b></dd></div>
        <div><dt>${desk.role}</dt><dd id="role"></dd></div>
        <div id="unit-line"><dt>${desk.unit}</dt><dd><bdi id="unit"></bdi></dd></div>
      </dl>
      <p class="hint" id="shown"></p>
      <p class="acts">
        <button type="button" class="second" id="again">${desk.again}</button>
        <button type="button" class="second" id="sign-out">${desk.signOut}</button>
      </p>
    </section>
    <section id="work" aria-labelledby="work-heading">
      <h2 id="work-heading">${desk.workHeading}</h2>
      <p>${fill(desk.today, { dpo: dpoLink(page) })}</p>
      <pre tabindex="0"><code>${desk.command}</code></pre>
    </section>
  </div>
  ${endingDialog(page, desk.close)}
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
  })}`;
};
