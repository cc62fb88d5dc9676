import { Failure } from "../api.ts";
import { at, show } from "../dom.ts";
import type { Fault } from "../faults.ts";
import { offerLeaving } from "../leave.ts";
import { reportContact } from "../matters/api.ts";
import { offerPersons, prepareForm, showSent, wordsFault } from "../matters/form.ts";
import { keep } from "../place.ts";
import { language, say } from "../say.ts";
import { attempt, begin, watchSession } from "../session-watch.ts";

const day = at("#day", HTMLInputElement);
const channel = at("#channel", HTMLSelectElement);
const safety = (): string => document.querySelector<HTMLInputElement>("[name=safety]:checked")?.value ?? "";
const typed = (selector: string): string => at(selector, HTMLInputElement).value.trim();

const faults = (): readonly Fault[] => [
  ["#day", day.value === "" ? say("noDay") : day.value > day.max ? say("futureDay") : ""],
  ["#channel", channel.value === "" ? say("noChannel") : ""],
  wordsFault("#message", false),
  ["#safety", safety() === "" ? say("noSafety") : ""],
];

const send = async (): Promise<void> => {
  const [from, words, safeWay] = [typed("#from"), at("#message", HTMLTextAreaElement).value, typed("#way")];
  const reference = await reportContact({
    account: Number(at("#person", HTMLSelectElement).value) || 1,
    language,
    contactedOn: day.value,
    channel: channel.value,
    safety: safety(),
    ...(from !== "" && { from }),
    ...(words.trim() !== "" && { words }),
    ...(safeWay !== "" && { safeWay }),
  });
  await showSent(reference);
};

/** Help is there for everybody; only the report needs to know whose data it is about. */
const start = async (): Promise<void> => {
  try {
    offerPersons((await begin()).accounts);
    // After the persons are there, so that the one that was chosen before is found again.
    prepareForm({ draft: "contact", faults, send });
    show("#form");
  } catch (error) {
    if (!(error instanceof Failure && error.code === "SIGN_IN_NEEDED")) throw error;
    keep("back", location.pathname);
    show("#sign-in");
  }
};

// A day later than here may be today where the customer is; the service looks again.
// Swedish writes dates as ISO 8601 does.
day.max = new Intl.DateTimeFormat("sv").format(new Date());
at("#country", HTMLSelectElement).addEventListener("change", ({ target }) => {
  for (const part of document.querySelectorAll<HTMLElement>("[data-country]"))
    part.hidden = target instanceof HTMLSelectElement && part.dataset["country"] !== target.value;
});
offerLeaving();
watchSession();
attempt(start);
