import type { RefusalCode } from "../../../functions/domain/errors.ts";
import type { Channel, MatterState, Outcome, PartKind, Safety } from "../../../functions/domain/matter-vocabulary.ts";

import type { Count } from "../count.ts";

/** What a page can be refused that sends or reads what customers bring up. */
export type MatterProblem = Extract<
  RefusalCode,
  "REQUEST_TOO_LARGE" | "TOO_MANY_TODAY" | "ROWS_UNKNOWN" | "ACT_NOT_POSSIBLE"
>;

/** What a rule found is nothing that a customer brings up. */
type Kind = Exclude<PartKind, "signal">;

interface PageWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
}

/** What the forms say alike. */
interface FormWords {
  /** Stands behind the label of a field that may stay empty. */
  readonly optional: string;
  readonly counted: string;
  readonly empty: string;
  readonly tooLong: Count;
  readonly sending: string;
  readonly kept: string;
  readonly person: string;
  readonly sentHeading: string;
  readonly reference: string;
  readonly next: readonly string[];
  readonly toMatter: string;
  readonly toRecord: string;
}

interface AskWords extends PageWords {
  readonly which: string;
  readonly whichHint: string;
  readonly look: string;
  readonly all: string;
  readonly none: string;
  readonly more: string;
  readonly noLook: string;
  readonly tooMany: string;
  readonly words: string;
  readonly wordsHint: string;
  readonly send: string;
}

interface ContactWords extends PageWords {
  /** In the menu. */
  readonly menu: string;
  readonly helpHeading: string;
  readonly country: string;
  readonly danger: string;
  readonly talk: string;
  readonly authority: string;
  readonly reportHeading: string;
  readonly signIn: string;
  readonly toSignIn: string;
  readonly when: string;
  readonly whenHint: string;
  readonly noDay: string;
  readonly futureDay: string;
  readonly channel: string;
  readonly choose: string;
  readonly noChannel: string;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly from: string;
  readonly fromHint: string;
  readonly said: string;
  readonly saidHint: string;
  readonly safe: string;
  readonly noSafety: string;
  readonly safety: Readonly<Record<Safety, string>>;
  readonly safeWay: string;
  readonly safeWayHint: string;
  readonly send: string;
}

interface MatterWords extends PageWords {
  readonly loading: string;
  readonly state: string;
  readonly about: string;
  readonly opened: string;
  readonly closed: string;
  readonly outcome: string;
  readonly due: string;
  readonly states: Readonly<Record<MatterState, string>>;
  readonly kinds: Readonly<Record<Kind, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly storyHeading: string;
  readonly youAsked: string;
  readonly youReported: string;
  readonly youWrote: string;
  readonly theyWrote: string;
  readonly looks: string;
  readonly contacted: string;
  readonly sender: string;
  readonly pdf: string;
  readonly answerHeading: string;
  readonly answerAwaited: string;
  readonly answer: string;
  readonly send: string;
  readonly sent: string;
  readonly closedNote: string;
  readonly complainHeading: string;
  readonly complain: string;
  readonly back: string;
}

interface NewAddressWords extends PageWords {
  readonly steps: readonly string[];
  readonly label: string;
  readonly send: string;
  readonly empty: string;
  readonly wrong: string;
  readonly same: string;
  readonly codeHeading: string;
  readonly codeSent: string;
  readonly codeLabel: string;
  readonly confirm: string;
  readonly otherAddress: string;
  readonly heldHeading: string;
  readonly held: string;
  readonly heldNext: readonly string[];
  readonly cancel: string;
  readonly cancelling: string;
  readonly cancelled: string;
}

/** The pages on which customers bring something up and see what becomes of it. */
export interface MattersWords {
  readonly form: FormWords;
  readonly ask: AskWords;
  readonly contact: ContactWords;
  readonly matter: MatterWords;
  readonly "new-address": NewAddressWords;
}
