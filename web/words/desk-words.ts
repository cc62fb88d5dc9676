import type { RefusalCode } from "../../functions/domain/errors.ts";
import type { StaffRole } from "../../functions/domain/staff.ts";
import type { DeskAppWords } from "./desk/app-words.ts";

/** Everything that the desk's door can refuse: a new code of this kind does not compile without its words. */
type DeskProblemCode = Extract<RefusalCode, `STAFF_${string}`>;

/** The words of the desk's pages, for people at work. */
export interface DeskWords {
  readonly title: string;
  readonly description: string;
  readonly lead: string;
  readonly noScript: string;
  readonly loading: string;
  readonly signIn: string;
  readonly signingIn: string;
  readonly signInHint: string;
  readonly ended: string;
  readonly signedOut: string;
  readonly who: string;
  readonly roles: Readonly<Record<StaffRole, string>>;
  readonly shown: string;
  readonly again: string;
  readonly signOut: string;
  readonly idle: string;
  readonly final: string;
  readonly close: string;
  readonly problems: Readonly<Record<DeskProblemCode, string>>;
  readonly app: DeskAppWords;
}
