import type { DeskEmployee } from "../../contract/desk-matters.ts";
import type { Access } from "../../domain/access.ts";
import type { Facts } from "../ports.ts";

/** Who is behind the ids: as the log wrote them last, and what the company's employee list says. By id. */
export const employeesIn = async (
  facts: Pick<Facts, "employees">,
  accesses: readonly Access[],
  others: ReadonlySet<string> = new Set(),
): Promise<DeskEmployee[]> => {
  const written = new Map<string, Access["employee"]>();
  for (const { employee, occurredAt: _ } of accesses.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1)))
    written.set(employee.id, { ...written.get(employee.id), ...employee });
  const ids = [...new Set([...written.keys(), ...others])].sort();
  const known = await facts.employees(ids);
  return ids.map((id) => {
    const { name } = written.get(id) ?? {};
    const role = written.get(id)?.role ?? known.get(id)?.role;
    const unit = written.get(id)?.unit ?? known.get(id)?.unit;
    return {
      id,
      ...(name !== undefined && { name }),
      ...(role !== undefined && { role }),
      ...(unit !== undefined && { unit }),
      protected: known.get(id)?.protected ?? false,
    };
  });
};
