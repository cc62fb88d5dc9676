import type { FileFormat } from "../../contract/customer-api.ts";
import type { RecordStream } from "../../contract/record.ts";
import type { LogoPicture } from "../../domain/logo/logo-picture.ts";
import { toCsv } from "./csv.ts";
import { toFhir } from "./fhir.ts";
import { toJson } from "./json.ts";
import { toOcsf } from "./ocsf.ts";
import { toPdf } from "./pdf.ts";

export interface RecordFile {
  readonly contentType: string;
  /** `logo`: the company's, for forms that carry it. */
  readonly write: (record: RecordStream, logo?: LogoPicture) => AsyncIterable<string | Uint8Array>;
}

/** Every form in which a record leaves as a file. */
export const RECORD_FILES: Readonly<Record<FileFormat, RecordFile>> = {
  json: { contentType: "application/json", write: toJson },
  csv: { contentType: "text/csv; charset=utf-8; header=present", write: toCsv },
  pdf: { contentType: "application/pdf", write: toPdf },
};

/** Forms for other systems, which the company makes: unlike a customer's file they say in clear whose record it is. */
export const EXCHANGE_FILES = { ocsf: toOcsf, fhir: toFhir } as const;
export const EXCHANGE_FORMATS = ["ocsf", "fhir"] as const satisfies readonly (keyof typeof EXCHANGE_FILES)[];
