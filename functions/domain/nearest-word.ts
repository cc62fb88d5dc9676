/** How many characters have to be put in, taken out or changed to make one word of another (Levenshtein). */
const distance = (from: string, to: string): number => {
  let last = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [row, letter] of [...from].entries()) {
    const next = [row + 1];
    for (const [at, other] of [...to].entries()) {
      const [put = 0, changed = 0, taken = 0] = [next[at], last[at], last[at + 1]];
      next.push(Math.min(put + 1, taken + 1, changed + (letter === other ? 0 : 1)));
    }
    last = next;
  }
  return last.at(-1) ?? 0;
};

/** The word that somebody may have meant; undefined where none is near: more than a third of it would be wrong. */
export const nearestWord = (typed: string, words: readonly string[]): string | undefined => {
  const [best] = words
    .map((word) => ({ word, away: distance(typed.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, away }) => away <= Math.max(word.length, typed.length) / 3)
    .sort((a, b) => a.away - b.away);
  return best?.word;
};
