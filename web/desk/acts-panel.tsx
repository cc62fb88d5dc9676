import { useEffect, useRef, useState } from "preact/hooks";
import type { DeskMatter, LookBackAnswer } from "../../functions/contract/desk-matters.ts";
import { keep, kept } from "../place.ts";
import { ActForm } from "./act-form.tsx";
import { DESK_ACTS, type DeskAct } from "./act-names.ts";
import { draftsIn } from "./drafts.ts";
import type { FormContext } from "./form-spec.ts";
import { type Offer, offersIn } from "./offers.ts";
import type { Done } from "./use-act.ts";
import { day } from "./when.ts";
import { w } from "./words.ts";

interface PanelProps {
  readonly context: FormContext;
  readonly reload: () => Promise<DeskMatter>;
  readonly found: (found: LookBackAnswer) => Promise<void>;
}

/** Which form was open when the page went away, for whatever reason. */
const openBefore = (reference: string): DeskAct | undefined => {
  const [of, act] = kept("form").split(" ");
  return of === reference ? DESK_ACTS.find((one) => one === act) : undefined;
};

const whyWords = ({ not }: Offer): string =>
  not === undefined ? "" : w(`form.whyNot.${not.why}`, { day: not.day ? day(not.day) : "", unit: not.unit ?? "" });

/** What can be done with a matter: a button each, and the form of the one that is open in their place. */
export const ActsPanel = ({ context, reload, found }: PanelProps) => {
  const { matter, staff } = context;
  const [open, setOpen] = useState(() => openBefore(matter.reference));
  const [said, setSaid] = useState("");
  const heading = useRef<HTMLHeadingElement>(null);
  const [returnsTo, setReturnsTo] = useState<DeskAct | "heading">();
  const panel = useRef<HTMLElement>(null);

  const offers = offersIn(context);
  const drafts = draftsIn(localStorage);
  const choose = (act: DeskAct | undefined): void => {
    keep("form", act === undefined ? "" : `${matter.reference} ${act}`);
    setSaid("");
    setReturnsTo(act === undefined ? open : undefined);
    setOpen(act);
  };
  const done =
    (act: DeskAct) =>
    async (what: Done): Promise<void> => {
      // Where the act had arrived before, the matter has been fetched already.
      if (what.found) await found(what.found);
      else if (!what.arrivedBefore) await reload();
      choose(undefined);
      // What was found has the focus, wherever it stands.
      setReturnsTo(what.found ? undefined : "heading");
      setSaid([w(`acts.${act}.done`), what.arrivedBefore ? w("form.arrived") : ""].join(" "));
    };
  // The focus goes back to where the form came from.
  useEffect(() => {
    if (open !== undefined || returnsTo === undefined) return;
    const button = panel.current?.querySelector<HTMLElement>(`[data-act="${returnsTo}"]`);
    (button ?? heading.current)?.focus();
  }, [open, returnsTo]);

  // A closed matter offers nothing; what somebody was writing when it closed under them stays to be copied.
  if (matter.state === "closed" && open === undefined) return null;
  const offer = open && offers.find(({ act }) => act === open);
  const waiting = offers.filter(({ not }) => not !== undefined);
  return (
    <section class="panel do" aria-labelledby="do-heading" ref={panel}>
      <h2 id="do-heading" tabIndex={-1} ref={heading}>
        {w("matter.act")}
      </h2>
      <p role="status" class="done">
        {said}
      </p>
      {open !== undefined ? (
        <ActForm
          key={open}
          act={open}
          context={context}
          offered={offer !== undefined && offer.not === undefined}
          reload={reload}
          done={done(open)}
          close={() => choose(undefined)}
        />
      ) : (
        <>
          {offers.length === 0 && <p>{w("matter.idle")}</p>}
          <ul class="offers">
            {offers
              .filter(({ not }) => not === undefined)
              .map(({ act }, index) => (
                <li key={act}>
                  <button type="button" data-act={act} class={index === 0 ? "" : "second"} onClick={() => choose(act)}>
                    {w(`acts.${act}.label`)}
                    {drafts.read({ owner: staff.id, reference: matter.reference, act }) && (
                      <>
                        {" "}
                        <span class="tag">{w("form.keptMark")}</span>
                      </>
                    )}
                  </button>
                </li>
              ))}
          </ul>
          {waiting.length > 0 && (
            <dl class="not-now">
              {waiting.map((one) => (
                <div key={one.act}>
                  <dt>{w(`acts.${one.act}.label`)}</dt>
                  <dd>{whyWords(one)}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </section>
  );
};
