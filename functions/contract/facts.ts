import * as z from "zod/mini";
import { instant, text } from "./text.ts";

/** What the company's own systems say about a case: the other half of the evidence. */
export const caseFact = z.strictObject({
  type: text(40),
  id: text(120),
  customerId: text(200),
  openedAt: instant,
  closedAt: z.optional(instant),
  /** Who was assigned: employees by id, whole units by name. */
  employeeIds: z._default(z.array(text(120)).check(z.maxLength(200)), []),
  units: z._default(z.array(text(120)).check(z.maxLength(50)), []),
});
export type CaseFact = z.infer<typeof caseFact>;

/** What the company's HR system says about an employee. */
export const employeeFact = z.strictObject({
  id: text(120),
  /** Never named to a customer, whatever `staffIdentity` says. */
  protected: z._default(z.boolean(), false),
});
export type EmployeeFact = z.infer<typeof employeeFact>;
