import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { StaffSession } from "../../functions/contract/desk-api.ts";
import type { QueueRow } from "../../functions/contract/desk-matters.ts";
import { keep, kept } from "../place.ts";
import { clockTime } from "../say.ts";
import { readQueue } from "./desk-api.ts";
import { KeysHelp } from "./keys-help.tsx";
import { problemWords } from "./problem-words.ts";
import { chosenRows, EVERYTHING, inOrderFor, type QueueChoice, wholeReference } from "./queue-choice.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { QueueLine } from "./queue-row.tsx";
import { useKeys } from "./use-keys.ts";
import { useNow } from "./use-now.ts";
import { w, wCount } from "./words.ts";

/** What the filters were before somebody opened a matter. It is the page's own text; a torn one is as good as none. */
const choiceBefore = (): QueueChoice => {
  const before = new URLSearchParams(kept("queue"));
  const part = (name: keyof QueueChoice) => before.get(name) ?? "";
  return { ...EVERYTHING, kind: part("kind"), state: part("state"), whose: part("whose"), urgency: part("urgency") };
};

interface Read {
  readonly rows: readonly QueueRow[];
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** The list that was shown last: it is there at once when one comes back, and fetched again meanwhile. */
let last: Read | undefined;

/** Every open matter, the most pressing first. */
export const QueuePage = ({ staff }: { readonly staff: StaffSession }) => {
  const [read, setRead] = useState(last);
  const [problem, setProblem] = useState("");
  const [choice, setChoice] = useState(choiceBefore);
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const now = useNow(60_000);

  const load = (): void => {
    setProblem("");
    readQueue().then(
      (rows) => {
        last = { rows, at: Date.now() };
        setRead(last);
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  };
  useEffect(load, []);
  // Before anything is painted: whoever types as soon as the list is seen stays where they are.
  useLayoutEffect(() => document.querySelector<HTMLElement>("#queue-heading")?.focus(), []);
  const keys = useKeys({ list, search, refresh: load });

  const choose = (next: QueueChoice): void => {
    setChoice(next);
    keep("queue", new URLSearchParams(Object.entries(next).map(([name, value]) => [name, String(value)])).toString());
  };
  const isApprover = staff.roles.includes("approver");
  const rows = read?.rows;
  const shown = useMemo(
    () => (rows === undefined ? [] : chosenRows(inOrderFor(rows, isApprover), choice, staff.id)),
    [rows, choice, isApprover, staff.id],
  );
  const total = rows?.length ?? 0;
  const forMe = isApprover ? (rows ?? []).filter(({ waitsFor }) => waitsFor.includes("approver")).length : 0;
  const asked = wholeReference(choice.search);
  const isElsewhere = asked !== undefined && !shown.some(({ reference }) => reference === asked);

  return (
    <>
      <div class="queue-head">
        <h1 id="queue-heading" tabIndex={-1}>
          {w("queue.title")}
        </h1>
        <p class="acts">
          {read && <span class="hint">{w("queue.asOf", { time: clockTime(read.at) })}</span>}
          <button type="button" class="second small" onClick={load}>
            {w("queue.refresh")}
          </button>
          <a href="#findings">{w("findings.link")}</a>
          <a href="#numbers">{w("numbers.link")}</a>
          <KeysHelp keys={keys} />
        </p>
      </div>
      {problem !== "" && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      {read === undefined && problem === "" && <p role="status">{w("queue.loading")}</p>}
      {read !== undefined && total === 0 && (
        <div class="panel kind">
          <p class="lead">{w("queue.empty")}</p>
          <p>{w("queue.emptyLead")}</p>
        </div>
      )}
      {read !== undefined && (
        <>
          {forMe > 0 && <p class="note for-me">{wCount("queue.forYou", forMe)}</p>}
          <QueueFilters
            choice={choice}
            choose={choose}
            search={search}
            open={() => {
              const only = asked ?? (shown.length === 1 ? shown[0]?.reference : undefined);
              if (only !== undefined) location.hash = only;
            }}
          />
          <p role="status" class="hint">
            {shown.length === total ? wCount("queue.count", total) : w("queue.countOf", { n: shown.length, total })}{" "}
            {shown.length < total && (
              <button type="button" class="link" onClick={() => choose(EVERYTHING)}>
                {w("queue.clear")}
              </button>
            )}
          </p>
          {total > 0 && shown.length === 0 && <p>{w("queue.noneFound")}</p>}
          {isElsewhere && (
            <p>
              <a href={`#${asked}`}>{w("queue.openAnyway", { reference: asked })}</a>
            </p>
          )}
          {shown.length > 0 && (
            <div class="queue-columns" aria-hidden="true">
              <span>{w("queue.due")}</span>
              <span>{w("queue.kind")}</span>
              <span>{w("queue.reference")}</span>
              <span>{w("queue.state")}</span>
              <span>{w("queue.whose")}</span>
              <span>{w("queue.waitsFor")}</span>
            </div>
          )}
          <ol class="queue" ref={list} aria-labelledby="queue-heading">
            {shown.map((row) => (
              <QueueLine key={row.reference} row={row} staffId={staff.id} now={now} />
            ))}
          </ol>
        </>
      )}
    </>
  );
};
