import { CUSTOMER_PATHS, REQUEST_HEADER } from "../functions/contract/customer-paths.ts";
import { at } from "./dom.ts";
import { forget } from "./place.ts";

const PRESSES = 3;
const WITHIN_MS = 2_000;

/** For people who are watched: nothing readable stays, the sign-in ends, and the page is replaced in the history. */
const leave = (): void => {
  const { href } = at("#exit", HTMLAnchorElement);
  const { method, path } = CUSTOMER_PATHS.signOut;
  forget();
  document.title = " ";
  document.body.replaceChildren();
  // Sent while the page goes away; nobody is left to hear whether it arrived, and an unused sign-in ends by itself.
  fetch(path, {
    method,
    headers: { [REQUEST_HEADER]: "1", "content-type": "application/json" },
    keepalive: true,
  }).catch(() => undefined);
  location.replace(href);
};

/** A page that comes back from the browser's memory shows what was on it; it has to ask again who is there. */
export const askAgainWhoIsThere = (): void =>
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) location.reload();
  });

/** The way out of every page: its button, or the Esc key three times. */
export const offerLeaving = (): void => {
  at("#exit", HTMLAnchorElement).addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });
  let presses: number[] = [];
  document.addEventListener("keydown", ({ key, timeStamp }) => {
    presses = key === "Escape" ? [...presses.filter((at) => timeStamp - at < WITHIN_MS), timeStamp] : [];
    if (presses.length === PRESSES) leave();
  });
  askAgainWhoIsThere();
};
