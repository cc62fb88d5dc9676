import { goAndSignIn } from "../desk-session.ts";
import { clockTime } from "../say.ts";
import type { DeskAct } from "./act-names.ts";
import type { FormContext } from "./form-spec.ts";
import { isProtected } from "./people.ts";
import { ReleaseView } from "./release-view.tsx";
import { w } from "./words.ts";

/** What somebody has to know before they fill in a form: who else decides, who is protected, when to sign in again. */
export const BeforeSending = ({
  act,
  context,
  employeeId = "",
}: {
  readonly act: DeskAct;
  readonly context: FormContext;
  readonly employeeId?: string | undefined;
}) => {
  const { matter, staff, now } = context;
  if (act === "propose-release")
    return (
      <>
        <p class="note">{w("form.fourEyes", { unit: staff.unit ?? "–" })}</p>
        {isProtected(matter, employeeId) && <p class="note warn">{w("matter.people.protected")}</p>}
      </>
    );
  if (act !== "decide-release") return null;
  const until = Date.parse(staff.recentUntil);
  return (
    <>
      {matter.release && <ReleaseView matter={matter} release={matter.release} isOpen />}
      {now < until ? (
        <p class="hint">
          {w("form.fresh", { time: clockTime(Date.parse(staff.authenticatedAt)), until: clockTime(until) })}
        </p>
      ) : (
        <div class="note">
          <p>{w("form.stale")}</p>
          <button type="button" class="second" onClick={() => void goAndSignIn({ again: true })}>
            {w("form.signInAgain")}
          </button>
        </div>
      )}
    </>
  );
};
