import type { RefObject } from "preact";
import type { StaffSession } from "../../functions/contract/desk-api.ts";
import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { dayOf } from "./when.ts";
import { w } from "./words.ts";

/** Which matter it is, how far it is, and who has it. */
export const MatterHead = ({
  matter,
  staff,
  heading,
}: {
  readonly matter: DeskMatter;
  readonly staff: StaffSession;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}) => {
  const { reference, kinds, state, urgency, openedAt, handler, language, hasAddress, outcome, closedAt } = matter;
  const having =
    handler === undefined
      ? w("matter.withNobody")
      : handler.id === staff.id
        ? w("matter.withYou")
        : w("matter.with", { name: handler.name });
  return (
    <div class="matter-head">
      <p>
        <a href="#open" class="back">
          {w("matter.back")}
        </a>
      </p>
      <h1 tabIndex={-1} ref={heading}>
        {reference}
      </h1>
      <p class="tags">
        {kinds.map((kind) => (
          <span class="tag full" key={kind}>
            {w(`queue.kinds.${kind}`)}
          </span>
        ))}
        <span class="tag">{w(`queue.states.${state}`)}</span>
        {state !== "closed" && <span class={`tag ${urgency}`}>{w(`queue.urgencies.${urgency}`)}</span>}
      </p>
      <p class="hint">
        {w("matter.opened", { day: dayOf(openedAt) })} · <bdi>{having}</bdi> ·{" "}
        {w("matter.reads", { language: w(`matter.languages.${language}`) })}
      </p>
      {hasAddress || <p class="hint">{w("matter.noAddress")}</p>}
      {closedAt !== undefined && outcome !== undefined && (
        <p class="note">{w("matter.closed", { day: dayOf(closedAt), outcome: w(`matter.outcomes.${outcome}`) })}</p>
      )}
    </div>
  );
};
