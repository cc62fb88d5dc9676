import { caseKey } from "../../domain/access.ts";
import { MATTER_CASE } from "../raise-part.ts";
import { type DeskCommand, type DeskDeps, deskAct } from "./desk-act.ts";

/**
 * Takes a matter in hand, or over from somebody else. Whoever has had it in hand is on its case from then on, so that
 * their looks at the customer's rows are borne out by it.
 */
export const takeMatter = async (deps: DeskDeps, command: DeskCommand): Promise<{ readonly revision: number }> => {
  const { facts } = deps;
  const { staff, reference } = command;
  const taken = await deskAct(deps, command, "take", () => ({ deed: { act: "take" }, to: { handler: staff } }));
  const one = { type: MATTER_CASE, id: reference };
  const known = (await facts.cases([one])).get(caseKey(one));
  if (known !== undefined) {
    await facts.putCases([{ ...known, employeeIds: [...new Set([...known.employeeIds, staff.id])] }]);
  }
  return taken;
};
