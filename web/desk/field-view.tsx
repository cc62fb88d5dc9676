import { useId } from "preact/hooks";
import { MAX_WORDS } from "../../functions/domain/matter-vocabulary.ts";
import type { Values } from "./drafts.ts";
import type { Fault, Field } from "./fields.ts";
import { LooksField } from "./looks-field.tsx";
import { w, wCount } from "./words.ts";

interface FieldProps {
  readonly field: Field;
  readonly values: Values;
  readonly fault: Fault | undefined;
  readonly set: (name: string, value: string) => void;
}

const faultWords = (fault: Fault, length: number): string =>
  fault === "tooLong" ? wCount("form.tooMany", length - MAX_WORDS) : w(`form.${fault}`);

const Counter = ({ id, length }: { readonly id: string; readonly length: number }) => {
  const left = MAX_WORDS - length;
  return (
    <p class={left < 0 ? "fault" : "hint counter"} id={id}>
      {left < 0 ? wCount("form.tooMany", -left) : wCount("form.left", left)}
    </p>
  );
};

/** One field, with its label, what it is for, and what is wrong with it. */
export const FieldView = ({ field, values, fault, set }: FieldProps) => {
  const id = useId();
  const value = values[field.name] ?? "";
  const told = fault && (
    <p class="fault" id={`${id}-fault`}>
      {faultWords(fault, value.trim().length)}
    </p>
  );
  const isInvalid = fault === undefined ? {} : { "aria-invalid": true };
  const shared = {
    id,
    name: field.name,
    value,
    ...isInvalid,
    "aria-describedby": [field.hint && `${id}-hint`, fault && `${id}-fault`, `${id}-count`].filter(Boolean).join(" "),
    onInput: (event: { readonly currentTarget: { readonly value: string } }) =>
      set(field.name, event.currentTarget.value),
  };

  if (field.kind === "looks") return <LooksField field={field} value={value} told={told} set={set} />;
  if (field.kind === "choice")
    return (
      <fieldset {...isInvalid}>
        <legend>{field.label}</legend>
        {told}
        {field.options.map((option) => (
          <label class="option" key={option.value}>
            <input
              type="radio"
              name={field.name}
              value={option.value}
              checked={value === option.value}
              onChange={() => set(field.name, option.value)}
            />
            <span>
              <b>{option.label}</b>
              {option.help && <span class="hint">{option.help}</span>}
            </span>
          </label>
        ))}
      </fieldset>
    );
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      {field.hint && (
        <p class="hint" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {told}
      {field.kind === "words" && (
        <>
          <textarea {...shared} rows={6} dir="auto" />
          <Counter id={`${id}-count`} length={value.trim().length} />
        </>
      )}
      {field.kind === "line" && <input {...shared} type="text" maxLength={field.max} />}
      {field.kind === "mail" && <input {...shared} type="email" autocomplete="off" spellcheck={false} />}
      {field.kind === "day" && <input {...shared} type="date" />}
      {field.kind === "pick" && (
        <select {...shared}>
          {field.options.some((option) => option.value === value) || <option value="">–</option>}
          {field.options.map((option) => (
            <option value={option.value} key={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </div>
  );
};
