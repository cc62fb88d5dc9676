import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Ask } from "../../functions/contract/matter.ts";
import { nameOf } from "./people.ts";
import { day, dayOf } from "./when.ts";
import { w, wCount } from "./words.ts";

const AskView = ({ matter, ask }: { readonly matter: DeskMatter; readonly ask: Ask }) => {
  const { askId, to, employeeId, state, askedAt, answerBy, accesses } = ask;
  const said = (act: "ask" | "answer") =>
    matter.entries.flatMap(({ deed }) =>
      (deed.act === "ask" || deed.act === "answer") && deed.act === act && deed.askId === askId ? [deed.words] : [],
    )[0];
  const answer = said("answer");
  return (
    <li>
      <p>
        <b>
          <bdi>{w(`matter.asks.${to}`, { name: nameOf(matter, employeeId) })}</bdi>
        </b>{" "}
        <span class={state === "open" ? "tag" : "tag full"}>{w(`matter.asks.states.${state}`)}</span>
      </p>
      <p class="hint">
        {w("matter.asks.asked", { day: dayOf(askedAt) })}, {wCount("matter.looks.shown", accesses.length)},{" "}
        {w("matter.asks.by", { day: day(answerBy) })}
      </p>
      <details>
        <summary>{w("matter.asks.question")}</summary>
        <p class="said" dir="auto">
          {said("ask")}
        </p>
      </details>
      {answer !== undefined && (
        <>
          <p class="hint">{w("matter.asks.answer")}</p>
          <p class="said own" dir="auto">
            {answer}
          </p>
        </>
      )}
    </li>
  );
};

/** Whom the desk has asked, and what they said. */
export const AsksView = ({ matter }: { readonly matter: DeskMatter }) => (
  <section class="panel" aria-labelledby="asks-heading">
    <h2 id="asks-heading">{w("matter.asks.title")}</h2>
    {matter.asks.length === 0 && <p class="hint">{w("matter.asks.none")}</p>}
    <ul class="asks">
      {matter.asks.toReversed().map((ask) => (
        <AskView key={ask.askId} matter={matter} ask={ask} />
      ))}
    </ul>
  </section>
);
