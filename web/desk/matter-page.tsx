import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StaffSession } from "../../functions/contract/desk-api.ts";
import type { DeskMatter, LookBackAnswer } from "../../functions/contract/desk-matters.ts";
import { ActsPanel } from "./acts-panel.tsx";
import { AsksView } from "./asks-view.tsx";
import { BreachView } from "./breach-view.tsx";
import { ClockView } from "./clock-view.tsx";
import { readMatter } from "./desk-api.ts";
import { LookBackView } from "./look-back-view.tsx";
import { firstShown, Looks, type Shown } from "./looks.tsx";
import { MatterHead } from "./matter-head.tsx";
import { PeopleList } from "./people-list.tsx";
import { problemWords } from "./problem-words.ts";
import { ReleaseView } from "./release-view.tsx";
import { Story } from "./story.tsx";
import { Told } from "./told.tsx";
import { useNow } from "./use-now.ts";
import { w } from "./words.ts";

/** What a look-back found, for as long as the tab is open: each new one is another look at everybody whom it shows. */
const lookBacks = new Map<string, LookBackAnswer & { readonly employeeId: string }>();

interface SideProps {
  readonly matter: DeskMatter;
  readonly staff: StaffSession;
  readonly reload: () => Promise<DeskMatter>;
  readonly found: (answer: LookBackAnswer) => Promise<void>;
}

/** What runs with the clock: the rest of the page, with all its rows, need not be written again for it. */
const Side = ({ matter, staff, reload, found }: SideProps) => {
  const now = useNow();
  return (
    <div class="side">
      {matter.breach && <BreachView matter={matter} breach={matter.breach} now={now} />}
      <ClockView matter={matter} now={now} />
      <ActsPanel context={{ matter, staff, now }} reload={reload} found={found} />
    </div>
  );
};

/** A matter with its whole story, and what can be done with it. */
export const MatterPage = ({ reference, staff }: { readonly reference: string; readonly staff: StaffSession }) => {
  const [matter, setMatter] = useState<DeskMatter>();
  const [problem, setProblem] = useState("");
  const [shown, setShown] = useState<Shown>();
  const [found, setFound] = useState(() => lookBacks.get(reference));
  const heading = useRef<HTMLHeadingElement>(null);

  const reload = async (): Promise<DeskMatter> => {
    try {
      const read = await readMatter(reference);
      setProblem("");
      setMatter(read);
      return read;
    } catch (error) {
      setProblem(problemWords(error));
      throw error;
    }
  };
  // What went wrong is on the page by then.
  const load = (): void => void reload().catch(() => undefined);
  useEffect(load, [reference]);
  const isThere = matter !== undefined;
  useLayoutEffect(() => {
    if (isThere) heading.current?.focus();
  }, [isThere]);

  const jumpTo = (id: string): void => {
    // After what it leads to is on the page.
    setTimeout(() => document.getElementById(id)?.querySelector("h2")?.focus());
  };
  const showLooksOf = (employeeId: string): void => {
    setShown(`of ${employeeId}`);
    jumpTo("looks");
  };
  const lookedBack = async (answer: LookBackAnswer): Promise<void> => {
    // Whose it was stands in the story: the service wrote it there.
    const { entries } = await reload();
    const last = entries.findLast(({ deed }) => deed.act === "look-back");
    if (last?.deed.act !== "look-back") return;
    const kept = { ...answer, employeeId: last.deed.employeeId };
    lookBacks.set(reference, kept);
    setFound(kept);
    jumpTo("look-back");
  };

  if (matter === undefined)
    return problem === "" ? (
      <p role="status">{w("matter.loading")}</p>
    ) : (
      <div class="problem" role="alert">
        <p>{problem}</p>
        <button type="button" class="second" onClick={load}>
          {w("queue.refresh")}
        </button>
      </div>
    );
  return (
    <article class="matter">
      <MatterHead matter={matter} staff={staff} heading={heading} />
      {problem !== "" && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      <div class="first">
        <Told matter={matter} />
      </div>
      <Side matter={matter} staff={staff} reload={reload} found={lookedBack} />
      <div class="rest">
        {matter.release && (
          <section class="panel" aria-labelledby="release-heading">
            <h2 id="release-heading">{w("matter.release.title")}</h2>
            <ReleaseView matter={matter} release={matter.release} />
          </section>
        )}
        {found && <LookBackView matter={matter} employeeId={found.employeeId} found={found} />}
        <PeopleList matter={matter} showLooksOf={showLooksOf} />
        <Looks matter={matter} shown={shown ?? firstShown(matter)} show={setShown} />
        <AsksView matter={matter} />
        <section class="panel" aria-labelledby="story-heading">
          <h2 id="story-heading">
            {w("story.title")} <span class="hint">{w("story.newest")}</span>
          </h2>
          <Story matter={matter} entries={matter.entries} />
        </section>
      </div>
    </article>
  );
};
