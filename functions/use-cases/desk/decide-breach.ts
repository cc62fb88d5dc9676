import type { Breach } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";

type Decision = Omit<NonNullable<Breach["decision"]>, "decidedAt" | "decidedBy">;

/** Notes that the authority was told of the breach, or why no risk is likely (GDPR Art. 33(1), (5)). */
export const decideBreach = (deps: DeskDeps, command: DeskCommand & { readonly decision: Decision }) =>
  deskAct(deps, command, "decide-breach", ({ breach }, now) => {
    const { decision, staff } = command;
    if (breach === undefined) throw new Refusal("ACT_NOT_POSSIBLE", { detail: "No misuse was marked in this matter." });
    return {
      deed: { act: "decide-breach", decision },
      to: {
        breach: { ...breach, decision: { ...decision, decidedAt: new Date(now).toISOString(), decidedBy: staff } },
      },
    };
  });
