import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { StaffSession } from "../../functions/contract/desk-api.ts";
import { acknowledgeFinding, readFindings } from "./desk-api.ts";
import { draftsIn } from "./drafts.ts";
import { FieldView } from "./field-view.tsx";
import { faultOf } from "./fields.ts";
import type { DeskFinding } from "./finding-shapes.ts";
import { codeOf, problemWords } from "./problem-words.ts";
import { dayOf } from "./when.ts";
import { w, wCount } from "./words.ts";

const subjectOf = ({ employeeId, source }: DeskFinding): string =>
  employeeId === undefined
    ? w("findings.source", { source: source ?? "" })
    : w("findings.employee", { id: employeeId });

interface FormProps {
  readonly finding: DeskFinding;
  readonly owner: string;
  readonly reload: () => Promise<void>;
}

/** What became of a finding, in somebody's words. The text stays until it has arrived, whatever happens meanwhile. */
const AcknowledgeForm = ({ finding, owner, reload }: FormProps) => {
  const { findingId, revision } = finding;
  const drafts = draftsIn(localStorage);
  const draftOf = { owner, reference: findingId, act: "acknowledge" };
  const [words, setWords] = useState(() => drafts.read(draftOf)?.values["words"] ?? "");
  const [told, setTold] = useState("");
  const [isTried, setTried] = useState(false);
  const field = { kind: "words", name: "words", label: w("findings.words"), hint: w("findings.wordsHint") } as const;
  const fault = faultOf(field, { words });
  const isBusy = useRef(false);
  const send = async (): Promise<void> => {
    setTried(true);
    if (isBusy.current || fault !== undefined) return;
    isBusy.current = true;
    setTold(w("findings.saving"));
    try {
      await acknowledgeFinding(findingId, revision, words);
      drafts.drop(draftOf);
      await reload();
    } catch (error) {
      const isStale = codeOf(error) === "MATTER_CHANGED";
      setTold(isStale ? w("findings.changed") : problemWords(error));
      if (isStale) await reload();
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <form
      class="act-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <FieldView
        field={field}
        values={{ words }}
        fault={isTried ? fault : undefined}
        set={(_, value) => {
          setWords(value);
          drafts.keep(draftOf, { at: Date.now(), values: { words: value } });
        }}
      />
      <p role="status" class="hint">
        {told}
      </p>
      <button type="submit" class="small">
        {w("findings.save")}
      </button>
    </form>
  );
};

const FindingView = ({
  finding,
  staff,
  reload,
}: {
  finding: DeskFinding;
  staff: StaffSession;
  reload: FormProps["reload"];
}) => {
  const { hits, foundAt, lastFoundAt, acknowledged } = finding;
  return (
    <section class="panel" aria-labelledby={`finding-${finding.findingId}`}>
      <h2 id={`finding-${finding.findingId}`}>{subjectOf(finding)}</h2>
      <p class="hint">{w("findings.found", { first: dayOf(foundAt), last: dayOf(lastFoundAt) })}</p>
      <ul>
        {hits.toReversed().map((hit) => (
          <li key={`${hit.rule} ${hit.foundAt} ${hit.words}`}>
            {hit.words} <span class="hint">{hit.accesses > 0 && wCount("findings.looks", hit.accesses)}</span>
          </li>
        ))}
      </ul>
      {acknowledged && (
        <>
          <p class="told">{acknowledged.words}</p>
          <p class="hint">{w("findings.done", { name: acknowledged.by.name, day: dayOf(acknowledged.at) })}</p>
        </>
      )}
      {finding.state === "open" &&
        (staff.roles.includes("dpo") ? (
          <AcknowledgeForm finding={finding} owner={staff.id} reload={reload} />
        ) : (
          <p class="hint">{w("findings.onlyOfficer")}</p>
        ))}
    </section>
  );
};

/** What the rules found that belongs to no customer: how somebody works, or that a source has gaps. */
export const FindingsPage = ({ staff }: { readonly staff: StaffSession }) => {
  const [findings, setFindings] = useState<readonly DeskFinding[]>();
  const [problem, setProblem] = useState("");
  const load = (): Promise<void> =>
    readFindings().then(
      (found) => {
        setProblem("");
        setFindings(found);
      },
      (error: unknown) => setProblem(problemWords(error)),
    );
  useEffect(() => {
    void load();
  }, []);
  useLayoutEffect(() => document.querySelector<HTMLElement>("#findings-heading")?.focus(), []);
  return (
    <>
      <p>
        <a href="#open" class="back">
          {w("findings.back")}
        </a>
      </p>
      <h1 id="findings-heading" tabIndex={-1}>
        {w("findings.title")}
      </h1>
      <p>{w("findings.lead")}</p>
      {problem !== "" && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      {findings === undefined && problem === "" && <p role="status">{w("findings.loading")}</p>}
      {findings?.length === 0 && (
        <div class="panel kind">
          <p class="lead">{w("findings.none")}</p>
        </div>
      )}
      {findings?.map((finding) => (
        <FindingView key={finding.findingId} finding={finding} staff={staff} reload={load} />
      ))}
    </>
  );
};
