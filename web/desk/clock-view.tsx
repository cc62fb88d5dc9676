import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { dueWords } from "./due.ts";
import { day } from "./when.ts";
import { w } from "./words.ts";

/** When the matter falls due, what the house means to reach, and how all of it was worked out. */
export const ClockView = ({ matter, now }: { readonly matter: DeskMatter; readonly now: number }) => {
  const { clock, urgency, state } = matter;
  const since = clock.clarifications.find(({ answeredOn }) => answeredOn === undefined)?.askedOn;
  return (
    <section class="panel" aria-labelledby="clock-heading">
      <h2 id="clock-heading">{w("matter.clock.title")}</h2>
      {clock.dueOn === undefined ? (
        <p class="due">{since ? w("matter.clock.rests", { day: day(since) }) : w("queue.rests")}</p>
      ) : (
        <p class={`due ${urgency}`}>
          <b>{day(clock.dueOn)}</b> {state !== "closed" && <span>{dueWords(clock.dueOn, now)}</span>}
        </p>
      )}
      <dl>
        {clock.houseTargetOn !== undefined && (
          <div>
            <dt>{w("matter.clock.target")}</dt>
            <dd>{day(clock.houseTargetOn)}</dd>
          </div>
        )}
        {clock.extendedOn === undefined && clock.extensionNoticeBy !== undefined && (
          <div>
            <dt>{w("matter.clock.notice")}</dt>
            <dd>{day(clock.extensionNoticeBy)}</dd>
          </div>
        )}
      </dl>
      {clock.extendedOn !== undefined && <p>{w("matter.clock.extended", { day: day(clock.extendedOn) })}</p>}
      <details>
        <summary>{w("matter.clock.why")}</summary>
        {clock.why.map((sentence) => (
          <p class="hint" key={sentence}>
            {sentence}
          </p>
        ))}
      </details>
    </section>
  );
};
