import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import type { Release } from "../../functions/contract/matter.ts";
import { isProtected, nameOf } from "./people.ts";
import { QUESTIONS } from "./people-forms.ts";
import { dayOf, moment } from "./when.ts";
import { w } from "./words.ts";

/** A proposal to tell a name: who proposed it, what was weighed, what the letter would say, and what became of it. */
export const ReleaseView = ({
  matter,
  release,
  isOpen = false,
}: {
  readonly matter: DeskMatter;
  readonly release: Release;
  readonly isOpen?: boolean;
}) => {
  const { employeeId, state, proposedBy, proposedAt, expiresAt, balancing, words, decidedBy, decidedAt, reasons } =
    release;
  const unit = proposedBy.unit === undefined ? "" : `, ${proposedBy.unit}`;
  return (
    <div>
      <p>
        <b>
          <bdi>{w("matter.release.whose", { name: nameOf(matter, employeeId) })}</bdi>
        </b>
        : {w(`matter.release.states.${state}`)}
      </p>
      {isProtected(matter, employeeId) && <p class="note warn">{w("matter.people.protected")}</p>}
      <p class="hint">
        {w("matter.release.proposed", { day: dayOf(proposedAt), name: `${proposedBy.name}${unit}` })}
        {state === "proposed" && <> · {w("matter.release.until", { day: moment(expiresAt) })}</>}
      </p>
      <details open={isOpen}>
        <summary>{w("matter.release.weighed")}</summary>
        <dl class="stacked">
          {QUESTIONS.map((question) => (
            <div key={question}>
              <dt>{w(`form.balancing.${question}.label`)}</dt>
              <dd class="said" dir="auto">
                {balancing[question]}
              </dd>
            </div>
          ))}
          <div>
            <dt>{w("matter.release.letter")}</dt>
            <dd class="said" dir="auto">
              {words}
            </dd>
          </div>
        </dl>
      </details>
      {decidedBy && decidedAt !== undefined && (
        <>
          <p class="hint">{w("matter.release.decided", { day: dayOf(decidedAt), name: decidedBy.name })}</p>
          <p class="said" dir="auto">
            {reasons}
          </p>
        </>
      )}
    </div>
  );
};
