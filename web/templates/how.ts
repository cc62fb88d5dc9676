import { ALL_AUTHORITIES_URL, AUTHORITIES } from "../../functions/domain/authorities.ts";
import { EVIDENCE_LEVELS } from "../../functions/domain/vocabulary.ts";
import { fill, type Html, html } from "../build/html.ts";
import { localeOf, type Page } from "../build/site.ts";
import { dpoLink, EVIDENCE_ICONS } from "./parts.ts";

export const howPage = (page: Page): Html => {
  const { words, config, language } = page;
  const { how, record, exit } = words;
  const places = {
    company: config.brand.name,
    months: config.retention.months,
    dpo: dpoLink(page),
    exit: exit.label,
  };
  const paragraphs = (list: readonly string[]) => list.map((line) => html`<p>${fill(line, places)}</p>`);
  const bullets = (list: readonly string[]) =>
    html`<ul>${list.map((line) => html`<li>${fill(line, places)}</li>`)}</ul>`;
  const country = new Intl.DisplayNames([localeOf(language)], { type: "region" });
  return html`
  ${EVIDENCE_ICONS}
  <h1>${how.title}</h1>
  <p class="lead">${how.lead}</p>
  <h2>${how.showsHeading}</h2>
  ${paragraphs(how.shows)}
  <h2>${how.evidenceHeading}</h2>
  <p>${how.evidence}</p>
  <dl class="levels">${EVIDENCE_LEVELS.map(
    (level) => html`
    <div class="${level}">
      <dt><svg class="mark" width="20" height="20" aria-hidden="true"><use href="#i-${level}"/></svg> ${record.evidence[level].label}</dt>
      <dd>${record.evidence[level].meaning}</dd>
    </div>`,
  )}</dl>
  <h2>${how.handlesHeading}</h2>
  ${paragraphs([how.names[config.staffIdentity], how.handles])}
  <h2>${how.cannotHeading}</h2>
  ${bullets(how.cannot)}
  <h2>${how.rightsHeading}</h2>
  ${paragraphs(how.rights)}
  <h2>${how.complainHeading}</h2>
  <p>${fill(how.complain, places)}</p>
  <ul>
    ${Object.values(AUTHORITIES).map(
      (one) => html`
      <li>${country.of(one.country)}: <a href="${one.url}" lang="${one.language}" rel="noreferrer">${one.name}</a></li>`,
    )}
    <li><a href="${ALL_AUTHORITIES_URL}" hreflang="en" rel="noreferrer">${how.authorities}</a></li>
  </ul>
  <h2>${how.safeHeading}</h2>
  ${bullets(how.safe)}`;
};
