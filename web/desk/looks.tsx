import { useState } from "preact/hooks";
import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { lookKey } from "./fields.ts";
import { rowsOf } from "./form-spec.ts";
import { LookView, saidAbout } from "./look-view.tsx";
import { nameOf, peopleOf } from "./people.ts";
import { w, wCount } from "./words.ts";

const STEP = 50;

/** Which looks are shown: those that were named, everybody's, or one person's. */
export type Shown = "named" | "everyone" | `of ${string}`;

export const firstShown = ({ rows }: DeskMatter): Shown => (rows.some(({ named }) => named) ? "named" : "everyone");

const chosen = (matter: DeskMatter, shown: Shown) => {
  if (shown === "everyone") return matter.rows;
  return shown === "named" ? matter.rows.filter(({ named }) => named) : rowsOf(matter, shown.slice(3));
};

/** The looks of a matter, newest first, with what was asked and answered beside those that it was about. */
export const Looks = ({
  matter,
  shown,
  show,
}: {
  readonly matter: DeskMatter;
  readonly shown: Shown;
  readonly show: (shown: Shown) => void;
}) => {
  const [limit, setLimit] = useState(STEP);
  const rows = chosen(matter, shown);
  // The newest look with it shows an answer in full.
  const firstWith = new Map(
    rows.toReversed().flatMap((row) => saidAbout(matter, row).map(({ id }) => [id, lookKey(row)] as const)),
  );
  const people = peopleOf(matter).filter((id) => rowsOf(matter, id).length > 0);
  const option = (value: Shown, label: string) => (
    <option value={value} key={value}>
      {label} ({chosen(matter, value).length})
    </option>
  );
  return (
    <section class="panel" aria-labelledby="looks-heading" id="looks">
      <h2 id="looks-heading" tabIndex={-1}>
        {w("matter.looks.title")}
      </h2>
      {matter.rows.length === 0 ? (
        <p>{w("matter.looks.none")}</p>
      ) : (
        <>
          <p class="hint">
            {w("matter.looks.lead")} {matter.rowsCut && w("matter.looks.cut")}
          </p>
          <p class="choice">
            <label for="looks-shown">{w("matter.looks.show")}</label>
            <select
              id="looks-shown"
              value={shown}
              onChange={({ currentTarget: { value } }) => {
                setLimit(STEP);
                show(value === "named" || value === "everyone" ? value : `of ${value.slice(3)}`);
              }}
            >
              {option("named", w("matter.looks.named"))}
              {option("everyone", w("matter.looks.everyone"))}
              {people.map((id) => option(`of ${id}`, nameOf(matter, id)))}
            </select>
          </p>
          <p class="unseen" role="status">
            {wCount("matter.looks.shown", rows.length)}
          </p>
          <ol class="looks">
            {rows.slice(0, limit).map((row) => (
              <LookView
                key={lookKey(row)}
                matter={matter}
                row={row}
                saidBefore={(id) => firstWith.get(id) !== lookKey(row)}
              />
            ))}
          </ol>
          {rows.length > limit && (
            <button type="button" class="second" onClick={() => setLimit(limit + STEP)}>
              {w("matter.looks.more", { n: Math.min(STEP, rows.length - limit) })}
            </button>
          )}
        </>
      )}
    </section>
  );
};
