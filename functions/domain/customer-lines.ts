import type { CustomerLine } from "../contract/customer-matters.ts";
import type { EventRef } from "../contract/matter.ts";
import type { Entry, Letter, Part } from "../contract/matter-entry.ts";

const letterOf = ({ deed }: Entry): Letter | undefined => ("letter" in deed ? deed.letter : undefined);

const ownPart = (part: Part, at: string, lookedAt: (access: EventRef) => string | undefined): CustomerLine[] => {
  switch (part.kind) {
    case "question": {
      const looks = part.accesses.flatMap((access) => lookedAt(access) ?? []).sort();
      return [{ kind: "question", at, words: part.words, looks }];
    }
    case "contact-report": {
      const { kind, contactedOn, channel, sender, words } = part;
      return [{ kind, at, contactedOn, channel, ...(sender && { senderTail: sender.tail }), ...(words && { words }) }];
    }
    // What a rule found stays inside the company.
    case "signal":
      return [];
  }
};

const ownWords = ({ at, deed }: Entry, lookedAt: (access: EventRef) => string | undefined): CustomerLine[] => {
  if (deed.act === "raise" || deed.act === "join") return ownPart(deed.part, at, lookedAt);
  return deed.act === "write" || deed.act === "clarify" ? [{ kind: "words", at, words: deed.words }] : [];
};

/**
 * A matter's story as its customer may read it: what they wrote themselves, and the letters to them. Everything else,
 * notes, asks, what employees answered and who at the company did what, is left out, because it is not put in.
 */
export const customerLines = (
  entries: readonly Entry[],
  lookedAt: (access: EventRef) => string | undefined = () => undefined,
): readonly CustomerLine[] =>
  entries.flatMap((entry) => {
    const letter = letterOf(entry);
    const own = ownWords(entry, lookedAt);
    if (letter === undefined) return own;
    const { kind: about, language, title, paragraphs } = letter;
    return [...own, { kind: "letter", at: entry.at, letterId: entry.id, about, language, title, paragraphs }];
  });

/** The letter of that name among a matter's entries. */
export const letterAmong = (entries: readonly Entry[], letterId: string) => {
  const entry = entries.find(({ id }) => id === letterId);
  const letter = entry && letterOf(entry);
  return entry && letter && { letter, at: entry.at };
};
