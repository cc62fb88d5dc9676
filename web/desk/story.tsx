import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Deed, Entry } from "../../functions/contract/matter-entry.ts";
import { purposeName } from "./deciding-forms.ts";
import { LetterView } from "./letter-view.tsx";
import { nameOf } from "./people.ts";
import { day, dayOf, moment } from "./when.ts";
import { w, wCount } from "./words.ts";

const whoIn = (matter: DeskMatter, { by }: Entry): string => {
  switch (by.kind) {
    case "customer":
      return w("story.customer");
    case "staff":
      return by.name;
    case "employee":
      return by.to === "manager"
        ? w("story.manager", { name: nameOf(matter, by.employeeId) })
        : nameOf(matter, by.employeeId);
    case "rule":
      return w("story.rule");
    case "clock":
      return "";
  }
};

/** What was done, as a sentence whose subject is whoever did it. */
const didWhat = (matter: DeskMatter, deed: Deed): string =>
  w(`story.deeds.${deed.act}`, {
    name: "employeeId" in deed ? nameOf(matter, deed.employeeId) : "",
    purpose: "purpose" in deed ? purposeName(deed.purpose) : "",
    day: deed.act === "overdue" ? (deed.what === "breach" ? moment(deed.deadline) : day(deed.deadline)) : "",
    outcome: "outcome" in deed ? w(`matter.outcomes.${deed.outcome}`) : "",
  });

/** What belongs to it beside the words: dates, numbers, grounds. */
const detailOf = (deed: Deed): string => {
  switch (deed.act) {
    case "ask":
      return [w("story.by", { day: day(deed.answerBy) }), deed.sentTo].join(" · ");
    case "restrict":
      return w("story.until", { day: day(deed.until) });
    case "look-back":
      return `${wCount("story.customers", deed.customers)}, ${wCount("story.looks", deed.accesses)}`;
    case "decide-breach":
      return [w(`matter.breach.decisions.${deed.decision.kind}`), deed.decision.authorityReference]
        .filter((part) => part !== undefined)
        .join(" · ");
    case "refuse":
      return `${w(deed.partly ? "form.partly" : "form.wholly")} · ${w(`form.grounds.${deed.ground}.label`)}`;
    case "explain":
    case "mark-misuse":
      return wCount("story.looks", deed.accesses.length);
    default:
      return "";
  }
};

const wordsIn = (deed: Deed): string | undefined => {
  if (deed.act === "raise" || deed.act === "join") return deed.part.words;
  if (deed.act === "decide-breach") return deed.decision.reasons;
  return "words" in deed ? deed.words : undefined;
};

const Line = ({ matter, entry }: { readonly matter: DeskMatter; readonly entry: Entry }) => {
  const { at, deed } = entry;
  const words = wordsIn(deed);
  const detail = detailOf(deed);
  const letter = "letter" in deed ? deed.letter : undefined;
  return (
    <li class={`deed ${entry.by.kind}`}>
      <p>
        <time dateTime={at}>{moment(at)}</time>{" "}
        <b>
          <bdi>{whoIn(matter, entry)}</bdi>
        </b>{" "}
        {didWhat(matter, deed)}
        {detail !== "" && <span class="hint"> · {detail}</span>}
      </p>
      {words !== undefined && (
        <p class="said" dir="auto">
          {words}
        </p>
      )}
      {letter && (
        <details>
          <summary>{w("matter.letter.read")}</summary>
          <LetterView letter={letter} about={`${matter.reference} · ${dayOf(at)}`} />
        </details>
      )}
    </li>
  );
};

/** Lines of a matter's story, newest first, each letter to read. */
export const Story = ({ matter, entries }: { readonly matter: DeskMatter; readonly entries: readonly Entry[] }) => (
  <ol class="story">
    {entries.toReversed().map((entry) => (
      <Line key={entry.id} matter={matter} entry={entry} />
    ))}
  </ol>
);
