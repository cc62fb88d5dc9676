import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_EVENT_BYTES } from "../../../../functions/contract/access-event.ts";
import { splitRows } from "../../../../functions/formats/import/split-rows.ts";
import { chunked } from "../../../support/chunked.ts";

/** Each row as [line, text], or [line, code] where it was refused. */
const rowsOf = async (file: string | Buffer, delimiter?: string, sizes: readonly number[] = []) =>
  (await Array.fromAsync(splitRows(chunked(Buffer.from(file), sizes), delimiter))).map(({ line, value, refusal }) => [
    line,
    refusal?.code ?? value,
  ]);

describe("rows of a file", () => {
  it("end where lines end, whether or not the last one does, and empty lines are none", async () => {
    expect(await rowsOf("a\nb\r\n\n\r\nc")).toEqual([
      [1, "a"],
      [2, "b"],
      [5, "c"],
    ]);
    expect(await rowsOf("a\n")).toEqual([[1, "a"]]);
    expect(await rowsOf("")).toEqual([]);
  });

  it("begin after a byte order mark", async () => {
    expect(await rowsOf("\ufeffa\nb")).toEqual([
      [1, "a"],
      [2, "b"],
    ]);
    expect(await rowsOf('\ufeff"a\n",b', ",")).toEqual([[1, '"a\n",b']]);
    expect(await rowsOf("\ufeff")).toEqual([]);
  });

  it("of CSV hold the line ends that stand in quotes", async () => {
    expect(await rowsOf('a,"b\nc"\nd', ",")).toEqual([
      [1, 'a,"b\nc"'],
      [3, "d"],
    ]);
    expect(await rowsOf('a,"b""\n""c"\nd', ",")).toEqual([
      [1, 'a,"b""\n""c"'],
      [3, "d"],
    ]);
    expect(await rowsOf('a;"b\nc"\nd', ";")).toEqual([
      [1, 'a;"b\nc"'],
      [3, "d"],
    ]);
  });

  it("of CSV take a quote inside a cell for a character", async () => {
    expect(await rowsOf('a,5" pipe\nb,c', ",")).toEqual([
      [1, 'a,5" pipe'],
      [2, "b,c"],
    ]);
  });

  it("of JSON know no quotes", async () => {
    expect(await rowsOf('"a\nb"')).toEqual([
      [1, '"a'],
      [2, 'b"'],
    ]);
  });

  it("are refused past 16 KiB and no sooner, and the row after that is read", async () => {
    const most = "x".repeat(MAX_EVENT_BYTES);
    expect(await rowsOf(`${most}\r\n${most}x\n${most}${most}${most}\nb`)).toEqual([
      [1, most],
      [2, "EVENT_TOO_LARGE"],
      [3, "EVENT_TOO_LARGE"],
      [4, "b"],
    ]);
    expect(await rowsOf(`a\n${most}x`)).toEqual([
      [1, "a"],
      [2, "EVENT_TOO_LARGE"],
    ]);
  });

  it("come back after a quote that was never closed", async () => {
    const rows = await rowsOf(`a,"b\n${"c,d\n".repeat(10_000)}`, ",");
    expect(rows[0]).toEqual([1, "EVENT_TOO_LARGE"]);
    expect(rows.at(-1)).toEqual([10_001, "c,d"]);
  });

  it("are refused one by one where their bytes are no UTF-8", async () => {
    const file = Buffer.concat([Buffer.from("a\n"), Buffer.from([0xc3, 0x28, 0x0a]), Buffer.from("ł\n")]);
    expect(await rowsOf(file)).toEqual([
      [1, "a"],
      [2, "EVENT_UNREADABLE"],
      [3, "ł"],
    ]);
  });

  it("are the same however the file is cut into chunks", async () => {
    const piece = fc.constantFrom("a", "ł", "🔑", ",", '"', "\n", "\r\n", "\ufeff");
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 40 }),
        fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 }),
        fc.constantFrom(undefined, ","),
        async (pieces, sizes, delimiter) => {
          const file = pieces.join("");
          expect(await rowsOf(file, delimiter, sizes)).toEqual(await rowsOf(file, delimiter));
        },
      ),
    );
  });
});
