import type { StaffRules } from "../contract/staff-config.ts";
import { Refusal } from "../domain/errors.ts";
import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import { hasSecondFactor, rolesOf } from "../domain/staff.ts";
import { askedAnew, isAttemptOver } from "../domain/staff-session.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine } from "./commit.ts";
import type { Clock, Keyring, Random } from "./ports.ts";
import type { Identity, IdentityProvider, SignedInStaff, SignInAttempt, StaffStore } from "./staff-ports.ts";
import { secretsOf } from "./start-staff-sign-in.ts";

export interface FinishStaffSignInDeps {
  readonly staffStore: Pick<StaffStore, "takeAttempt" | "openSession" | "note">;
  readonly provider: Pick<IdentityProvider, "issuer" | "identityFrom">;
  readonly rules: StaffRules;
  readonly keyring: Pick<Keyring, "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

/** What comes of an attempt. The language is unknown where no attempt is. */
export interface FinishedSignIn {
  readonly language?: Language;
  readonly outcome: Refusal | { readonly sessionToken: string; readonly staff: SignedInStaff };
}

/** What speaks against letting somebody in whose token is good. */
const objection = (identity: Identity, attempt: SignInAttempt, rules: StaffRules): Refusal | undefined => {
  if (!hasSecondFactor(identity.methods, rules.secondFactor)) return new Refusal("STAFF_SECOND_FACTOR_MISSING");
  if (!askedAnew(attempt.startedAt, identity.authenticatedAt)) return new Refusal("STAFF_SIGN_IN_STALE");
  if (rolesOf(identity.groups, rules.groups).length === 0) return new Refusal("STAFF_ROLE_MISSING");
  return undefined;
};

/**
 * Signs the browser in that comes back from the identity provider. An attempt is spent whatever becomes of it, so that
 * an answer that is sent twice, or by another browser, finds nothing. Each sign-in and each refusal leaves an audit line.
 *
 * @param attemptToken From the browser's cookie; undefined where it sent none.
 * @param answer The query of the address that the provider sent the browser to.
 */
export const finishStaffSignIn = async (
  { staffStore, provider, rules, keyring, clock, random }: FinishStaffSignInDeps,
  { attemptToken, answer }: { readonly attemptToken: string | undefined; readonly answer: URLSearchParams },
): Promise<FinishedSignIn> => {
  // Whoever sends no token of ours was signing nobody in: refused and logged, but no line of anybody's audit.
  if (attemptToken === undefined) return { outcome: new Refusal("STAFF_SIGN_IN_SPENT") };
  const attemptKey = tokenKey(attemptToken);
  const attempt = await staffStore.takeAttempt(attemptKey);

  const refuse = async (refusal: Refusal, subject: string): Promise<FinishedSignIn> => {
    const line = auditLine(random, "staff-sign-in-refused", clock(), subject);
    await staffStore.note({ ...line, refusal: refusal.code });
    return { ...(attempt && { language: attempt.language }), outcome: refusal };
  };
  if (attempt === undefined || isAttemptOver(attempt.startedAt, clock()))
    return refuse(new Refusal("STAFF_SIGN_IN_SPENT"), attemptKey);

  const identity = await provider.identityFrom(answer, secretsOf(keyring, attemptToken)).catch((error: unknown) => {
    if (error instanceof Refusal) return error;
    throw error;
  });
  if (identity instanceof Refusal) return refuse(identity, attemptKey);
  const { subject, name, employeeId, unit } = identity;
  const staffKey = keyring.mac("staff", provider.issuer, subject).toString("base64url");
  const refusal = objection(identity, attempt, rules);
  if (refusal !== undefined) return refuse(refusal, staffKey);

  const now = clock();
  const sessionToken = random(TOKEN_BYTES).toString("base64url");
  const staff: SignedInStaff = {
    sessionKey: tokenKey(sessionToken),
    staffKey,
    employeeId,
    name,
    unit,
    roles: rolesOf(identity.groups, rules.groups),
    openedAt: now,
    seenAt: now,
    // A provider whose clock is ahead makes nobody's sign-in last longer.
    authenticatedAt: Math.min(identity.authenticatedAt, now),
  };
  const act = attempt.replaces === undefined ? "staff-signed-in" : "staff-signed-in-again";
  await staffStore.openSession(staff, attempt.replaces, auditLine(random, act, now, staffKey));
  return { language: attempt.language, outcome: { sessionToken, staff } };
};
