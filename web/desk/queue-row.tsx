import type { QueueRow } from "../../functions/contract/desk-matters.ts";
import { dueWords, hoursWords } from "./due.ts";
import { day } from "./when.ts";
import { w } from "./words.ts";

/** One open matter as a line of the list: the whole line leads to it. */
export const QueueLine = ({
  row,
  staffId,
  now,
}: {
  readonly row: QueueRow;
  readonly staffId: string;
  readonly now: number;
}) => {
  const { reference, kinds, state, handler, dueOn, urgency, waitsFor, notifyBy } = row;
  return (
    <li>
      <a href={`#${reference}`} class={`queue-row ${urgency}${notifyBy === undefined ? "" : " breach"}`}>
        <span class="queue-due">
          {notifyBy !== undefined && (
            <span class="queue-breach">
              <b>{w("queue.breach")}</b> {hoursWords(notifyBy, now)}
            </span>
          )}
          {dueOn === undefined ? (
            <span>{w("queue.rests")}</span>
          ) : (
            <span>
              <b>{day(dueOn)}</b> <span class="relative">{dueWords(dueOn, now)}</span>
            </span>
          )}
        </span>
        <span class="queue-what">{kinds.map((kind) => w(`queue.kinds.${kind}`)).join(" + ")}</span>
        <span class="queue-reference">{reference}</span>
        <span class="queue-state">{w(`queue.states.${state}`)}</span>
        <span class="queue-with">
          <span class="unseen">{w("queue.whose")}: </span>
          <bdi>
            {handler === undefined ? w("queue.nobody") : handler.id === staffId ? w("queue.you") : handler.name}
          </bdi>
        </span>
        <span class="queue-waits">
          {waitsFor.length > 0 && (
            <>
              <span class="narrow">{w("queue.waitsFor")} </span>
              {waitsFor.map((one) => w(`queue.waits.${one}`)).join(", ")}
            </>
          )}
        </span>
      </a>
    </li>
  );
};
