import { useState } from "preact/hooks";
import type { DeskMatter, LookBackAnswer } from "../../functions/contract/desk-matters.ts";
import { customerLabel } from "./customer-label.ts";
import { openForOthers } from "./desk-api.ts";
import { nameOf } from "./people.ts";
import { problemWords } from "./problem-words.ts";
import { dayOf } from "./when.ts";
import { w, wCount } from "./words.ts";

/** One question of the service opens so many. */
const AT_ONCE = 25;

type Customer = LookBackAnswer["customers"][number];

const canOpen = ({ unconfirmed, own }: Customer): boolean => unconfirmed > 0 && own === undefined;

interface LookBackProps {
  readonly matter: DeskMatter;
  readonly employeeId: string;
  readonly found: LookBackAnswer;
}

const Row = ({ one, chosen, toggle }: { one: Customer; chosen: boolean; toggle: (() => void) | undefined }) => {
  const facts = (
    <span>
      <b>{one.own ? w("form.lookBack.own") : w("form.lookBack.label", { label: customerLabel(one.customerKey) })}</b>{" "}
      {wCount("form.lookBack.looks", one.looks)}, {wCount("form.lookBack.unconfirmed", one.unconfirmed)},{" "}
      {wCount("form.lookBack.contact", one.contact)}
      <span class="hint">{w("form.lookBack.fromTo", { from: dayOf(one.firstAt), to: dayOf(one.lastAt) })}</span>
    </span>
  );
  return (
    <li>
      {toggle ? (
        <label class="option">
          <input type="checkbox" checked={chosen} onChange={toggle} />
          {facts}
        </label>
      ) : (
        <div class="option">{facts}</div>
      )}
      {one.open !== undefined && <a href={`#${one.open}`}>{w("form.lookBack.has", { reference: one.open })}</a>}
    </li>
  );
};

/** Which customers an employee looked up, most unexplained first; matters for them, once misuse was stated. */
export const LookBackView = ({ matter, employeeId, found }: LookBackProps) => {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const [problem, setProblem] = useState("");
  const others = found.customers;
  const mayOpen = matter.breach?.employeeId === employeeId && matter.state !== "closed";
  const openable = others.filter(canOpen);
  const toggle = (key: string) => () => setChosen((before) => new Set(before).symmetricDifference(new Set([key])));

  const open = async (): Promise<void> => {
    if (progress !== undefined || chosen.size === 0) return;
    const keys = [...chosen];
    setProblem("");
    try {
      for (let from = 0; from < keys.length; from += AT_ONCE) {
        setProgress({ done: from, total: keys.length });
        const some = keys.slice(from, from + AT_ONCE);
        const { references } = await openForOthers(matter.reference, employeeId, some);
        setOpened((before) => [...new Set([...before, ...references])]);
        // What is opened is not asked for again where the next ones fail.
        setChosen((before) => before.difference(new Set(some)));
      }
    } catch (error) {
      setProblem(problemWords(error));
    } finally {
      setProgress(undefined);
    }
  };

  return (
    <section class="panel" aria-labelledby="look-back-heading" id="look-back">
      <h2 id="look-back-heading" tabIndex={-1}>
        {w("form.lookBack.title", { name: nameOf(matter, employeeId) })}
      </h2>
      {others.length === 0 ? (
        <p>{w("form.lookBack.none")}</p>
      ) : (
        <>
          <p>
            {w("form.lookBack.since", {
              day: dayOf(found.since),
              looks: wCount("form.lookBack.looks", found.looks),
              customers: wCount("form.lookBack.customers", others.length),
            })}
          </p>
          <p class="hint">
            {w("form.lookBack.rest")} {found.cut && w("form.lookBack.cut")}
          </p>
          {mayOpen || <p class="note">{w("form.lookBack.misuseFirst")}</p>}
          {mayOpen && openable.length > 0 && (
            <p>
              <button
                type="button"
                class="second small"
                onClick={() => setChosen(new Set(openable.map(({ customerKey }) => customerKey)))}
              >
                {w("form.lookBack.all")}
              </button>
            </p>
          )}
          <ul class="customers">
            {others.map((one) => (
              <Row
                key={one.customerKey}
                one={one}
                chosen={chosen.has(one.customerKey)}
                toggle={mayOpen && canOpen(one) ? toggle(one.customerKey) : undefined}
              />
            ))}
          </ul>
          {problem !== "" && (
            <p class="fault" role="alert">
              {problem}
            </p>
          )}
          {mayOpen && (
            <p>
              <button
                type="button"
                onClick={() => void open()}
                {...((progress !== undefined || chosen.size === 0) && { "aria-disabled": true })}
              >
                {progress
                  ? w("form.lookBack.opening", { n: progress.done, total: progress.total })
                  : wCount("form.lookBack.open", chosen.size)}
              </button>
            </p>
          )}
          <p role="status">
            {opened.length > 0 && wCount("form.lookBack.opened", opened.length, { references: opened.join(", ") })}
          </p>
        </>
      )}
    </section>
  );
};
