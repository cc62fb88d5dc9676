import type { RecordAccess, RecordHeader, RecordStream } from "../../contract/record.ts";
import { BYTE_ORDER_MARK, cell, lines } from "./csv-cells.ts";
import { localTime } from "./local-time.ts";

const list = (texts: readonly string[]): string => texts.join(" | ");

type Column = (access: RecordAccess) => string | undefined;

/**
 * Columns are named by their path in the JSON record, the same in every language, because a file that a program reads
 * must not change with its owner's language. The sentences in the cells are in the record's language.
 */
const columns = ({ timeZone, language }: RecordHeader): Readonly<Record<string, Column>> => {
  const time = localTime(timeZone, language);
  return {
    occurredAt: ({ occurredAt }) => occurredAt,
    localTime: ({ occurredAt }) => time.sortable(occurredAt),
    timeZone: () => timeZone,
    why: ({ why }) => why,
    sawWords: ({ sawWords }) => sawWords,
    "employee.handle": ({ employee }) => employee.handle,
    "employee.name": ({ employee }) => employee.name,
    "employee.role": ({ employee }) => employee.role ?? "",
    "employee.unit": ({ employee }) => employee.unit ?? "",
    "employee.type": ({ employee }) => employee.type,
    "employee.onBehalfOf": ({ employee }) => employee.onBehalfOf,
    evidence: ({ evidence }) => evidence,
    evidenceWords: ({ evidenceWords }) => evidenceWords,
    purpose: ({ purpose }) => purpose,
    action: ({ action }) => action,
    involvement: ({ involvement }) => involvement,
    outcome: ({ outcome }) => outcome,
    dataCategories: ({ dataCategories }) => list(dataCategories),
    fieldsRevealed: ({ fieldsRevealed }) => list(fieldsRevealed),
    recordCount: ({ recordCount }) => recordCount?.toString(),
    "case.type": (access) => access.case?.type,
    "case.id": (access) => access.case?.id,
    recipient: ({ recipient }) => recipient,
    "explanation.at": ({ explanation }) => explanation?.at,
    // A cell is one line; the paragraphs stand in the JSON.
    "explanation.words": ({ explanation }) => explanation?.words.replaceAll(/\s+/g, " "),
    breakGlass: ({ breakGlass }) => String(breakGlass),
    source: ({ source }) => source,
    eventId: ({ eventId }) => eventId,
  };
};

/**
 * The record as CSV (RFC 4180: commas, CRLF, one physical line per access; UTF-8 with a byte order mark), page by page:
 * memory does not grow with the record. `localTime` is `occurredAt` as civil time in `timeZone`.
 */
export async function* toCsv({ header, accesses }: RecordStream): AsyncGenerator<string> {
  const byName = columns(header);
  yield BYTE_ORDER_MARK + lines([Object.keys(byName)]);
  for await (const page of accesses) {
    yield lines(page.map((access) => Object.values(byName).map((column) => cell(column(access) ?? ""))));
  }
}
