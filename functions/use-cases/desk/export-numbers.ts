import type { MonthNumbers } from "../../contract/numbers.ts";
import { Refusal } from "../../domain/errors.ts";
import { refuseStale } from "../../domain/staff-session.ts";
import { auditLine, noteOrRefuse } from "../commit.ts";
import type { PortalStore } from "../identity-ports.ts";
import type { NumbersStore } from "../numbers-ports.ts";
import type { Clock, Random } from "../ports.ts";
import type { SignedInStaff } from "../staff-ports.ts";

export interface ExportNumbersDeps {
  readonly numbers: Pick<NumbersStore, "of">;
  readonly store: Pick<PortalStore, "commit">;
  readonly clock: Clock;
  readonly random: Random;
}

/** The numbers of a month. Throws NOT_FOUND where none were made. */
export const readNumbers = async ({ numbers }: Pick<ExportNumbersDeps, "numbers">, month: string) => {
  const made = await numbers.of(month);
  if (made === undefined) throw new Refusal("NOT_FOUND");
  return made;
};

/**
 * Gives the numbers of a month out of the house, and notes who took them. Throws NOT_FOUND, STAFF_SIGN_IN_STALE where
 * the sign-in is not of the last few minutes, and LOOK_NOT_LOGGED: then nothing leaves.
 */
export const exportNumbers = async (
  deps: ExportNumbersDeps,
  { month, staff }: { readonly month: string; readonly staff: SignedInStaff },
): Promise<MonthNumbers> => {
  const { store, clock, random } = deps;
  const now = clock();
  refuseStale(staff, now);
  const made = await readNumbers(deps, month);
  await noteOrRefuse(store, auditLine(random, "numbers-exported", now, staff.staffKey));
  return made;
};
