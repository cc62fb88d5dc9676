import type { Matter } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Subject } from "../../domain/four-eyes.ts";
import { EVER } from "../../domain/period.ts";
import type { DeskDeps } from "./desk-act.ts";

/** What the company's employee list says about whose name it is. */
export const subjectOf = async ({ facts }: Pick<DeskDeps, "facts">, employeeId: string): Promise<Subject> => ({
  employeeId,
  managerId: (await facts.employees([employeeId])).get(employeeId)?.managerId,
});

/** How the employee was called in this customer's log, at last. Throws RELEASE_NOT_POSSIBLE where it holds no name. */
export const nameIn = async ({ accessLog }: DeskDeps, { customerKey }: Matter, employeeId: string) => {
  let found: { name: string; role?: string; unit?: string } | undefined;
  for await (const page of accessLog.ofCustomer(customerKey, EVER))
    for (const { employee } of page)
      if (employee.id === employeeId && employee.name !== undefined) {
        const { name, role, unit } = employee;
        found = { name, ...(role !== undefined && { role }), ...(unit !== undefined && { unit }) };
      }
  if (found === undefined) {
    throw new Refusal("RELEASE_NOT_POSSIBLE", { detail: "The access log of this customer does not hold the name." });
  }
  return found;
};
