import type { LetterKind, Outcome, RefusalGround } from "../domain/matter-vocabulary.ts";
import type { Regime } from "../domain/regimes.ts";

/**
 * Letters about a matter, as whole sentences. `law`: the name of the law as `law` below gives it; `day`: a date with its
 * weekday. No sentence speaks of an employee but those of `nameReleased`.
 */
export interface MatterLetterWords {
  /** The General Data Protection Regulation as it is called in this language, where it applies. */
  readonly law: Readonly<Record<Regime["law"], string>>;
  readonly titles: Readonly<Record<LetterKind, string>>;
  readonly opening: (company: string, reference: string) => string;
  /** What the data protection officer wrote follows, in their words. */
  readonly officerWrites: string;
  /** The same, where they are reasons. */
  readonly officerReasons: string;
  /** Before the sentences that derive the dates. */
  readonly workedOut: string;
  /** `times`: the day and time of each, from the earliest on; `zone`: by whose clock. */
  readonly looks: (times: readonly string[], zone: string) => string;

  readonly received: (day: string) => string;
  readonly answerBy: (day: string) => string;
  /** While the clock rests there is no due date. */
  readonly noDueDate: string;
  /** What happens now, and that nothing has to be done. */
  readonly whatNext: string;
  /** DPA 2018 s.164A. */
  readonly isComplaint: string;

  readonly answerOnPortal: string;
  /** UK GDPR Art. 12A. */
  readonly clockRests: (law: string) => string;

  /** Art. 12(3). */
  readonly extended: (day: string, law: string) => string;
  readonly onlyExtension: string;

  readonly nameReleased: {
    /** `position`: role and unit, as far as they were recorded. */
    readonly name: (name: string, position: readonly string[]) => string;
    readonly purpose: (law: string) => string;
    readonly noJudgement: string;
  };

  /** Art. 34(2): the breach's nature, what is likely to follow, what was done and what can be done. */
  readonly misuse: {
    readonly nature: (company: string, law: string) => string;
    readonly officerWrites: string;
    readonly consequences: string;
    readonly recorded: (law: string) => string;
    readonly advice: string;
    /** Art. 82. */
    readonly compensation: (law: string) => string;
  };

  readonly refused: string;
  readonly partlyRefused: string;
  /** One sentence for each reason, with its article. */
  readonly grounds: Readonly<Record<RefusalGround, (law: string) => string>>;

  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly closed: string;

  /** How to go on (Art. 12(4), 77, 79): to the company, to an authority, to a court. */
  readonly complainHere: (officer: string, email: string) => string;
  readonly complainToAuthority: (authority: string, url: string, law: string) => string;
  /** Art. 77(1): where they live, where they work, or where it happened. */
  readonly otherAuthorities: (url: string) => string;
  readonly court: (law: string) => string;

  readonly contact: (officer: string, email: string, reference: string) => string;
  readonly regards: string;

  /** On paper: the label of the day on which the letter was written, and what is said where a glyph is missing. */
  readonly date: string;
  readonly unprintable: string;
}
