import type { ComponentChildren } from "preact";
import { type Field, lookKey, looksIn, looksText } from "./fields.ts";
import { moment } from "./when.ts";
import { w, wCount } from "./words.ts";

/** Looks to choose from, each with when it was and why. */
export const LooksField = ({
  field,
  value,
  told,
  set,
}: {
  readonly field: Extract<Field, { kind: "looks" }>;
  readonly value: string;
  readonly told: ComponentChildren;
  readonly set: (name: string, value: string) => void;
}) => {
  const chosen = new Set(looksIn(value));
  const toggle = (key: string): void => {
    if (!chosen.delete(key)) chosen.add(key);
    set(field.name, looksText([...chosen]));
  };
  return (
    <fieldset>
      <legend>
        {field.label} <span class="hint">({wCount("matter.looks.shown", chosen.size)})</span>
      </legend>
      {told}
      {field.rows.length === 0 && <p class="hint">{w("form.whyNot.noLooks")}</p>}
      <div class="pick-looks">
        {field.rows.map((row) => {
          const key = lookKey(row);
          return (
            <label class="option" key={key}>
              <input type="checkbox" checked={chosen.has(key)} onChange={() => toggle(key)} />
              <span>
                <b>{moment(row.occurredAt)}</b> {row.named && <span class="tag">{w("matter.looks.isNamed")}</span>}
                <span class="hint">
                  {row.sawWords} · {w(`matter.evidence.${row.evidence}`)}
                </span>
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
};
