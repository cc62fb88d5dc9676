import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_RECORD_BYTES, readJsonRecords } from "../../../../functions/formats/import/split-json.ts";
import { chunked } from "../../../support/chunked.ts";

/** Each record as [number, line, value], or [number, line, code] where it was refused. */
const recordsOf = async (file: string, lists: readonly string[] = [], sizes: readonly number[] = []) =>
  (await Array.fromAsync(readJsonRecords(chunked(Buffer.from(file), sizes), lists))).map(
    ({ record, line, value, refusal }) => [record, line, refusal?.code ?? value],
  );
const valuesOf = async (...given: Parameters<typeof recordsOf>) =>
  (await recordsOf(...given)).map(([, , value]) => value);

describe("records of a JSON file", () => {
  it("are objects one a line, one behind the other, or in any number of lines", async () => {
    expect(await recordsOf('\ufeff{"a":1}\r\n\r\n{"b":\n  {"c": [1]}\n}{"d":2}')).toEqual([
      [1, 1, { a: 1 }],
      [2, 3, { b: { c: [1] } }],
      [3, 5, { d: 2 }],
    ]);
    expect(await recordsOf("")).toEqual([]);
    expect(await recordsOf(" \n[]\n")).toEqual([]);
  });

  it("are the elements of an array, or of the list that an outermost object holds", async () => {
    const two = [{ a: "}]" }, { b: { Records: [3] } }];
    for (const indent of [0, 2]) {
      expect(await valuesOf(JSON.stringify(two, null, indent))).toEqual(two);
      expect(await valuesOf(JSON.stringify({ x: "Records", Records: two, y: [4] }, null, indent), ["Records"])).toEqual(
        two,
      );
    }
    expect(await valuesOf('[{"a":1}][{"b":2}]{"Records":[{"c":3}]}\n{"d":4}', ["Records"])).toEqual([
      { a: 1 },
      { b: 2 },
      { c: 3 },
      { d: 4 },
    ]);
    expect(await valuesOf('{"Records":[]}', ["Records"])).toEqual([]);
    expect(await valuesOf('{"Records":[{}]}')).toEqual([{ Records: [{}] }]);
  });

  it("that are no JSON cost themselves alone", async () => {
    const good = '{"z":1}';
    for (const broken of [
      '{"a":1,}',
      '{"a":"never closed}',
      '{"a":1,',
      '{"a":[1',
      "nonsense",
      "}",
      '{"a":{"b":2}',
      "\\",
    ]) {
      expect(await valuesOf(`${good}\n${broken}\n${good}\n${good}`)).toEqual([
        { z: 1 },
        "EVENT_UNREADABLE",
        { z: 1 },
        { z: 1 },
      ]);
    }
    expect(await valuesOf('[{"a":1,},{"b":2},nonsense,3,"x",{"c":4}]')).toEqual([
      "EVENT_UNREADABLE",
      { b: 2 },
      "EVENT_UNREADABLE",
      3,
      "x",
      { c: 4 },
    ]);
    expect(await valuesOf('[\n  {"a": "never closed},\n  {"b":2}\n]')).toEqual(["EVENT_UNREADABLE", { b: 2 }]);
    expect(await valuesOf('{"a":1}\n{"b":')).toEqual([{ a: 1 }, "EVENT_UNREADABLE"]);
  });

  it("that are too long, or not UTF-8, are refused and never held", async () => {
    const just = { a: "x".repeat(MAX_RECORD_BYTES - '{"a":""}'.length) };
    expect(await valuesOf(JSON.stringify(just))).toEqual([just]);
    expect(await valuesOf(JSON.stringify({ a: `${just.a}x` }))).toEqual(["EVENT_TOO_LARGE"]);
    const long = JSON.stringify({ a: "x".repeat(MAX_RECORD_BYTES) });
    expect(await valuesOf(`${long}\n{"b":2}`)).toEqual(["EVENT_TOO_LARGE", { b: 2 }]);
    const latin = Buffer.from('{"a":"ÿ"}\n{"b":2}', "latin1");
    const read = await Array.fromAsync(readJsonRecords(chunked(latin, [])));
    expect(read.map(({ refusal, value }) => refusal?.code ?? value)).toEqual(["EVENT_UNREADABLE", { b: 2 }]);
  });

  it("are the same however the file is written and wherever its chunks end", async () => {
    const record = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 6 }),
        fc.constantFrom(0, 1, 3),
        fc.constantFrom("lines", "behind", "array", "list"),
        fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 30 }),
        async (records, indent, shape, sizes) => {
          const written = records.map((one) => JSON.stringify(one, null, indent));
          const file = {
            lines: written.join("\n"),
            behind: written.join(""),
            array: `[${written.join(", ")}]`,
            list: `{"x": {}, "Records": [${written.join(",\n")}], "y": 1}`,
          }[shape];
          // An object that is alone in a file and has the list's name is its holder.
          const lists = shape === "list" ? ["Records"] : [];
          expect(await valuesOf(file, lists, sizes)).toEqual(written.map((text) => JSON.parse(text)));
        },
      ),
    );
  });
});
