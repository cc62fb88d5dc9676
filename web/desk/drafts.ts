/**
 * What somebody typed at the desk and has not sent. It survives a reload, the end of a sign-in and a crash, so it lies
 * in `localStorage`: unencrypted, on this computer, readable by whoever uses the same account of it. That is why a draft
 *
 * - belongs to the person who typed it and is offered to nobody else who signs in here,
 * - goes when it is sent or thrown away, and by itself after a week without a change,
 * - is asked about at sign-out, which is what people do on a shared computer: erase them, or keep them.
 *
 * Kept are a form's own fields alone: the matter's reference, never the customer's words, rows or address.
 */
export type Values = Readonly<Record<string, string>>;

export interface Draft {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly values: Values;
}

export interface DraftOf {
  readonly owner: string;
  readonly reference: string;
  readonly act: string;
}

const PREFIX = "regard-draft";
const LIFE_MS = 7 * 24 * 60 * 60 * 1_000;

const keyOf = ({ owner, reference, act }: DraftOf): string =>
  [PREFIX, encodeURIComponent(owner), reference, act].join(" ");

const isValues = (input: unknown): input is Values =>
  typeof input === "object" && input !== null && Object.values(input).every((value) => typeof value === "string");

/** What was kept, whoever may have changed it since: undefined where it is no draft. */
const parsed = (text: string | null): Draft | undefined => {
  try {
    const kept: unknown = JSON.parse(text ?? "");
    if (typeof kept !== "object" || kept === null || !("at" in kept) || !("values" in kept)) return undefined;
    const { at, values } = kept;
    return typeof at === "number" && isValues(values) ? { at, values } : undefined;
  } catch {
    return undefined;
  }
};

const keysIn = (store: Storage): readonly string[] =>
  Array.from({ length: store.length }, (_, index) => store.key(index) ?? "").filter((key) =>
    key.startsWith(`${PREFIX} `),
  );

export const draftsIn = (store: Storage) => ({
  read: (of: DraftOf): Draft | undefined => parsed(store.getItem(keyOf(of))),
  /** Where the browser keeps nothing (no room, switched off), the text is still on the page. */
  keep: (of: DraftOf, draft: Draft): boolean => {
    try {
      store.setItem(keyOf(of), JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop: (of: DraftOf): void => store.removeItem(keyOf(of)),
  countOf: (owner: string): number =>
    keysIn(store).filter((key) => key.startsWith(`${PREFIX} ${encodeURIComponent(owner)} `)).length,
  /** Everybody's: whoever clears a shared computer clears all of it. */
  forgetAll: (): void => {
    for (const key of keysIn(store)) store.removeItem(key);
  },
  forgetOld: (now: number): void => {
    for (const key of keysIn(store)) {
      const draft = parsed(store.getItem(key));
      if (draft === undefined || now - draft.at > LIFE_MS) store.removeItem(key);
    }
  },
});
