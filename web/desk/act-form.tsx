import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DeskMatter } from "../../functions/contract/desk-matters.ts";
import { goAndSignIn } from "../desk-session.ts";
import type { DeskAct } from "./act-names.ts";
import { BeforeSending } from "./before-sending.tsx";
import { draftsIn, type Values } from "./drafts.ts";
import { FieldView } from "./field-view.tsx";
import { faultOf } from "./fields.ts";
import type { FormContext } from "./form-spec.ts";
import { FORMS } from "./forms.ts";
import { LetterView } from "./letter-view.tsx";
import { Story } from "./story.tsx";
import { type Done, useAct } from "./use-act.ts";
import { moment } from "./when.ts";
import { w } from "./words.ts";

interface ActFormProps {
  readonly act: DeskAct;
  readonly context: FormContext;
  /** Whether the act is still offered: the matter may have moved on under the form. */
  readonly offered: boolean;
  readonly reload: () => Promise<DeskMatter>;
  readonly done: (done: Done) => Promise<void>;
  readonly close: () => void;
}

/** The form of one act: its draft survives whatever happens, and what goes to a customer is read before it goes. */
export const ActForm = ({ act, context, offered, reload, done, close }: ActFormProps) => {
  const { matter, staff } = context;
  const drafts = draftsIn(localStorage);
  const of = { owner: staff.id, reference: matter.reference, act };
  const spec = useMemo(() => FORMS[act](context), [act, context]);
  const [draft, setDraft] = useState(() => drafts.read(of));
  const [values, setValues] = useState<Values>(() => ({ ...spec.start, ...draft?.values }));
  const [isTried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  const sent = (what: Done): Promise<void> => {
    drafts.drop(of);
    return done(what);
  };
  const { standing, letter, goesWithLetter, preview, go } = useAct({ act, context, spec, values, reload, done: sent });
  const fields = spec.fields(values);
  const isBusy = standing.doing !== undefined;

  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (letter) form.current?.querySelector<HTMLElement>(".letter-box")?.scrollIntoView({ block: "nearest" });
  }, [letter]);

  const set = (name: string, value: string): void => {
    const next = { ...values, [name]: value };
    setValues(next);
    const kept = { at: Date.now(), values: next };
    setDraft(drafts.keep(of, kept) ? kept : undefined);
  };
  const discard = (): void => {
    drafts.drop(of);
    close();
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isBusy || !offered) return;
    setTried(true);
    if (fields.every((field) => faultOf(field, values) === undefined)) {
      void (goesWithLetter && letter === undefined ? preview() : go());
      return;
    }
    // After the faults are on the page.
    setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid], fieldset:has(.fault) input")?.focus());
  };

  return (
    <form class="act-form" ref={form} onSubmit={submit} noValidate aria-labelledby="act-heading">
      <h3 id="act-heading" tabIndex={-1} ref={heading}>
        {w(`acts.${act}.label`)}
      </h3>
      <p class="hint">{w(`acts.${act}.lead`)}</p>
      {standing.changed && (
        <div class="note" role="alert">
          <h4>{w("form.changedTitle")}</h4>
          <p>{w("form.changed")}</p>
          <Story matter={matter} entries={standing.changed} />
        </div>
      )}
      {offered || isBusy || (
        <p class="note" role="alert">
          {w("form.notOffered")}
        </p>
      )}
      <BeforeSending act={act} context={context} employeeId={values["employeeId"]} />
      {fields.map((field) => (
        <FieldView
          key={field.name}
          field={field}
          values={values}
          set={set}
          fault={isTried ? faultOf(field, values) : undefined}
        />
      ))}
      {goesWithLetter && letter && (
        <section class="letter-box" aria-labelledby="letter-heading">
          <h4 id="letter-heading">{w("form.previewTitle")}</h4>
          <p class="hint">
            {w("form.previewLead")} {matter.hasAddress || w("matter.noAddress")}
          </p>
          <LetterView
            letter={letter}
            about={w("matter.letter.to", { language: w(`matter.languages.${letter.language}`) })}
          />
        </section>
      )}
      {standing.problem && (
        <p class="fault" role="alert">
          {standing.problem}
        </p>
      )}
      {standing.stale && (
        <div class="note" role="alert">
          <p>{w("form.stale")}</p>
          <button type="button" onClick={() => void goAndSignIn({ again: true })}>
            {w("form.signInAgain")}
          </button>
        </div>
      )}
      <p class="acts">
        <button type="submit" {...((isBusy || !offered) && { "aria-disabled": true })}>
          {standing.doing === "preview"
            ? w("form.previewing")
            : standing.doing === "send"
              ? w("form.sending")
              : (goesWithLetter || spec.writes) && !letter
                ? w("form.preview")
                : w(`acts.${act}.send`)}
        </button>
        <button type="button" class="second" onClick={close}>
          {w("form.cancel")}
        </button>
      </p>
      {draft && (
        <p class="hint">
          {w("form.kept", { time: moment(new Date(draft.at).toISOString()) })}{" "}
          <button type="button" class="link" onClick={discard}>
            {w("form.discard")}
          </button>
        </p>
      )}
    </form>
  );
};
