/** The same words in another language: what English says, every language has to say, and nothing else. */
export type Translation<W> = { readonly [K in keyof W]: W[K] extends string ? string : Translation<W[K]> };

/** Where a sentence stands: `queue.states.paused`. */
export type WordPath<W> = {
  readonly [K in keyof W & string]: W[K] extends string ? K : `${K}.${WordPath<W[K]>}`;
}[keyof W & string];

type CountPath<Path> = Path extends `${infer Stem}.one` ? Stem : never;
/** Where words for a count stand. */
export type CountOf<W> = CountPath<WordPath<W>>;
