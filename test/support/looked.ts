import type { Look } from "../../functions/recorder/look.ts";

/** A look at one customer, as an application reports it. */
export const lookAt = (customer: Look["customer"], more: Partial<Look> = {}): Look => ({
  customer,
  employee: { id: "E-7", role: "agent", unit: "support" },
  purpose: "SUPPORT_CUSTOMER",
  case: { type: "ticket", id: "T-1" },
  dataCategories: ["contact.phone"],
  ...more,
});
