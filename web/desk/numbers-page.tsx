import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { NumbersDescription } from "../../functions/contract/numbers.ts";
import { goAndSignIn } from "../desk-session.ts";
import { save } from "../save.ts";
import { date } from "../say.ts";
import { exportNumbers, readMonths, readNumbers } from "./desk-api.ts";
import { NumbersPart } from "./numbers-section.tsx";
import { codeOf, problemWords } from "./problem-words.ts";
import { w } from "./words.ts";

const FORMATS = ["pdf", "csv"] as const;

/** "October 2026". */
const monthName = (month: string): string =>
  date(`${month}-01T00:00:00Z`, { month: "long", year: "numeric", timeZone: "UTC" });

interface Read {
  readonly months: readonly string[];
  /** Absent where no month has numbers yet. */
  readonly shown?: { readonly month: string; readonly described: NumbersDescription };
}

/** The month that the address names, or the newest one. */
const fetchNumbers = async (named: string): Promise<Read> => {
  const months = (await readMonths()).map(({ month }) => month);
  const month = named === "" ? months[0] : named;
  return month === undefined ? { months } : { months, shown: { month, described: await readNumbers(month) } };
};

/** The files of a month. They leave the house, so whoever takes them shows who they are first. */
const Files = ({ month }: { readonly month: string }) => {
  const [told, setTold] = useState("");
  const [isStale, setStale] = useState(false);
  const isBusy = useRef(false);
  const take = async (format: (typeof FORMATS)[number]): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    setStale(false);
    setTold(w("numbers.preparing"));
    try {
      const { blob, name } = await exportNumbers(month, format);
      save(blob, name);
      setTold(w("numbers.saved", { name }));
    } catch (error) {
      setStale(codeOf(error) === "STAFF_SIGN_IN_STALE");
      setTold(codeOf(error) === "STAFF_SIGN_IN_STALE" ? "" : problemWords(error));
    } finally {
      isBusy.current = false;
    }
  };
  return (
    <>
      <p class="acts">
        {FORMATS.map((format) => (
          <button
            type="button"
            class="second small"
            key={format}
            data-format={format}
            onClick={() => void take(format)}
          >
            {w(`numbers.${format}`)}
          </button>
        ))}
      </p>
      <p role="status" class="hint">
        {told}
      </p>
      {isStale && (
        <div class="note" role="alert">
          <p>{w("numbers.stale")}</p>
          <button type="button" onClick={() => void goAndSignIn({ again: true })}>
            {w("form.signInAgain")}
          </button>
        </div>
      )}
    </>
  );
};

const MonthChoice = ({ months, month }: { readonly months: readonly string[]; readonly month: string }) => (
  <label class="month-choice">
    <span>{w("numbers.month")}</span>
    <select
      name="month"
      value={month}
      onChange={({ currentTarget }) => {
        location.hash = `numbers-${currentTarget.value}`;
      }}
    >
      {months.map((one) => (
        <option value={one} key={one}>
          {monthName(one)}
        </option>
      ))}
    </select>
  </label>
);

/** The numbers of a month for the board: about ways of working, never about one employee or one customer. */
export const NumbersPage = ({ month }: { readonly month: string }) => {
  const [read, setRead] = useState<Read>();
  const [problem, setProblem] = useState("");
  useEffect(() => {
    fetchNumbers(month).then(setRead, (error: unknown) => setProblem(problemWords(error)));
  }, [month]);
  useLayoutEffect(() => document.querySelector<HTMLElement>("#numbers-heading")?.focus(), [month]);

  const shown = read?.shown;
  return (
    <>
      <p>
        <a href="#open" class="back">
          {w("numbers.back")}
        </a>
      </p>
      <div class="queue-head">
        <h1 id="numbers-heading" tabIndex={-1}>
          {shown?.described.title ?? w("numbers.title")}
        </h1>
        {shown && <MonthChoice months={read.months} month={shown.month} />}
      </div>
      {problem !== "" && (
        <p class="fault" role="alert">
          {problem}
        </p>
      )}
      {read === undefined && problem === "" && <p role="status">{w("numbers.loading")}</p>}
      {read !== undefined && shown === undefined && (
        <div class="panel kind">
          <p class="lead">{w("numbers.none")}</p>
          <p>{w("numbers.noneLead")}</p>
        </div>
      )}
      {shown && (
        <>
          {shown.described.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
          <Files month={shown.month} />
          {shown.described.sections.map((section, index) => (
            <NumbersPart key={section.heading} section={section} id={`numbers-part-${index + 1}`} />
          ))}
        </>
      )}
    </>
  );
};
