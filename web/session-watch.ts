import { Failure, readSession, signOut } from "./api.ts";
import { at, show, tell } from "./dom.ts";
import { forget, keep } from "./place.ts";
import { hideProblem, prepareProblems, showProblem, wordsOf } from "./problem-box.ts";
import { clockTime, say } from "./say.ts";

/** WCAG 2.2.1 asks for 20 seconds at least; somebody who reads slowly needs more. */
const WARN_MS = 2 * 60_000;
const LOOK_EVERY_MS = 5_000;

/** A kind of sign-in: the customer's or the staff's. */
interface Kind<Who> {
  readonly read: () => Promise<{ who: Who; idleMs: number; leftMs: number }>;
  /** `false` where whoever wanted to leave thought better of it. */
  readonly end: () => Promise<boolean>;
  /** What the service says where nobody is signed in. */
  readonly needed: string;
  /** Where one goes when the sign-in is over, and where when one ended it. */
  readonly over: () => void;
  readonly left: () => void;
}

/** Sees to it that the end of a sign-in surprises nobody. */
export const sessionWatch = <Who>({ read, end: endIt, needed, over, left: leave }: Kind<Who>) => {
  let idleMs = 0;
  let idleEnd = Number.POSITIVE_INFINITY;
  let end = Number.POSITIVE_INFINITY;
  let warnedOf = 0;

  /** Each answer of the service starts the idle time anew. */
  const answered = (): void => {
    idleEnd = Date.now() + idleMs;
  };

  /** Does something that needs a sign-in; says what went wrong and offers to do it again. */
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    try {
      hideProblem();
      await work();
    } catch (error) {
      if (error instanceof Failure && error.code === needed) return over();
      tell("#status", "");
      showProblem(wordsOf(error), { retry: () => attempt(work) });
    }
  };

  const look = (): void => {
    const ends = Math.min(idleEnd, end);
    const left = ends - Date.now();
    const dialog = at("#ending", HTMLDialogElement);
    if (left <= 0) over();
    if (left <= 0 || left > WARN_MS || warnedOf === ends || dialog.open) return;
    warnedOf = ends;
    const final = ends === end;
    tell("#ending-words", say(final ? "final" : "idle", { time: clockTime(ends) }));
    show("#stay", !final);
    show("#ending-close", final);
    dialog.showModal();
  };

  /** Learns who is signed in, and for how long. */
  const begin = async (): Promise<Who> => {
    const { who, ...life } = await read();
    idleMs = life.idleMs;
    end = Date.now() + life.leftMs;
    answered();
    return who;
  };

  /** Makes the signed-in page's frame work: warning, signing out, trying again. */
  const watchSession = (): void => {
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
        if (!(await endIt())) return;
        forget();
        leave();
      }),
    );
  };

  return { answered, attempt, begin, watchSession };
};

/** The customer's. Back to the address when it is over, and from there to where one was. */
export const { answered, attempt, begin, watchSession } = sessionWatch({
  read: readSession,
  end: async () => {
    await signOut();
    return true;
  },
  needed: "SIGN_IN_NEEDED",
  over: () => {
    keep("back", location.pathname + location.hash);
    location.replace(`${at("#status", HTMLElement).dataset["signIn"]}#ended`);
  },
  left: () => location.replace(at(".brand", HTMLAnchorElement).href),
});
