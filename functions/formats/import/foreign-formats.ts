import { CLOUDTRAIL } from "./cloudtrail.ts";
import { FHIR_AUDIT } from "./fhir.ts";
import { FIND_USAGE } from "./find-usage.ts";
import type { ForeignFormat } from "./foreign.ts";
import { M365 } from "./m365.ts";
import { OCSF } from "./ocsf.ts";
import { PGAUDIT } from "./pgaudit.ts";
import { SALESFORCE } from "./salesforce.ts";

/** The logs of other systems that can be imported, by the name of their format. */
export const FOREIGN_FORMATS = {
  ocsf: OCSF,
  fhir: FHIR_AUDIT,
  cloudtrail: CLOUDTRAIL,
  salesforce: SALESFORCE,
  m365: M365,
  "find-usage": FIND_USAGE,
  pgaudit: PGAUDIT,
} as const satisfies Readonly<Record<string, ForeignFormat>>;

export const isForeign = (format: string): format is keyof typeof FOREIGN_FORMATS =>
  Object.hasOwn(FOREIGN_FORMATS, format);
