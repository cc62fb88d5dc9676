import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { isProtected, nameOf, positionOf } from "./people.ts";
import { moment } from "./when.ts";
import { w } from "./words.ts";

/** Who could have reached the customer, where to ask first, and why they stand there. */
export const PeopleList = ({
  matter,
  showLooksOf,
}: {
  readonly matter: DeskMatter;
  readonly showLooksOf: (employeeId: string) => void;
}) => {
  const { candidates, kinds } = matter;
  if (!kinds.includes("contact-report")) return null;
  return (
    <section class="panel" aria-labelledby="people-heading">
      <h2 id="people-heading">{w("matter.people.title")}</h2>
      {candidates.length === 0 ? (
        <p>{w("matter.people.none")}</p>
      ) : (
        <>
          <p class="hint">{w("matter.people.lead")}</p>
          <ol class="people">
            {candidates.map(({ employeeId, words, lastAt }) => (
              <li key={employeeId}>
                <p>
                  <b>
                    <bdi>{nameOf(matter, employeeId)}</bdi>
                  </b>{" "}
                  <span class="hint">
                    <bdi>{positionOf(matter, employeeId)}</bdi>
                  </span>{" "}
                  {isProtected(matter, employeeId) && <span class="tag warn">{w("matter.people.protected")}</span>}
                </p>
                <p>
                  {words} {lastAt !== undefined && w("matter.people.last", { time: moment(lastAt) })}{" "}
                  <button
                    type="button"
                    class="link"
                    aria-label={`${w("matter.people.show")}: ${nameOf(matter, employeeId)}`}
                    onClick={() => showLooksOf(employeeId)}
                  >
                    {w("matter.people.show")}
                  </button>
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
};
