import type { SignalInputs, SignalRule } from "../domain/signals/signal.ts";

/** How the describer writes what stands in a sentence. */
export interface SignalWriter {
  /** The civil date of an instant, "3 May 2026". */
  readonly date: (instant: string) => string;
  /** A civil date that is one already. */
  readonly day: (date: string) => string;
  /** The company's name for a source. */
  readonly source: (source: string) => string;
}

/**
 * What the desk reads about a signal: what was seen, never what it means. Nobody is accused before people have decided,
 * and a sentence that would hurt an innocent reader is wrong.
 */
export interface SignalWords {
  /** The rule in a few words, for lists. */
  readonly titles: Readonly<Record<SignalRule, string>>;
  /** What made it hit, as a whole sentence. */
  readonly sentences: {
    readonly [Rule in SignalRule]: (inputs: SignalInputs[Rule], write: SignalWriter) => string;
  };
  /** Ends every description. */
  readonly needsExplanation: string;
}
