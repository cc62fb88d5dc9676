import { MAX_EVENT_BYTES } from "../../contract/access-event.ts";
import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";

const BOM = Buffer.from("\ufeff");
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;

/** The bytes of one row, without its line end; undefined where it was longer than an event may be. */
interface RawRow {
  readonly line: number;
  readonly bytes: Buffer | undefined;
}

export const withoutBom = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let start: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < BOM.length) continue;
    yield start.subarray(0, BOM.length).equals(BOM) ? start.subarray(BOM.length) : start;
    start = undefined;
  }
  if (start) yield start;
};

/**
 * Cuts bytes into rows and skips empty ones. With a `separator` (a byte), line ends inside quoted cells belong to the
 * row. A row longer than an event may be is never held in memory; it ends at the next line end, so
 * that a quote that is never closed costs the rows of 16 KiB and not the rest of the file.
 */
const rowCutter = (separator?: number) => {
  let held: Buffer[] = [];
  let size = 0;
  let line = 1;
  let rowLine = 1;
  let [cellBegins, quoted, closed] = [true, false, false];

  const hold = (bytes: Buffer) => {
    size += bytes.length;
    if (size > MAX_EVENT_BYTES + 1) held = [];
    else held.push(bytes);
  };
  const finish = (): readonly RawRow[] => {
    const [only, ...more] = held;
    const joined = only && more.length === 0 ? only : Buffer.concat(held);
    const bytes = joined.at(-1) === RETURN ? joined.subarray(0, -1) : joined;
    const tooLong = bytes.length > MAX_EVENT_BYTES || size > joined.length;
    const row = tooLong ? { line: rowLine, bytes: undefined } : { line: rowLine, bytes };
    const isEmpty = !tooLong && bytes.length === 0;
    [held, size, rowLine] = [[], 0, line];
    [cellBegins, quoted, closed] = [true, false, false];
    return isEmpty ? [] : [row];
  };

  /** The rows that end in a chunk. */
  const take = function* (chunk: Buffer): Generator<RawRow> {
    // Where no byte can be a quote that matters, only line ends are looked for.
    const onlyLines = separator === undefined || (!quoted && !chunk.includes(QUOTE));
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      if (onlyLines) {
        const end = chunk.indexOf(NEWLINE, at);
        if (end < 0) break;
        at = end;
      }
      const byte = chunk[at];
      if (byte === NEWLINE) {
        line += 1;
        if (!quoted || size + at - from > MAX_EVENT_BYTES) {
          hold(chunk.subarray(from, at));
          from = at + 1;
          yield* finish();
          continue;
        }
      }
      // A quote opens at the start of a cell, closes, and opens again where it was doubled; elsewhere it is a character.
      if (byte === QUOTE) [quoted, closed] = quoted ? [false, true] : [cellBegins || closed, false];
      else closed = false;
      cellBegins = byte === separator && !quoted;
    }
    if (onlyLines && from < chunk.length) [cellBegins, closed] = [chunk.at(-1) === separator, false];
    hold(chunk.subarray(from));
  };
  return { take, finish };
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

const textOf = ({ bytes }: RawRow): string => {
  if (bytes === undefined) throw new Refusal("EVENT_TOO_LARGE", { detail: "The row is longer than 16 KiB." });
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw new Refusal("EVENT_UNREADABLE", { detail: "The row is not UTF-8 text.", cause });
  }
};

/**
 * The rows of a file as texts. A row that is too long is refused as `EVENT_TOO_LARGE`, one that is no UTF-8 as
 * `EVENT_UNREADABLE`.
 *
 * @param delimiter Of CSV, one character: line ends inside quoted cells then belong to the row (RFC 4180).
 */
export const splitRows = async function* (
  chunks: AsyncIterable<Buffer>,
  delimiter?: string,
): AsyncGenerator<ImportedRow<string>> {
  const cutter = rowCutter(delimiter?.charCodeAt(0));
  for await (const chunk of withoutBom(chunks)) {
    for (const row of cutter.take(chunk)) yield attempt(row, () => textOf(row));
  }
  for (const row of cutter.finish()) yield attempt(row, () => textOf(row));
};

/** What `read` makes of a row; a `Refusal` that it throws stays with the row. */
export const attempt = <Value>(
  { line, record }: Pick<ImportedRow<unknown>, "line" | "record">,
  read: () => Value,
): ImportedRow<Value> => {
  const where = { line, ...(record !== undefined && { record }) };
  try {
    return { ...where, value: read() };
  } catch (error) {
    if (error instanceof Refusal) return { ...where, refusal: error };
    throw error;
  }
};

/** Reads every row further. */
export const readRows = async function* <From, To>(
  rows: AsyncIterable<ImportedRow<From>>,
  read: (value: From, where: Pick<ImportedRow<From>, "line" | "record">) => To,
): AsyncGenerator<ImportedRow<To>> {
  for await (const row of rows) yield row.refusal ? row : attempt(row, () => read(row.value, row));
};
