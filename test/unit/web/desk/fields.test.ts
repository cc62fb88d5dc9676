import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { customerLabel } from "../../../../web/desk/customer-label.ts";
import { type Field, faultOf, lookKey, looksIn, looksText, refsIn } from "../../../../web/desk/fields.ts";
import { referenceIn } from "../../../../web/desk/place.ts";
import { isTheSame, newSince } from "../../../../web/desk/since.ts";
import { row } from "./matter.ts";

const field = (kind: Field["kind"], more: object = {}): Field => {
  const name = { name: "f", label: "" };
  switch (kind) {
    case "line":
      return { ...name, kind, max: 5 };
    case "day":
      return { ...name, kind, after: "2026-05-10" };
    case "choice":
    case "pick":
      return { ...name, kind, options: [{ value: "a", label: "A" }] };
    case "looks":
      return { ...name, kind, rows: [row(), row({ eventId: "2" })], ...more };
    default:
      return { ...name, kind };
  }
};
const fault = (kind: Field["kind"], value: string, more: object = {}) => faultOf(field(kind, more), { f: value });

describe("a field of a form", () => {
  it("says what is wrong with it, and nothing where nothing is", () => {
    expect([fault("words", " \n "), fault("words", "x".repeat(2_001)), fault("words", "x".repeat(2_000))]).toEqual([
      "empty",
      "tooLong",
      undefined,
    ]);
    expect([fault("line", "123456"), fault("line", "")]).toEqual(["tooLong", undefined]);
    expect([fault("mail", "a@b"), fault("mail", " a.b@c.example ")]).toEqual(["wrongMail", undefined]);
    expect([fault("day", "2026-05-10"), fault("day", "2026-05-11"), fault("day", "soon")]).toEqual([
      "wrongDay",
      undefined,
      "wrongDay",
    ]);
    expect([fault("choice", ""), fault("pick", "b"), fault("pick", "a")]).toEqual(["choose", "choose", undefined]);
    expect([fault("looks", ""), fault("looks", "crm 1"), fault("looks", "crm 3")]).toEqual([
      "chooseLooks",
      undefined,
      "chooseLooks",
    ]);
    expect(fault("looks", "", { mayBeNone: true })).toBeUndefined();
    expect(fault("looks", looksText(Array(51).fill("crm 1")))).toBe("chooseLooks");
  });

  it("names looks so that their source and id come back, whatever the id", () => {
    const id = fc.string({ unit: "grapheme", minLength: 1 }).filter((text) => !/[\n\r]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.record({ source: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/), eventId: id })),
        (refs) => {
          const text = looksText(refs.map(lookKey));
          expect(looksIn(text)).toHaveLength(refs.length);
          expect(refsIn(text)).toEqual(refs);
        },
      ),
    );
  });
});

describe("a customer's label", () => {
  it("is short, readable, the same for the same key and another for another", () => {
    const key = fc.stringMatching(/^[A-Za-z0-9_-]{43}$/);
    fc.assert(
      fc.property(key, (customerKey) => {
        expect(customerLabel(customerKey)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
      }),
    );
    expect(customerLabel("ABCDEFGHxyz")).not.toBe(customerLabel("ABCDEFGIxyz"));
  });
});

describe("an address of the desk", () => {
  it("leads to a matter by what stands behind # alone", () => {
    expect(referenceIn("#RG-7K2M-Q9XD")).toBe("RG-7K2M-Q9XD");
    for (const hash of ["", "#", "#open", "#ended", "#RG-7K2M", "#RG-7K2M-Q9XD/x", "#rg-7k2m-q9xd"])
      expect(referenceIn(hash)).toBeUndefined();
  });
});

describe("what was done meanwhile", () => {
  const by = { kind: "staff", role: "dpo", id: "E-1901", name: "Eleanor Ashby" } as const;
  const note = (id: string, words: string) =>
    ({ id, at: "2026-05-02T09:00:00.000Z", by, deed: { act: "note", words } }) as const;

  it("is what was not there before", () => {
    const [one, two] = [note("1", "one"), note("2", "two")];
    expect(newSince({ entries: [one] }, { entries: [one, two] })).toEqual([two]);
  });

  it("is one's own act only with the same words", () => {
    expect(isTheSame(note("1", "one"), "note", "E-1901", { words: "one" })).toBe(true);
    expect(isTheSame(note("1", "one"), "note", "E-1901", { words: "two" })).toBe(false);
    expect(isTheSame(note("1", "one"), "note", "E-1902", { words: "one" })).toBe(false);
    expect(isTheSame(note("1", "one"), "message", "E-1901", { words: "one" })).toBe(false);
  });
});
