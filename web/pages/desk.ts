import type { StaffSession } from "../../functions/contract/desk-api.ts";
import { Failure } from "../api.ts";
import { openDesk } from "../desk/app.tsx";
import { isPlace } from "../desk/place.ts";
import { goAndSignIn, placeBefore, staffWatch } from "../desk-session.ts";
import { at, show, tell } from "../dom.ts";
import { askAgainWhoIsThere } from "../leave.ts";
import { keep, kept } from "../place.ts";
import { forPreferredLanguage } from "../preferred-language.ts";
import { showProblem, wordsOf } from "../problem-box.ts";
import { clockTime, knows, language, say } from "../say.ts";
import { jumpWithinPage } from "../within-page.ts";

const { attempt, begin, watchSession } = staffWatch;

/** What the address says of how one got here; shown once. A place of the desk stays. */
const arrival = isPlace(location.hash) ? "" : location.hash.slice(1);
if (arrival !== "") history.replaceState(null, "", location.pathname);

/**
 * Whether the page goes on in another language: the browser's first one that the desk speaks. Not where one was chosen,
 * by a link or by the address; `/desk` alone chooses none.
 */
const goesOnInAnotherLanguage = (): boolean => {
  if (language !== "en" || arrival !== "" || kept("language") !== "") return false;
  const link = forPreferredLanguage((code) => `.languages a[hreflang="${code}"]`);
  if (!(link instanceof HTMLAnchorElement)) return false;
  location.replace(`${link.href}${location.hash}`);
  return true;
};

/** What came of a sign-in that did not succeed; somebody who was signed in before still is. */
const tellRefusal = (): void => {
  if (/^[A-Z_]+$/.test(arrival) && knows(arrival)) showProblem(wordsOf(new Failure(arrival)));
};

const showDoor = (): void => {
  tell("#status", arrival === "ended" ? say("ended") : arrival === "signed-out" ? say("signedOut") : "");
  show("#door");
  tellRefusal();
};

const showDesk = (staff: StaffSession): void => {
  const { name, roles, unit, authenticatedAt } = staff;
  tell("#status", "");
  tell("#who", name);
  tell("#role", roles.map((role) => say(role)).join(", "));
  tell("#unit", unit ?? "");
  show("#unit-line", unit !== undefined);
  tell("#shown", say("shown", { time: clockTime(Date.parse(authenticatedAt)) }));
  show("#door-heading", false);
  show("#desk");
  openDesk(staff);
  tellRefusal();
};

/** Who is there, without making a page of refusals of it: nobody is the usual case at the door. */
const start = async (): Promise<void> => {
  try {
    const staff = await begin();
    const before = placeBefore();
    if (before !== undefined && !before.startsWith(`${location.pathname}#`)) return location.replace(before);
    // A matter of this very page: only what stands behind `#` changes.
    if (before !== undefined) history.replaceState(null, "", before);
    showDesk(staff);
  } catch (error) {
    if (!(error instanceof Failure && error.code === "STAFF_SIGN_IN_NEEDED")) throw error;
    showDoor();
  }
};

const signIn = (again: boolean) => (): Promise<void> =>
  attempt(async () => {
    keep("language", language);
    tell("#status", say("signingIn"));
    await goAndSignIn({ again });
  });

askAgainWhoIsThere();
jumpWithinPage();
for (const link of document.querySelectorAll(".languages a"))
  link.addEventListener("click", () => {
    keep("language", link.getAttribute("hreflang") ?? "");
    // In the other language one stands where one stood.
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  });
if (!goesOnInAnotherLanguage()) {
  at("#sign-in", HTMLButtonElement).addEventListener("click", signIn(false));
  at("#again", HTMLButtonElement).addEventListener("click", signIn(true));
  watchSession();
  attempt(start);
}
