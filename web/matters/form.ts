import { at, lines, show, tell } from "../dom.ts";
import { type Fault, refuse } from "../faults.ts";
import { language, say, sayCount } from "../say.ts";
import { answered, attempt } from "../session-watch.ts";
import { readMatter } from "./api.ts";
import { keepDraft } from "./draft.ts";

/** What is wrong with a text of many words; empty where nothing is. Counted as the service counts. */
export const wordsFault = (field: string, isNeeded = true): Fault => {
  const area = at(field, HTMLTextAreaElement);
  const over = area.value.trim().length - Number(area.dataset["most"]);
  if (over > 0) return [field, sayCount("tooLong", over)];
  return [field, isNeeded && area.value.trim() === "" ? say("empty") : ""];
};

const count = (area: HTMLTextAreaElement): void =>
  tell(`#${area.id}-count`, say("counted", { n: area.value.trim().length, most: Number(area.dataset["most"]) }));

interface Sending {
  /** Under which what is typed is kept until it is sent. */
  readonly draft: string;
  readonly faults: () => readonly Fault[];
  readonly send: () => Promise<void>;
}

/** A form whose text is never lost: kept while it is typed, and still there whatever becomes of sending it. */
export const prepareForm = ({ draft, faults, send }: Sending): void => {
  const form = at("#form", HTMLFormElement);
  const button = at("[type=submit]", HTMLButtonElement, form);
  const forgetDraft = keepDraft(form, draft);
  for (const area of form.querySelectorAll("textarea")) {
    count(area);
    area.addEventListener("input", () => count(area));
  }
  let sending = false;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (sending || refuse(faults())) return;
    sending = true;
    button.setAttribute("aria-disabled", "true");
    tell("#status", say("sending"));
    await attempt(async () => {
      await send();
      answered();
      forgetDraft();
      form.reset();
      for (const area of form.querySelectorAll("textarea")) count(area);
    });
    tell("#status", "");
    sending = false;
    button.removeAttribute("aria-disabled");
  });
};

/** Puts in the form's place what was received, what happens next and by when. */
export const showSent = async (reference: string): Promise<void> => {
  tell("#sent-reference", reference);
  at("#sent-matter", HTMLAnchorElement).hash = reference;
  show("#form", false);
  show("#sent");
  at("#sent h2", HTMLElement).focus();
  // It is kept already; where its date cannot be asked for now, it stands under the link.
  const found = await readMatter(reference, language).catch(() => undefined);
  if (found !== undefined) lines("#sent-due", "p", found.matter.due.why);
};

/** Offers the customers behind the address where there are several. */
export const offerPersons = (accounts: number): void => {
  const select = at("#person", HTMLSelectElement);
  select.append(
    ...Array.from({ length: accounts }, (_, at) => new Option(say("person", { n: at + 1 }), String(at + 1))),
  );
  show("#person-field", accounts > 1);
};
