import type { RefusalCode } from "../../functions/domain/errors.ts";
import type { EvidenceLevel, StaffIdentity } from "../../functions/domain/vocabulary.ts";
import type { AnswerWords } from "./answer-words.ts";
import type { Count } from "./count.ts";
import type { DeskWords } from "./desk-words.ts";
import type { MatterProblem, MattersWords } from "./matters/matters-words.ts";

/** Everything that a page can be refused, and what only a browser notices: no connection, an answer nobody expected. */
export type ProblemCode =
  | Extract<
      RefusalCode,
      "REQUEST_INVALID" | "CODE_WRONG" | "CODE_SPENT" | "CODE_PAUSED" | "SIGN_IN_NEEDED" | "NOT_FOUND" | "UNAVAILABLE"
    >
  | MatterProblem
  | "OFFLINE"
  | "UNEXPECTED";

/** One evidence level: a short label and what it means. */
interface EvidenceWords {
  readonly label: string;
  readonly meaning: string;
}

/** Words that a page's script says; the build puts the ones it needs into the page. */
interface SharedLive {
  readonly errorTitle: string;
  readonly problems: Readonly<Record<ProblemCode, string>>;
  readonly retry: string;
}

/** The pages' own words. What a record says is written by the server, in the same language. */
export interface Words extends MattersWords {
  readonly language: { readonly name: string; readonly switchTo: string; readonly suggestion: string };
  readonly exit: { readonly label: string; readonly url: string };
  readonly layout: {
    readonly skip: string;
    readonly brand: string;
    readonly record: string;
    readonly requests: string;
    readonly how: string;
    readonly signOut: string;
    readonly privacyNotice: string;
    readonly contact: string;
    readonly noScript: string;
    readonly problemHeading: string;
    readonly dismiss: string;
    readonly menu: string;
  };
  readonly live: SharedLive;
  readonly ending: {
    readonly heading: string;
    readonly idle: string;
    readonly final: string;
    readonly stay: string;
    readonly close: string;
  };
  readonly home: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly start: string;
    readonly stepsHeading: string;
    readonly steps: readonly string[];
    readonly free: string;
    readonly contactHeading: string;
    readonly contact: readonly string[];
    readonly watchedHeading: string;
    readonly watched: string;
  };
  readonly address: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly ended: string;
    readonly label: string;
    readonly hint: string;
    readonly send: string;
    readonly sending: string;
    readonly same: string;
    readonly empty: string;
    readonly wrong: string;
  };
  readonly code: {
    readonly title: string;
    readonly description: string;
    readonly sent: string;
    readonly label: string;
    readonly hint: string;
    readonly confirm: string;
    readonly confirming: string;
    readonly eight: string;
    readonly noneHeading: string;
    readonly none: readonly string[];
    readonly again: string;
    readonly againDone: string;
    readonly otherAddress: string;
  };
  readonly record: {
    readonly title: string;
    readonly description: string;
    readonly loading: string;
    readonly progress: string;
    readonly chooserHeading: string;
    readonly chooser: string;
    readonly person: string;
    readonly otherPerson: string;
    readonly coverageHeading: string;
    readonly pictureHeading: string;
    readonly picture: string;
    readonly pictureTable: string;
    readonly month: string;
    readonly total: string;
    readonly evidence: Readonly<Record<EvidenceLevel, EvidenceWords>>;
    readonly looksHeading: string;
    readonly filters: string;
    readonly filterEvidence: string;
    readonly filterPurpose: string;
    readonly filterPerson: string;
    readonly from: string;
    readonly to: string;
    readonly all: string;
    readonly clear: string;
    readonly count: Count;
    readonly countOf: Count;
    readonly noneFound: string;
    readonly empty: string;
    readonly why: string;
    readonly saw: string;
    readonly samePerson: string;
    readonly ask: string;
    readonly explained: string;
    readonly samePersonCount: Count;
    readonly samePersonOff: string;
    readonly more: string;
    readonly case: string;
    readonly onBehalfOf: string;
    readonly types: {
      readonly contractor: string;
      readonly processor: string;
      readonly system: string;
      readonly ai_agent: string;
    };
    readonly keepHeading: string;
    readonly keep: string;
    readonly files: { readonly pdf: string; readonly csv: string; readonly json: string };
    readonly preparing: string;
    readonly saved: string;
    readonly reference: string;
    readonly made: string;
    readonly period: string;
    readonly times: string;
    readonly nextHeading: string;
    readonly next: string;
  };
  readonly requests: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly record: string;
    readonly unread: Count;
    readonly loading: string;
    readonly empty: string;
    readonly states: { readonly received: string; readonly answered: string };
    readonly received: string;
    readonly answered: string;
    readonly period: string;
  };
  readonly how: {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly showsHeading: string;
    readonly shows: readonly string[];
    readonly evidenceHeading: string;
    readonly evidence: string;
    readonly handlesHeading: string;
    readonly handles: string;
    readonly names: Readonly<Record<StaffIdentity, string>>;
    readonly cannotHeading: string;
    readonly cannot: readonly string[];
    readonly rightsHeading: string;
    readonly rights: readonly string[];
    readonly complainHeading: string;
    readonly complain: string;
    readonly authorities: string;
    readonly safeHeading: string;
    readonly safe: readonly string[];
  };
  readonly desk: DeskWords;
  readonly answer: AnswerWords;
  readonly "not-found": {
    readonly title: string;
    readonly description: string;
    readonly lead: string;
    readonly start: string;
    readonly contact: string;
  };
}
