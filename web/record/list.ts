import type { AskedAbout } from "../asked-about.ts";
import { at, copyOf, element, show, tell } from "../dom.ts";
import { ASKED_ABOUT, keepBefore } from "../place.ts";
import { date, knows, say, sayCount } from "../say.ts";
import { type Look, whoLooked } from "./look.ts";

const STEP = 50;

let looks: readonly Look[] = [];
let zone = "UTC";
let shown = 0;
let marked = "";
let allOf: () => readonly Look[] = () => [];
let accountOf = () => 1;

const mark = (row: HTMLElement): void => {
  const same = row.dataset["person"] === marked;
  row.classList.toggle("marked", same);
  at(".same", HTMLElement, row).setAttribute("aria-pressed", String(same));
};

const written = (look: Look): HTMLElement => {
  const { access } = look;
  const { role, unit, type, handle, onBehalfOf } = access.employee;
  const row = at(".look", HTMLElement, copyOf("#look"));
  const time = at("time", HTMLTimeElement, row);
  time.dateTime = access.occurredAt;
  time.textContent = date(access.occurredAt, { timeStyle: "short", timeZone: zone });
  row.dataset["person"] = handle;
  row.classList.add(access.evidence);
  tell("[data-part=who]", whoLooked(access), row);
  tell(
    "[data-part=role]",
    [role, unit, knows(type) && say(type), onBehalfOf && say("onBehalfOf", { name: onBehalfOf })]
      .filter(Boolean)
      .join(" · "),
    row,
  );
  tell("[data-part=why]", access.why, row);
  tell("[data-part=saw]", access.sawWords, row);
  tell("[data-part=level]", say(access.evidence), row);
  tell("[data-part=evidence]", access.evidenceWords, row);
  for (const unseen of row.querySelectorAll(".unseen")) unseen.textContent = `: ${whoLooked(access)}`;
  at("use", SVGElement, row).setAttribute("href", `#i-${access.evidence}`);
  if (access.case !== undefined) {
    tell("[data-part=case]", say("case", { ...access.case }), row);
    at(".case", HTMLElement, row).hidden = false;
  }
  if (access.explanation !== undefined) {
    const day = date(access.explanation.at, { dateStyle: "long", timeZone: zone });
    tell("[data-part=explained]", say("explained", { day }), row);
    tell("[data-part=explanation]", access.explanation.words, row);
    at(".explained", HTMLElement, row).hidden = false;
  }
  at(".ask", HTMLElement, row).addEventListener("click", () => leaveForQuestion(look));
  mark(row);
  return row;
};

/** The look that was asked about first, then the newest others of the same person. */
const leaveForQuestion = (look: Look): void => {
  const { handle } = look.access.employee;
  const others = allOf().filter((one) => one !== look && one.access.employee.handle === handle);
  const asked = [look, ...others.slice(0, STEP - 1)].map((one): AskedAbout => {
    const { source, eventId, occurredAt, why } = one.access;
    const when = date(occurredAt, { dateStyle: "long", timeStyle: "short", timeZone: zone });
    return { account: accountOf(), source, eventId, when, who: whoLooked(one.access), why, chosen: one === look };
  });
  keepBefore(
    ASKED_ABOUT,
    asked.map((one) => JSON.stringify(one)),
  );
};

/** Adds rows below the others, so that nothing above them moves; a day that goes on keeps its one heading. */
const extend = (by: number): HTMLElement | undefined => {
  const place = at("#looks", HTMLElement);
  let first: HTMLElement | undefined;
  for (const look of looks.slice(shown, shown + by)) {
    if (look.day !== looks[shown - 1]?.day)
      place.append(element("h3", date(look.access.occurredAt, { dateStyle: "full", timeZone: zone })), element("ol"));
    const row = written(look);
    place.lastElementChild?.append(row);
    first ??= row;
    shown += 1;
  }
  show("#more", shown < looks.length);
  return first;
};

/** Shows these rows, newest first, the first fifty or as many as were shown before. */
export const list = (rows: readonly Look[], timeZone: string, atLeast = STEP): void => {
  [looks, zone, shown] = [rows, timeZone, 0];
  at("#looks", HTMLElement).replaceChildren();
  extend(Math.max(atLeast, STEP));
};

export const rowsShown = (): number => shown;

/** Marks every row of one person, those included that are not shown yet; pressing again takes the mark away. */
const markSame = (row: HTMLElement, all: readonly Look[]): void => {
  const handle = row.dataset["person"] ?? "";
  marked = marked === handle ? "" : handle;
  for (const one of at("#looks", HTMLElement).querySelectorAll(".look")) if (one instanceof HTMLElement) mark(one);
  const same = all.filter(({ access }) => access.employee.handle === marked);
  const who = same[0] && whoLooked(same[0].access);
  tell("#marked", who === undefined ? say("samePersonOff") : sayCount("samePersonCount", same.length, { who }));
};

/** Makes the list's buttons work. `all` gives every row of the record, filtered out or not, `account` whose it is. */
export const prepareList = (all: () => readonly Look[], account: () => number): void => {
  [allOf, accountOf] = [all, account];
  at("#more", HTMLButtonElement).addEventListener("click", () => extend(STEP)?.focus({ preventScroll: true }));
  at("#looks", HTMLElement).addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest(".same") : null;
    const row = button?.closest(".look");
    if (row instanceof HTMLElement) markSame(row, all());
  });
};
