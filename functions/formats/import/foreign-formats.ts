import { FHIR_AUDIT } from "./fhir.ts";
import type { ForeignFormat } from "./foreign.ts";
import { OCSF } from "./ocsf.ts";

/** The logs of other systems that can be imported, by the name of their format. */
export const FOREIGN_FORMATS = { ocsf: OCSF, fhir: FHIR_AUDIT } as const satisfies Readonly<
  Record<string, ForeignFormat>
>;

export const isForeign = (format: string): format is keyof typeof FOREIGN_FORMATS =>
  Object.hasOwn(FOREIGN_FORMATS, format);
