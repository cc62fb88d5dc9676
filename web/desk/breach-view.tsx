import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Breach } from "../../functions/contract/matter.ts";
import { nameOf } from "./people.ts";
import { dayOf, hoursTo, moment } from "./when.ts";
import { w } from "./words.ts";

/** The breach, and while nobody has decided on it the 72 hours that run (GDPR Art. 33(1)). */
export const BreachView = ({
  matter,
  breach,
  now,
}: {
  readonly matter: DeskMatter;
  readonly breach: Breach;
  readonly now: number;
}) => {
  const { employeeId, awareAt, notifyBy, decision } = breach;
  const { h, min, over } = hoursTo(notifyBy, now);
  return (
    <section class={decision ? "panel" : "panel breach"} aria-labelledby="breach-heading">
      <h2 id="breach-heading">{w("matter.breach.title")}</h2>
      {decision === undefined && (
        <>
          <p class="due overdue">
            <b role="timer">{w(over ? "matter.breach.over" : "matter.breach.left", { h, min })}</b>
          </p>
          <p class="hint">{w("matter.breach.open")}</p>
        </>
      )}
      <p>
        <bdi>{w("matter.breach.about", { name: nameOf(matter, employeeId) })}</bdi>
      </p>
      <dl>
        <div>
          <dt>{w("matter.breach.aware")}</dt>
          <dd>{moment(awareAt)}</dd>
        </div>
        <div>
          <dt>{w("matter.breach.by")}</dt>
          <dd>{moment(notifyBy)}</dd>
        </div>
        {decision?.authorityReference !== undefined && (
          <div>
            <dt>{w("matter.breach.number")}</dt>
            <dd>
              <bdi>{decision.authorityReference}</bdi>
            </dd>
          </div>
        )}
      </dl>
      {decision && (
        <>
          <p>
            <b>{w(`matter.breach.decisions.${decision.kind}`)}</b>{" "}
            <span class="hint">
              {w("matter.breach.decided", { day: dayOf(decision.decidedAt), name: decision.decidedBy.name })}
            </span>
          </p>
          <p class="said" dir="auto">
            {decision.reasons}
          </p>
        </>
      )}
    </section>
  );
};
