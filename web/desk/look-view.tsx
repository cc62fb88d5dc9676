import type { DeskMatter, DeskRow } from "../../functions/contract/desk-matters.ts";
import { lookKey } from "./fields.ts";
import { isProtected, nameOf, positionOf } from "./people.ts";
import { dayOf, moment } from "./when.ts";
import { w } from "./words.ts";

interface Said {
  readonly id: string;
  readonly at: string;
  readonly kind: "answer" | "explained";
  readonly words: string;
}

/** What was answered and explained about one look, in the order in which it was said. */
export const saidAbout = ({ asks, entries }: DeskMatter, row: DeskRow): readonly Said[] => {
  const isAbout = (refs: readonly { source: string; eventId: string }[]) =>
    refs.some((ref) => lookKey(ref) === lookKey(row));
  const about = new Set(asks.filter(({ accesses }) => isAbout(accesses)).map(({ askId }) => askId));
  return entries.flatMap(({ id, at, deed }): Said[] => {
    if (deed.act === "answer" && about.has(deed.askId)) return [{ id, at, kind: "answer", words: deed.words }];
    if (deed.act === "explain" && isAbout(deed.accesses)) return [{ id, at, kind: "explained", words: deed.words }];
    return [];
  });
};

/** One look as the desk sees it. */
export const LookView = ({
  matter,
  row,
  saidBefore,
}: {
  readonly matter: DeskMatter;
  readonly row: DeskRow;
  /** What was shown in full with a look above: here it only folds open. */
  readonly saidBefore: (id: string) => boolean;
}) => {
  const { employeeId, onBehalfOf } = row;
  return (
    <li class={row.named ? "look named" : "look"}>
      <p class="look-when">
        <time dateTime={row.occurredAt}>{moment(row.occurredAt, "medium")}</time>
        <span class="hint">{row.source}</span>
      </p>
      <p class="look-who">
        <b>
          <bdi>{nameOf(matter, employeeId)}</bdi>
        </b>
        <span class="hint">
          <bdi>{positionOf(matter, employeeId)}</bdi>
          {onBehalfOf !== undefined && <> {w("matter.looks.onBehalfOf", { name: nameOf(matter, onBehalfOf) })}</>}
        </span>
        {isProtected(matter, employeeId) && <span class="tag warn">{w("matter.people.protected")}</span>}
      </p>
      <div class="look-what">
        <p>
          {row.sawWords} {row.why}
        </p>
        {row.purposeText !== undefined && (
          <p>
            <span class="hint">{w("matter.looks.typed")}: </span>
            <q dir="auto">{row.purposeText}</q>
          </p>
        )}
        <p class="tags">
          {row.named && <span class="tag">{w("matter.looks.isNamed")}</span>}
          {row.restricted && <span class="tag warn">{w("matter.looks.isRestricted")}</span>}
          {row.involvement === "listed" && <span class="tag">{w("matter.looks.listed")}</span>}
          {row.outcome === "denied" && <span class="tag">{w("matter.looks.denied")}</span>}
          {row.outcome === "error" && <span class="tag">{w("matter.looks.failed")}</span>}
          {row.case && (
            <span class="tag">
              {w("matter.looks.case")} <bdi>{row.case.id}</bdi>
            </span>
          )}
        </p>
      </div>
      <p class={`look-evidence ${row.evidence}`}>
        <b>{w(`matter.evidence.${row.evidence}`)}</b>
        <span class="hint">{row.evidenceWords}</span>
      </p>
      {saidAbout(matter, row).map(({ id, at, kind, words }) => (
        <details class="look-said" key={id} open={!saidBefore(id)}>
          <summary>
            {w(`matter.asks.${kind}`)}, {dayOf(at)}
          </summary>
          <p class="said" dir="auto">
            {words}
          </p>
        </details>
      ))}
    </li>
  );
};
