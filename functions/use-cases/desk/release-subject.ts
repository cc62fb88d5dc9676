import type { EventRef, Matter } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Subject } from "../../domain/four-eyes.ts";
import { EVER } from "../../domain/period.ts";
import { findShownAccesses } from "../find-shown-accesses.ts";
import type { DeskDeps } from "./desk-act.ts";

/** What the company's employee list says about whose name it is. */
export const subjectOf = async ({ facts }: Pick<DeskDeps, "facts">, employeeId: string): Promise<Subject> => ({
  employeeId,
  managerId: (await facts.employees([employeeId])).get(employeeId)?.managerId,
});

/**
 * How the employee was called, at last, in the rows that this customer's record shows. A name out of rows that are held
 * back would tip off (GDPR Art. 23; LAW L11), and one out of a corrected row would be another's.
 *
 * Throws RELEASE_NOT_POSSIBLE where no such row holds a name.
 */
export const nameIn = async (deps: DeskDeps, { customerKey }: Matter, employeeId: string) => {
  const own: EventRef[] = [];
  for await (const page of deps.accessLog.ofCustomer(customerKey, EVER))
    for (const { employee, source, eventId } of page)
      if (employee.id === employeeId && employee.name !== undefined) own.push({ source, eventId });
  const { name, role, unit } = (await findShownAccesses(deps, customerKey, own)).at(-1)?.employee ?? {};
  if (name === undefined) {
    throw new Refusal("RELEASE_NOT_POSSIBLE", { detail: "No row that this customer's record shows holds the name." });
  }
  return { name, ...(role !== undefined && { role }), ...(unit !== undefined && { unit }) };
};
