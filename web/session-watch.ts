import { Failure, readSession, signOut } from "./api.ts";
import { at, show, tell } from "./dom.ts";
import { forget, keep } from "./place.ts";
import { hideProblem, prepareProblems, showProblem, wordsOf } from "./problem-box.ts";
import { clockTime, say } from "./say.ts";

/** WCAG 2.2.1 asks for 20 seconds at least; somebody who reads slowly needs more. */
const WARN_MS = 2 * 60_000;
const LOOK_EVERY_MS = 5_000;

let idleMs = 0;
let idleEnd = Number.POSITIVE_INFINITY;
let end = Number.POSITIVE_INFINITY;
let warnedOf = 0;

/** Each answer of the service starts the idle time anew. */
export const answered = (): void => {
  idleEnd = Date.now() + idleMs;
};

/** Back to the address, and from there to where one was. */
const toSignIn = (): void => {
  keep("back", location.pathname + location.hash);
  location.replace(`${at("#status", HTMLElement).dataset["signIn"]}#ended`);
};

/** Does something that needs a sign-in; says what went wrong and offers to do it again. */
export const attempt = async (work: () => Promise<void>): Promise<void> => {
  try {
    hideProblem();
    await work();
  } catch (error) {
    if (error instanceof Failure && error.code === "SIGN_IN_NEEDED") return toSignIn();
    tell("#status", "");
    showProblem(wordsOf(error), { retry: () => attempt(work) });
  }
};

const look = (): void => {
  const ends = Math.min(idleEnd, end);
  const left = ends - Date.now();
  const dialog = at("#ending", HTMLDialogElement);
  if (left <= 0) toSignIn();
  if (left <= 0 || left > WARN_MS || warnedOf === ends || dialog.open) return;
  warnedOf = ends;
  const final = ends === end;
  tell("#ending-words", say(final ? "final" : "idle", { time: clockTime(ends) }));
  show("#stay", !final);
  show("#ending-close", final);
  dialog.showModal();
};

/** Learns who is signed in and sees to it that the end of a sign-in surprises nobody. */
export const begin = async (): Promise<number> => {
  const { accounts, ...life } = await readSession();
  idleMs = life.idleMs;
  end = Date.now() + life.leftMs;
  answered();
  return accounts;
};

/** Makes the signed-in page's frame work: warning, signing out, trying again. */
export const watchSession = (): void => {
  const dialog = at("#ending", HTMLDialogElement);
  prepareProblems();
  setInterval(look, LOOK_EVERY_MS);
  document.addEventListener("visibilitychange", look);
  at("#ending-close", HTMLButtonElement).addEventListener("click", () => dialog.close());
  at("#stay", HTMLButtonElement).addEventListener("click", () => {
    dialog.close();
    attempt(async () => void (await begin()));
  });
  at("#sign-out", HTMLButtonElement).addEventListener("click", () =>
    attempt(async () => {
      await signOut();
      forget();
      location.replace(at(".brand", HTMLAnchorElement).href);
    }),
  );
};
