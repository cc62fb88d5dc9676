import { AUTHORITIES } from "../../functions/domain/authorities.ts";
import { HELP, HELP_COUNTRIES, type HelpCountry, helpCountryOf } from "../../functions/domain/help-lines.ts";
import { CHANNELS, SAFETY } from "../../functions/domain/matter-vocabulary.ts";
import { fill, type Html, html } from "../build/html.ts";
import { localeOf, type Page, pathOf } from "../build/site.ts";
import { field, formWords, personField, sentSection, wordsField } from "./matter-parts.ts";
import { endingDialog, problemBox } from "./parts.ts";

const dialled = (number: string): Html => html`<a href="tel:${number.replaceAll(" ", "")}">${number}</a>`;

const helpIn = ({ language, words: { contact }, config }: Page, country: HelpCountry): Html => {
  const { emergency, lines, authority } = HELP[country];
  const { name, url, language: spoken } = AUTHORITIES[authority];
  const numbers = html`${emergency.map((number, at) => html`${at > 0 && " / "}${dialled(number)}`)}`;
  const shown = country === helpCountryOf(config.jurisdictions[0]);
  return html`
  <div data-country="${country}" ${!shown && html`hidden`}>
    <p><b>${fill(contact.danger, { numbers })}</b></p>
    <p>${contact.talk}</p>
    <ul>${lines.map(
      (one) =>
        html`<li><a href="${one.url}" lang="${one.language === language ? localeOf(language) : one.language}" rel="noreferrer">${one.name}</a>: ${dialled(one.number)}</li>`,
    )}</ul>
    <p>${contact.authority} <a href="${url}" lang="${spoken}" rel="noreferrer">${name}</a></p>
  </div>`;
};

const help = (page: Page): Html => {
  const { language, words, config } = page;
  const { contact } = words;
  const names = new Intl.DisplayNames([localeOf(language)], { type: "region" });
  const first = helpCountryOf(config.jurisdictions[0]);
  return html`
  <section class="panel" aria-labelledby="help-heading">
    <h2 id="help-heading">${contact.helpHeading}</h2>
    ${HELP_COUNTRIES.map((country) => helpIn(page, country))}
    <label>${contact.country} <select id="country">${HELP_COUNTRIES.map(
      (country) =>
        html`<option value="${country}" ${country === first && html`selected`}>${names.of(country)}</option>`,
    )}</select></label>
  </section>`;
};

const reportForm = (page: Page): Html => {
  const { contact, form } = page.words;
  return html`
  <form id="form" method="post" novalidate hidden>
    ${personField(page)}
    ${field(
      page,
      { id: "day", label: contact.when, hint: contact.whenHint },
      html`<input id="day" name="day" type="date" required aria-describedby="day-hint day-fault">`,
    )}
    ${field(
      page,
      { id: "channel", label: contact.channel },
      html`<select id="channel" name="channel" required aria-describedby="channel-fault"><option value="">${contact.choose}</option>${CHANNELS.map(
        (channel) => html`<option value="${channel}">${contact.channels[channel]}</option>`,
      )}</select>`,
    )}
    ${field(
      page,
      { id: "from", label: contact.from, hint: contact.fromHint, optional: true },
      html`<input id="from" name="from" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" aria-describedby="from-hint from-fault">`,
    )}
    ${wordsField(page, { id: "message", label: contact.said, hint: contact.saidHint, optional: true })}
    <fieldset id="safety" aria-describedby="safety-fault">
      <legend>${contact.safe}</legend>
      <p class="fault" id="safety-fault" hidden></p>
      <ul class="choices" role="list">${SAFETY.map(
        (one) =>
          html`<li><label><input type="radio" name="safety" value="${one}" id="safety-${one}"> ${contact.safety[one]}</label></li>`,
      )}</ul>
    </fieldset>
    ${field(
      page,
      { id: "way", label: contact.safeWay, hint: contact.safeWayHint, optional: true },
      html`<input id="way" name="way" autocomplete="off" maxlength="200" aria-describedby="way-hint way-fault">`,
    )}
    <p class="aside">${form.kept}</p>
    <button type="submit">${contact.send}</button>
  </form>`;
};

export const contactPage = (page: Page): Html => {
  const { language, words } = page;
  const { contact } = words;
  const address = pathOf("address", language);
  return html`
  ${problemBox(page)}
  <h1>${contact.title}</h1>
  <p class="lead">${contact.lead}</p>
  ${help(page)}
  <h2>${contact.reportHeading}</h2>
  <p role="status" id="status" data-sign-in="${address}"></p>
  <div id="sign-in" hidden>
    <p>${contact.signIn}</p>
    <p><a class="button" href="${address}">${contact.toSignIn}</a></p>
  </div>
  ${reportForm(page)}
  ${sentSection(page)}
  ${endingDialog(page)}
  ${formWords(page, {
    noDay: contact.noDay,
    futureDay: contact.futureDay,
    noChannel: contact.noChannel,
    noSafety: contact.noSafety,
  })}`;
};
