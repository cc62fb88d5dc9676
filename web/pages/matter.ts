import type { CustomerLine, CustomerMatter } from "../../functions/contract/customer-matters.ts";
import { at, copyOf, show, tell, lines as writeLines } from "../dom.ts";
import { offerLeaving } from "../leave.ts";
import { downloadLetter, readMatter, writeInMatter } from "../matters/api.ts";
import { prepareForm, wordsFault } from "../matters/form.ts";
import { save } from "../save.ts";
import { companyZone, date, language, say } from "../say.ts";
import { answered, attempt, begin, watchSession } from "../session-watch.ts";
import { jumpWithinPage } from "../within-page.ts";

/** Which one, after the `#`, where it is sent to nobody. */
const reference = location.hash.slice(1);

const moment = (instant: string) => date(instant, { dateStyle: "long", timeStyle: "short", timeZone: companyZone });
const civilDay = (on: string) => date(on, { dateStyle: "long", timeZone: "UTC" });

type Letter = Extract<CustomerLine, { kind: "letter" }>;

const letterItem = ({
  at: written,
  letterId,
  language: spoken,
  title,
  paragraphs: texts,
}: Letter): DocumentFragment => {
  const item = copyOf("#letter");
  tell("h3", title, item);
  for (const selector of ["h3", "[data-part=paragraphs]"]) at(selector, HTMLElement, item).lang = spoken;
  tell("[data-part=at]", moment(written), item);
  tell(".unseen", `: ${title}`, item);
  writeLines("[data-part=paragraphs]", "p", texts, item);
  at("button", HTMLButtonElement, item).addEventListener("click", () =>
    attempt(async () => {
      tell("#file-status", say("preparing"));
      const { blob, name } = await downloadLetter(reference, letterId).finally(() => tell("#file-status", ""));
      answered();
      save(blob, name);
      tell("#file-status", say("saved", { name }));
    }),
  );
  return item;
};

const factsOf = (line: Exclude<CustomerLine, Letter>): string => {
  if (line.kind === "question")
    return line.looks.length === 0 ? "" : say("looks", { times: line.looks.map(moment).join("; ") });
  if (line.kind === "words") return "";
  const contacted = say("contacted", { day: civilDay(line.contactedOn), channel: say(`channel-${line.channel}`) });
  return line.senderTail === undefined ? contacted : `${contacted}, ${say("sender", { tail: line.senderTail })}`;
};

const HEADINGS = { question: "youAsked", "contact-report": "youReported", words: "youWrote" } as const;

const ownItem = (line: Exclude<CustomerLine, Letter>): DocumentFragment => {
  const item = copyOf("#own");
  tell("h3", say(HEADINGS[line.kind]), item);
  tell("[data-part=at]", moment(line.at), item);
  tell("[data-part=facts]", factsOf(line), item);
  tell("[data-part=words]", line.words ?? "", item);
  return item;
};

const fact = (selector: string, words: string | undefined): void => {
  tell(selector, words ?? "");
  const row = at(selector, HTMLElement).parentElement;
  if (row !== null) row.hidden = words === undefined;
};

const write = ({ matter, lines }: CustomerMatter): void => {
  const { state, kinds, openedAt, closedAt, outcome, due, awaitsWords } = matter;
  tell("#reference", matter.reference);
  tell("#kinds", kinds.map((kind) => say(`kind-${kind}`)).join("; "));
  tell("#state", say(`state-${state}`));
  tell("#opened", moment(openedAt));
  fact("#closed", closedAt && moment(closedAt));
  fact("#outcome", outcome && say(`outcome-${outcome}`));
  writeLines("#due", "p", due.why);
  at("#lines", HTMLElement).replaceChildren(
    ...lines.map((line) => (line.kind === "letter" ? letterItem(line) : ownItem(line))),
  );
  show("#answering", state !== "closed");
  show("#awaited", awaitsWords);
  show("#over", state === "closed");
  show("#shown");
};

const load = async (): Promise<void> => {
  tell("#status", say("loading"));
  await begin();
  write(await readMatter(reference, language));
  answered();
  tell("#status", "");
};

addEventListener("hashchange", () => location.reload());
offerLeaving();
jumpWithinPage();
watchSession();
if (reference === "") location.replace(at("#status", HTMLElement).dataset["requests"] ?? "/");
else {
  prepareForm({
    draft: `matter.${reference}`,
    faults: () => [wordsFault("#message")],
    send: async () => {
      await writeInMatter(reference, at("#message", HTMLTextAreaElement).value);
      write(await readMatter(reference, language));
      tell("#file-status", say("sent"));
    },
  });
  attempt(load);
}
