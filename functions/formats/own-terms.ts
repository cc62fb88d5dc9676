import type { RecordAccess } from "../contract/record.ts";

/** What an access says for which other formats have no place, each under our own name for it (PRODUCT: the access event). */
export const OWN_TERMS = [
  "action",
  "involvement",
  "dataCategories",
  "fieldsRevealed",
  "recordCount",
  "case.type",
  "case.id",
  "breakGlass",
  "recipient",
  "onBehalfOf",
  "employee.type",
] as const;

/** The same of a record's access; what it does not say is undefined. */
export const inOwnTerms = (access: RecordAccess) =>
  ({
    action: access.action,
    involvement: access.involvement,
    dataCategories: access.dataCategories,
    fieldsRevealed: access.fieldsRevealed,
    recordCount: access.recordCount,
    "case.type": access.case?.type,
    "case.id": access.case?.id,
    breakGlass: access.breakGlass,
    recipient: access.recipient,
    onBehalfOf: access.employee.onBehalfOf,
    "employee.type": access.employee.type,
  }) satisfies Readonly<Record<(typeof OWN_TERMS)[number], unknown>>;
