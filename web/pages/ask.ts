import { readAskedAbout } from "../asked-about.ts";
import { at, copyOf, show, tell } from "../dom.ts";
import type { Fault } from "../faults.ts";
import { offerLeaving } from "../leave.ts";
import { askAbout } from "../matters/api.ts";
import { prepareForm, showSent, wordsFault } from "../matters/form.ts";
import { ASKED_ABOUT, keep } from "../place.ts";
import { language, say } from "../say.ts";
import { attempt, begin, watchSession } from "../session-watch.ts";

/** As many as the service takes. */
const most = Number(at("#looks", HTMLElement).dataset["most"]);

const looks = readAskedAbout();
const boxes = looks.map(({ chosen, when, who, why }, index) => {
  const item = copyOf("#choice");
  const box = at("input", HTMLInputElement, item);
  box.id = `look-${index}`;
  box.checked = chosen;
  tell("bdi", say("look", { when, who, why }), item);
  at("#choices", HTMLElement).append(item);
  return box;
});
const chosen = () => looks.filter((_, index) => boxes[index]?.checked);

/** What is marked stays so in this tab, like everything that is typed. */
const keepChoice = (): void => {
  const marked = looks.map((look, index) => ({ ...look, chosen: boxes[index]?.checked === true }));
  keep(ASKED_ABOUT, marked.map((look) => JSON.stringify(look)).join("\n"));
};

const looksFault = (): Fault => {
  const marked = chosen().length;
  return ["#looks", marked === 0 ? say("noLook") : marked > most ? say("tooMany") : ""];
};

at("#choices", HTMLElement).addEventListener("change", keepChoice);
at("#all", HTMLButtonElement).addEventListener("click", () => {
  for (const box of boxes.slice(0, most)) box.checked = true;
  keepChoice();
});
offerLeaving();
watchSession();
prepareForm({
  draft: "ask",
  faults: () => [looksFault(), wordsFault("#message")],
  send: async () => {
    const accesses = chosen().map(({ source, eventId }) => ({ source, eventId }));
    const words = at("#message", HTMLTextAreaElement).value;
    const reference = await askAbout({ account: looks[0]?.account ?? 1, language, accesses, words });
    keep(ASKED_ABOUT, "");
    await showSent(reference);
  },
});
attempt(async () => {
  await begin();
  show("#none", looks.length === 0);
  show("#form", looks.length > 0);
});
