import { Refusal } from "../../domain/errors.ts";
import type { ImportedRow } from "../../domain/imported-row.ts";
import { attempt, withoutBom } from "./split-rows.ts";

/**
 * Largest record of another system's log, in bytes. They carry far more than an event keeps: a request with its answer
 * in OCSF, the queried records in a Salesforce event.
 */
export const MAX_RECORD_BYTES = 1024 * 1024;

const [QUOTE, BACKSLASH, COMMA, COLON, NEWLINE] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];
/** A member's name that is longer than this names no list. */
const LONGEST_NAME = 40;
const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE;

/** Where the characters end that mean nothing but themselves in a string: most bytes of most files are such. */
const endOfPlain = (chunk: Buffer, from: number): number => {
  let at = from;
  for (; at < chunk.length; at += 1) {
    const byte = chunk[at];
    if (byte === QUOTE || byte === BACKSLASH || byte === NEWLINE) break;
  }
  return at;
};

/** The bytes of one record and the line on which it begins; undefined where they were more than a record may have. */
interface RawRecord {
  readonly line: number;
  readonly bytes: Buffer | undefined;
}

/** Whether an object may stand where the last byte that was no blank is `before`, in what `inside` opened. */
const mayOpen = (before: number, inside: number | undefined): boolean =>
  before === COLON || before === OPEN_ARRAY || (before === COMMA && inside === OPEN_ARRAY);

/**
 * Cuts JSON into the records in it, by its brackets alone: objects one behind the other (one a line, or in any number of
 * lines), the elements of an array, or those of the array that an object has under one of the names in `lists`, however
 * many there are. One record is in memory.
 *
 * A record that is no JSON costs itself and not what comes after it: no string goes over the end of a line, and where a
 * line begins an object that cannot stand there, the record before it was broken off.
 */
const recordCutter = (lists: readonly string[]) => {
  const opened: number[] = [];
  let base = 0; // how deep records lie
  let [line, recordLine, before] = [1, 1, OPEN_ARRAY];
  let [inString, escaped, lineBegins] = [false, false, true];
  let held: Buffer[] | undefined; // of the record that is open
  let size = 0;
  let [name, nameBytes]: [string, number[]] = ["", []]; // of the outermost object's members, as far as they come
  const namesList = lists.length > 0;
  const isList = (): boolean => before === COLON && lists.includes(name);
  let result: RawRecord[] = [];

  const hold = (bytes: Buffer) => {
    size += bytes.length;
    if (size <= MAX_RECORD_BYTES) held?.push(bytes);
  };
  const finish = () => {
    if (held === undefined) return;
    result.push({ line: recordLine, bytes: size > MAX_RECORD_BYTES ? undefined : Buffer.concat(held) });
    held = undefined;
  };

  const take = (chunk: Buffer): void => {
    let from = 0;
    const begin = (at: number) => {
      [held, size, from, recordLine] = [[], 0, at, line];
    };
    const cut = (end: number) => {
      if (held) hold(chunk.subarray(from, end));
      finish();
    };
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === NEWLINE) {
        if (opened.length === 0) cut(at);
        line += 1;
        [inString, escaped, lineBegins] = [false, false, true];
        continue;
      }
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) inString = false;
        else if (namesList && opened.length === 1) {
          if (nameBytes.length < LONGEST_NAME) nameBytes.push(byte);
        } else at = endOfPlain(chunk, at) - 1;
        continue;
      }
      if (isBlank(byte)) continue;
      const isOpening = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
      const isClosing = byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;
      if (byte === OPEN_OBJECT && lineBegins && opened.length > base && !mayOpen(before, opened.at(-1))) {
        cut(at);
        opened.length = base;
      }
      const isBetween = opened.length === base && (byte === COMMA || (isClosing && base > 0));
      if (isBetween || (isOpening && opened.length === base)) cut(at);

      if (byte === OPEN_ARRAY && base === 0 && (opened.length === 0 || (opened.length === 1 && isList()))) {
        base = opened.length + 1;
        held = undefined; // what holds the list is no record
      } else if (held === undefined && opened.length === base && !isBetween) begin(at);

      if (byte === QUOTE) {
        inString = true;
        nameBytes = [];
      } else if (byte === COLON && opened.length === 1 && namesList) name = Buffer.from(nameBytes).toString();
      if (isOpening) opened.push(byte);
      else if (isClosing) {
        const wasOpen = opened.pop() !== undefined;
        if (wasOpen && opened.length === base) cut(at + 1);
        else if (opened.length < base) base = 0;
      }
      before = byte;
      lineBegins = false;
    }
    if (held) hold(chunk.subarray(from));
  };

  /** Whether a line begins and no record is open: then whoever knows a line to be a record may skip it. */
  const isIdle = (): boolean => lineBegins && opened.length === 0 && held === undefined;
  /** @returns The line's number. */
  const skipLine = (): number => {
    line += 1;
    return line - 1;
  };

  /** The records that have ended since this was asked before. */
  const ready = (): readonly RawRecord[] => {
    const records = result;
    result = [];
    return records;
  };
  return { take, finish, ready, isIdle, skipLine };
};

const utf8 = new TextDecoder("utf-8", { fatal: true });

const parse = ({ bytes }: Pick<RawRecord, "bytes">): unknown => {
  if (bytes === undefined) throw new Refusal("EVENT_TOO_LARGE", { detail: "The record is longer than 1 MiB." });
  try {
    return JSON.parse(utf8.decode(bytes));
  } catch {
    // The parser's own message quotes the text.
    throw new Refusal("EVENT_UNREADABLE", { detail: "The record is not JSON." });
  }
};

/** What a whole line says where it is one object, and none that holds a list of records. */
const objectOf = (bytes: Buffer, lists: readonly string[]): object | undefined => {
  if (bytes[0] !== OPEN_OBJECT || bytes.length > MAX_RECORD_BYTES) return undefined;
  try {
    const value: object = JSON.parse(utf8.decode(bytes));
    return lists.some((name) => Object.hasOwn(value, name)) ? undefined : value;
  } catch {
    return undefined; // its brackets say what it is
  }
};

/**
 * The records of a JSON file as values, with their number: objects one behind the other, or the elements of a list (see
 * `recordCutter`). One that is no JSON is refused as `EVENT_UNREADABLE`, one that is too long as `EVENT_TOO_LARGE`.
 *
 * @param lists Names under which an outermost object may hold the records (`Records` in CloudTrail's files).
 */
export const readJsonRecords = async function* (
  chunks: AsyncIterable<Buffer>,
  lists: readonly string[] = [],
): AsyncGenerator<ImportedRow<unknown>> {
  const cutter = recordCutter(lists);
  let record = 0;
  const cutOff = function* (): Generator<ImportedRow<unknown>> {
    for (const raw of cutter.ready()) {
      record += 1;
      yield attempt({ line: raw.line, record }, () => parse(raw));
    }
  };
  const rowsIn = function* (chunk: Buffer): Generator<ImportedRow<unknown>> {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      // Most files have a record on each line: such a line is its own measure.
      const value = cutter.isIdle() ? objectOf(chunk.subarray(from, end), lists) : undefined;
      if (value !== undefined) {
        record += 1;
        yield { line: cutter.skipLine(), record, value };
      } else {
        cutter.take(chunk.subarray(from, end + 1));
        yield* cutOff();
      }
      from = end + 1;
      if (!cutter.isIdle()) break;
    }
    cutter.take(chunk.subarray(from));
    yield* cutOff();
  };
  for await (const chunk of withoutBom(chunks)) for (const row of rowsIn(chunk)) yield row;
  cutter.finish();
  for (const row of cutOff()) yield row;
};
