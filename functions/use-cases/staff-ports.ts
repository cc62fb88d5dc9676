import type { StaffRole } from "../domain/staff.ts";
import type { StaffTimes } from "../domain/staff-session.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { AuditLine } from "./identity-ports.ts";

/** Somebody who began to sign in at the desk and went to the identity provider. Nothing in it opens anything. */
export interface SignInAttempt {
  /** SHA-256 of the token in the browser's cookie, base64url. */
  readonly attemptKey: string;
  /** In which the page speaks that the person comes back to. */
  readonly language: Language;
  /** The session that it takes the place of, where somebody who is signed in shows once more who they are. */
  readonly replaces?: string | undefined;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

/** Who works at the desk, as the identity provider knows them. */
interface StaffMember {
  /** Keyed hash of issuer and subject: what audit lines name people by. */
  readonly staffKey: string;
  /** The id under which the access log knows the same person; undefined where the provider does not say. */
  readonly employeeId?: string | undefined;
  readonly name: string;
  readonly unit?: string | undefined;
  /** At least one. */
  readonly roles: readonly StaffRole[];
}

/** A sign-in at the desk. Times are milliseconds since 1970. */
export interface SignedInStaff extends StaffMember, StaffTimes {
  /** SHA-256 of the token in the cookie, base64url. */
  readonly sessionKey: string;
}

export interface StaffStore {
  keepAttempt(attempt: SignInAttempt): Promise<void>;
  /** Gives an attempt out once, to one caller, however many ask at the same instant. */
  takeAttempt(attemptKey: string): Promise<SignInAttempt | undefined>;
  /** Opens a session, ends the one that it replaces and writes the audit line: all of it or nothing. */
  openSession(session: SignedInStaff, replaces: string | undefined, line: AuditLine): Promise<void>;
  /** Strongly consistent. The store erases what is past its time late or never: callers look at the times. */
  sessionOf(sessionKey: string): Promise<SignedInStaff | undefined>;
  /** Notes the last request of a session that still exists; the time only moves forward. */
  noteSeen(sessionKey: string, seenAt: number): Promise<void>;
  /** Ends a session with its audit line, both or neither; does nothing where it ended before. */
  endSession(sessionKey: string, line: AuditLine): Promise<void>;
  /** An audit line of its own, where nothing else is written. */
  note(line: AuditLine): Promise<void>;
}

/** What ties the provider's answer to one attempt. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  /** PKCE (RFC 7636). */
  readonly verifier: string;
}

/** What a verified ID token says. */
export interface Identity {
  readonly subject: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly employeeId?: string | undefined;
  readonly unit?: string | undefined;
  /** `amr`; undefined where the token has none. */
  readonly methods?: readonly string[] | undefined;
  /** `auth_time`, in milliseconds since 1970. */
  readonly authenticatedAt: number;
}

export interface IdentityProvider {
  readonly issuer: string;
  /**
   * The address of the provider's page, which asks who it is even where the provider remembers. The verifier goes there
   * as its hash. Throws `UNAVAILABLE`.
   */
  pageFor(secrets: SignInSecrets): Promise<string>;
  /**
   * Redeems the provider's answer and verifies what comes: state, issuer, audience, nonce, times, algorithm and
   * signature. No token leaves in here. Throws `STAFF_SIGN_IN_REFUSED` where the provider says no,
   * `STAFF_SIGN_IN_UNVERIFIED` where something does not fit, and `UNAVAILABLE`.
   */
  identityFrom(answer: URLSearchParams, secrets: SignInSecrets): Promise<Identity>;
}
