/** The closed sets of words of an access event (see the README's glossary). The contract builds its enums from them. */

/** What the employee did. */
export const ACTIONS = [
  "view",
  "search",
  "list",
  "reveal",
  "update",
  "export",
  "print",
  "call",
  "message",
  "delete",
] as const;
export type Action = (typeof ACTIONS)[number];

/** `listed`: the name merely appeared in a result; the record behind it was not opened (VNG 3677, 4081). */
export const INVOLVEMENTS = ["opened", "listed"] as const;

export const EMPLOYEE_TYPES = ["employee", "contractor", "processor", "system", "ai_agent"] as const;
export type EmployeeType = (typeof EMPLOYEE_TYPES)[number];

export const OUTCOMES = ["success", "denied", "error"] as const;

/** The source under which Regard reports its own looks. */
export const OWN_SOURCE = "regard";

/** How far the *why* of an access is borne out. */
export const EVIDENCE_LEVELS = ["confirmed", "stated", "contradicted", "missing"] as const;
export type EvidenceLevel = (typeof EVIDENCE_LEVELS)[number];

/** Who may be named to a customer: nobody, nobody before the DPO decides, or everyone without a protection mark. */
export const STAFF_IDENTITIES = ["handle", "dpo", "name"] as const;
export type StaffIdentity = (typeof STAFF_IDENTITIES)[number];

export const LANGUAGES = ["en", "fr", "de", "es"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a company writes in where nobody chose a language. */
export const firstLanguage = ({ languages }: { readonly languages: readonly Language[] }): Language =>
  languages[0] ?? "en";
