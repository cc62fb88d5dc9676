import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../../../functions/contract/desk-matters.ts";
import { referenceFrom } from "../../../../functions/domain/request.ts";
import { chosenRows, EVERYTHING, inOrderFor, wholeReference } from "../../../../web/desk/queue-choice.ts";

const row = (more: Partial<QueueRow> = {}): QueueRow => ({
  reference: "RG-7K2M-Q9XD",
  state: "in-hand",
  kinds: ["question"],
  openedAt: "2026-05-01T09:00:00.000Z",
  urgency: "running",
  waitsFor: [],
  ...more,
});
const me = { id: "E-1901", name: "Eleanor Ashby" };
const rows = [
  row({ handler: me }),
  row({ reference: "RG-0000-1111", state: "received", waitsFor: ["handler"], kinds: ["signal", "question"] }),
  row({ reference: "RG-ZZZZ-0001", urgency: "overdue", handler: { id: "E-1902", name: "T" }, waitsFor: ["approver"] }),
];
const shown = (choice: Partial<typeof EVERYTHING>) =>
  chosenRows(rows, { ...EVERYTHING, ...choice }, me.id).map(({ reference }) => reference);

describe("the list's filters", () => {
  it("ask for nothing at first, and for all they say together", () => {
    expect(shown({})).toHaveLength(3);
    expect(shown({ whose: "mine" })).toEqual(["RG-7K2M-Q9XD"]);
    expect(shown({ whose: "nobodys" })).toEqual(["RG-0000-1111"]);
    expect(shown({ whose: "others" })).toEqual(["RG-ZZZZ-0001"]);
    expect(shown({ kind: "question" })).toHaveLength(3);
    expect(shown({ kind: "signal", state: "received" })).toEqual(["RG-0000-1111"]);
    expect(shown({ kind: "signal", urgency: "overdue" })).toEqual([]);
  });

  it("find a reference by any part of it, however it is typed", () => {
    expect(shown({ search: " rg-7k2m " })).toEqual(["RG-7K2M-Q9XD"]);
    expect(shown({ search: "q9x" })).toEqual(["RG-7K2M-Q9XD"]);
    expect(shown({ search: "RG ZZZZ OOOI" })).toEqual(["RG-ZZZZ-0001"]);
    expect(shown({ search: "nothing" })).toEqual([]);
  });

  it("know a whole reference in any writing, and nothing else for one", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 5, maxLength: 5 }),
        fc.constantFrom("-", " ", ""),
        fc.boolean(),
        (bytes, between, low) => {
          const reference = referenceFrom(Buffer.from(bytes));
          const typed = reference.replaceAll("-", between);
          expect(wholeReference(low ? typed.toLowerCase() : typed)).toBe(reference);
        },
      ),
    );
    for (const part of ["", "RG-", "RG-7K2M", "RG-7K2M-Q9XDA", "7K2M-Q9U0"])
      expect(wholeReference(part)).toBeUndefined();
    expect(wholeReference("7k2m q9xd")).toBe("RG-7K2M-Q9XD");
  });

  it("show a second person first what waits for them, and nobody else another order than the service's", () => {
    expect(inOrderFor(rows, false)).toBe(rows);
    expect(inOrderFor(rows, true).map(({ reference }) => reference)).toEqual([
      "RG-ZZZZ-0001",
      "RG-7K2M-Q9XD",
      "RG-0000-1111",
    ]);
  });
});
