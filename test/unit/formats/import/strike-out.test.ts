import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readSent, readSentAgain } from "../../../../functions/formats/import/read-sent.ts";
import { strikeOut } from "../../../../functions/formats/import/strike-out.ts";
import { justNow } from "../../../support/intake-door.ts";

const isAna = (id: string) => id === "Ana";
const without = (event: unknown) => {
  const left = strikeOut(JSON.stringify(event), isAna);
  return left === undefined ? undefined : JSON.parse(left);
};
const ERASED = { erased: true };

describe("a customer whose data was erased", () => {
  it.each([
    ["is the only one", { customerId: "Ana", recordCount: 1 }],
    ["is the only one of a list, or stands in it twice", { customerId: ["Ana", "Ana"] }],
    ["stands where no customer may stand", { customerId: { id: "Ana" } }],
    ["stands in a field that no event has, and nobody else anywhere", { customer: "Ana", employee: { id: "Bea" } }],
    ["stands in a list that is no event", ["Ana"]],
  ])("takes the whole event along where their id %s", (_, event) => {
    expect(without(event)).toBeUndefined();
  });

  it.each([
    ["a list of several", { customerId: ["Ana", "Bea"] }, { customerId: [ERASED, "Bea"] }],
    ["a list of objects", { people: [{ id: "Ana" }, { id: "Bea" }] }, { people: [ERASED, { id: "Bea" }] }],
    [
      "a bulk access, which showed others as well",
      { customerId: ["Ana"], recordCount: 500 },
      { customerId: [ERASED], recordCount: 500 },
    ],
    [
      "a wrong field of somebody else's event",
      { customerId: "Bea", before: "Ana" },
      { customerId: "Bea", before: ERASED },
    ],
  ])("is struck out of %s, and the rest waits on", (_, event, left) => {
    expect(without(event)).toEqual(left);
  });

  it("is not whoever has the same id for something else: who looked, or the case", () => {
    const event = { customerId: "Bea", employee: { id: "Ana" }, onBehalfOf: "Ana", case: { type: "order", id: "Ana" } };
    expect(without(event)).toEqual(event);
    expect(without({ employee: { id: "Ana" } })).toEqual({ employee: { id: "Ana" } });
  });

  it("is found as a number, too", () => {
    expect(strikeOut('{"customerId":7}', (id) => id === "7")).toBeUndefined();
  });
});

describe("an event in which names were struck out", () => {
  it("is read as one of those who are left, and remembers how many are not", () => {
    const sent = readSent(justNow({ customerId: ["Ana", "Bea", "Cid"] }), false);
    const again = readSentAgain(sent.without(isAna) ?? "");
    expect(again).toMatchObject({ customerId: ["Bea", "Cid"], struckOut: 1, event: { customerId: ["Bea", "Cid"] } });
    expect(readSentAgain(again.without((id) => id === "Bea") ?? "")).toMatchObject({
      customerId: ["Cid"],
      struckOut: 2,
    });
    expect(again.without((id) => id !== "Ana")).toBeUndefined();
  });

  it("is not what a sender makes who writes nothing in a name's place", () => {
    const sent = readSent({ ...justNow(), customerId: ["Bea", null] }, false);
    expect(readSentAgain(sent.text)).toMatchObject({ refusal: { code: "EVENT_FIELD_INVALID" } });
    expect(readSentAgain(sent.text).struckOut).toBeUndefined();
  });

  it("names nobody whose data was erased any more, and everybody else, whatever was sent", () => {
    const name = fc.constantFrom("Ana", "Bea", "Cid");
    const lists = fc.oneof(name, fc.array(name, { maxLength: 5 }), fc.array(fc.record({ id: name }), { maxLength: 3 }));
    const event = fc.record({ customerId: lists, other: lists }, { requiredKeys: [] });
    const others = (text: string) => text.match(/"(Bea|Cid)"/g) ?? [];
    fc.assert(
      fc.property(fc.oneof(event, fc.jsonValue()), (input) => {
        const text = JSON.stringify(input);
        const left = strikeOut(text, isAna) ?? "";
        expect(left).not.toContain('"Ana"');
        if (!text.includes('"Ana"')) expect(left).toBe(text);
        if (left !== "") expect([strikeOut(left, isAna), others(left)]).toEqual([left, others(text)]);
      }),
    );
  });

  it("is read however deeply it is nested, and nothing throws", () => {
    const deep = `${"[".repeat(8_000)}"Ana"${"]".repeat(8_000)}`;
    expect(strikeOut(`{"more":${deep}}`, isAna)).toBe(`{"more":${deep}}`);
  });
});
