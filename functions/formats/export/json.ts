import type { RecordStream } from "../../contract/record.ts";

/**
 * The record as JSON (`recordDocument` of the contract, format `regard-record/1`), one access a line, page by page:
 * memory does not grow with the record.
 */
export async function* toJson({ header, accesses }: RecordStream): AsyncGenerator<string> {
  yield `${JSON.stringify(header).slice(0, -1)},"accesses":[`;
  let separator = "\n";
  for await (const page of accesses) {
    if (page.length === 0) continue;
    yield separator + page.map((access) => JSON.stringify(access)).join(",\n");
    separator = ",\n";
  }
  yield "\n]}\n";
}
