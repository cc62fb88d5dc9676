import type { AskShown } from "../../functions/contract/desk-acts.ts";
import { MAX_WORDS } from "../../functions/domain/matter-vocabulary.ts";
import { Failure } from "../api.ts";
import { answerAsk, draftKeyOf, readAsk } from "../asked.ts";
import { at, copyOf, show, tell } from "../dom.ts";
import { keep, kept } from "../place.ts";
import { hideProblem, prepareProblems, showProblem, wordsOf } from "../problem-box.ts";
import { companyZone, date, say } from "../say.ts";
import { jumpWithinPage } from "../within-page.ts";

// The link's token leaves the address bar, the history and whatever reads either, before anything else is done. This tab
// remembers it, so that a reload finds the question again.
const arrived = location.hash.slice(1);
if (arrived !== "") {
  keep("ask", arrived);
  history.replaceState(null, "", location.pathname);
}
const token = kept("ask");

const input = at("#reply", HTMLTextAreaElement);
const button = at("#form button", HTMLButtonElement);
let draftKey = "";
let sending = false;

const day = (civilDate: string): string => date(`${civilDate}T12:00:00Z`, { dateStyle: "full", timeZone: "UTC" });

const end = (section: "#thanks" | "#spent"): void => {
  tell("#status", "");
  keep("ask", "");
  localStorage.removeItem(draftKey);
  input.value = "";
  show("#ask", false);
  show(section);
  at(`${section} h2`, HTMLElement).focus();
};

/** Says what went wrong; a link that is over is no problem but an answer. */
const failed = (error: unknown, retry: () => void): void => {
  tell("#status", "");
  if (error instanceof Failure && (error.code === "LINK_SPENT" || error.code === "REQUEST_INVALID")) end("#spent");
  else showProblem(wordsOf(error), { retry });
};

const lookOf = ({ occurredAt, saw, why, source, case: belongsTo }: AskShown["looks"][number]): DocumentFragment => {
  const copy = copyOf("#look");
  const time = date(occurredAt, { dateStyle: "full", timeStyle: "medium", timeZone: companyZone });
  for (const [part, text] of Object.entries({ time, saw, why, source, case: belongsTo ?? "" }))
    tell(`[data-part="${part}"]`, text, copy);
  at("[data-part=case-line]", HTMLElement, copy).hidden = belongsTo === undefined;
  return copy;
};

const count = (): void => tell("#reply-left", say("left", { n: MAX_WORDS - input.value.trim().length }));

const open = async (): Promise<void> => {
  hideProblem();
  try {
    draftKey = await draftKeyOf(token);
    const { to, words, looks, answerBy } = await readAsk(token);
    tell("#status", "");
    show(`#fair-${to}`);
    tell("#question", words);
    at("#looks", HTMLElement).replaceChildren(...looks.map(lookOf));
    tell("#until", say("until", { day: day(answerBy) }));
    input.value = localStorage.getItem(draftKey) ?? "";
    count();
    show("#ask");
  } catch (error) {
    failed(error, open);
  }
};

const refuse = (words: string): void => {
  input.setAttribute("aria-invalid", "true");
  tell("#reply-fault", words);
  show("#reply-fault");
  input.focus();
};

const send = async (): Promise<void> => {
  if (sending) return;
  hideProblem();
  input.removeAttribute("aria-invalid");
  show("#reply-fault", false);
  const words = input.value.trim();
  if (words === "") return refuse(say("empty"));
  if (words.length > MAX_WORDS) return refuse(say("tooLong"));
  sending = true;
  button.setAttribute("aria-disabled", "true");
  tell("#status", say("sending"));
  try {
    await answerAsk(token, words);
    end("#thanks");
  } catch (error) {
    failed(error, send);
  } finally {
    sending = false;
    button.removeAttribute("aria-disabled");
  }
};

prepareProblems();
jumpWithinPage();
input.addEventListener("input", () => {
  count();
  localStorage.setItem(draftKey, input.value);
});
at("#form", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  send();
});
if (token === "") {
  tell("#status", "");
  show("#no-link");
} else open();
