import type { LetterKind, Outcome, RefusalGround } from "../domain/matter-vocabulary.ts";
import type { RegimeId } from "../domain/regimes.ts";

/** What a letter has to say beside what every letter says: to whom, from whom, about which matter, and their rights. */
interface Facts {
  /** Sentences in the letter's own language that derive the due date (`describe-deadline.ts`). */
  readonly acknowledgement: {
    readonly receivedOn: string;
    /** Absent while the clock rests. */
    readonly dueOn?: string;
    readonly why: readonly string[];
    /** UK law calls a question a complaint too (LAW L12). */
    readonly isComplaint: boolean;
  };
  readonly message: { readonly words: string };
  /** What the customer is asked; the clock rests until they answer. */
  readonly clarification: { readonly words: string };
  /** `looks`: when the looks were, UTC instants. */
  readonly explanation: { readonly words: string; readonly looks: readonly string[] };
  readonly extension: { readonly words: string; readonly dueOn: string; readonly why: readonly string[] };
  readonly "name-released": {
    readonly words: string;
    readonly name: string;
    readonly role?: string;
    readonly unit?: string;
  };
  /** A breach of their data (GDPR Art. 34): what happened in the DPO's words, and when the looks were. */
  readonly misuse: { readonly words: string; readonly looks: readonly string[] };
  readonly refusal: { readonly words: string; readonly ground: RefusalGround };
  readonly "partial-refusal": { readonly words: string; readonly ground: RefusalGround };
  readonly closing: { readonly words: string; readonly outcome: Outcome };
}

export type LetterContent = {
  readonly [Kind in LetterKind]: {
    readonly kind: Kind;
    readonly reference: string;
    readonly regime: RegimeId;
  } & Facts[Kind];
}[LetterKind];
