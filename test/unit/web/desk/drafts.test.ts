import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draftsIn } from "../../../../web/desk/drafts.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** A store as a browser has it; `room`: how many characters fit. */
const storeOf = (room = Number.POSITIVE_INFINITY): Storage => {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (value.length > room) throw new Error("full");
      items.set(key, value);
    },
    removeItem: (key) => items.delete(key),
    clear: () => items.clear(),
  };
};

const OF = { owner: "E-1901", reference: "RG-7K2M-Q9XD", act: "message" } as const;
const DRAFT = { at: 1_000, values: { words: "Half a sentence" } };

describe("a draft", () => {
  it("comes back as it was typed, whatever it is and whoever typed it", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.dictionary(fc.string(), fc.string({ unit: "grapheme" })),
        (owner, values) => {
          const drafts = draftsIn(storeOf());
          drafts.keep({ ...OF, owner }, { at: 1, values });
          expect(drafts.read({ ...OF, owner })).toEqual({ at: 1, values: { ...values } });
          expect(drafts.countOf(owner)).toBe(1);
        },
      ),
    );
  });

  it("is nobody else's, no other matter's and no other act's", () => {
    const drafts = draftsIn(storeOf());
    drafts.keep(OF, DRAFT);
    expect(drafts.read({ ...OF, owner: "E-1902" })).toBeUndefined();
    expect(drafts.read({ ...OF, reference: "RG-0000-0000" })).toBeUndefined();
    expect(drafts.read({ ...OF, act: "note" })).toBeUndefined();
    expect(drafts.countOf("E-190")).toBe(0);
  });

  it("goes when it is dropped, after a week, and with everything else on a shared computer", () => {
    const store = storeOf();
    const drafts = draftsIn(store);
    store.setItem("somebody else's", "1");
    drafts.keep(OF, DRAFT);
    drafts.forgetOld(DRAFT.at + 7 * DAY);
    expect(drafts.read(OF)).toEqual(DRAFT);
    drafts.forgetOld(DRAFT.at + 7 * DAY + 1);
    expect(drafts.read(OF)).toBeUndefined();
    drafts.keep(OF, DRAFT);
    drafts.keep({ ...OF, owner: "E-1902" }, DRAFT);
    drafts.forgetAll();
    expect(store.length).toBe(1);
    drafts.keep(OF, DRAFT);
    drafts.drop(OF);
    expect(drafts.read(OF)).toBeUndefined();
  });

  it("is none where somebody changed it into something else, and is cleared away", () => {
    const store = storeOf();
    const drafts = draftsIn(store);
    drafts.keep(OF, DRAFT);
    const key = store.key(0) ?? "";
    for (const torn of ["", "null", "{", "[]", '{"at":"1","values":{}}', '{"at":1,"values":{"words":1}}', '{"at":1}']) {
      store.setItem(key, torn);
      expect(drafts.read(OF)).toBeUndefined();
    }
    drafts.forgetOld(0);
    expect(store.length).toBe(0);
  });

  it("says so where the browser has no room for it", () => {
    expect(draftsIn(storeOf(10)).keep(OF, DRAFT)).toBe(false);
  });
});
