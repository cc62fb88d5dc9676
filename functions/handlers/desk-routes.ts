import { DESK_ROUTES, type StaffSession } from "../contract/desk-api.ts";
import { deskPage } from "../contract/desk-paths.ts";
import { Refusal } from "../domain/errors.ts";
import { staffIdOf } from "../domain/staff.ts";
import { recentUntil, STAFF_LIFE } from "../domain/staff-session.ts";
import { clearCookie, setCookie } from "../http/cookies.ts";
import { type DeskRoute, deskRoute } from "../http/desk-route.ts";
import { RefusedOnPage } from "../http/refused-on-page.ts";
import { type FinishStaffSignInDeps, finishStaffSignIn } from "../use-cases/finish-staff-sign-in.ts";
import { signOutStaff } from "../use-cases/sign-out-staff.ts";
import type { IdentityProvider, SignedInStaff, StaffStore } from "../use-cases/staff-ports.ts";
import { type StartStaffSignInDeps, startStaffSignIn } from "../use-cases/start-staff-sign-in.ts";

export interface DeskDeps extends StartStaffSignInDeps, FinishStaffSignInDeps {
  readonly staffStore: StaffStore;
  readonly provider: IdentityProvider;
}

const instant = (ms: number): string => new Date(ms).toISOString();

const staffSessionOf = (staff: SignedInStaff): StaffSession => ({
  id: staffIdOf(staff),
  name: staff.name,
  roles: [...staff.roles],
  ...(staff.unit !== undefined && { unit: staff.unit }),
  authenticatedAt: instant(staff.authenticatedAt),
  recentUntil: instant(recentUntil(staff)),
  idleEndsAt: instant(STAFF_LIFE.idleEndOf(staff)),
  endsAt: instant(STAFF_LIFE.endOf(staff)),
});

/** Who is at the desk. What the desk is for gets routes of its own beside these. */
export const deskRoutes = (deps: DeskDeps): DeskRoute[] => [
  deskRoute(DESK_ROUTES.startSignIn, async ({ body: { language } }) => {
    const { location, attemptToken } = await startStaffSignIn(deps, { language });
    return { answer: { location }, cookies: [setCookie("deskAttempt", attemptToken)] };
  }),
  deskRoute(DESK_ROUTES.signInAgain, async ({ body: { language }, caller }) => {
    const { location, attemptToken } = await startStaffSignIn(deps, { language, signedIn: caller });
    return { answer: { location }, cookies: [setCookie("deskAttempt", attemptToken)] };
  }),
  deskRoute(DESK_ROUTES.finishSignIn, async ({ caller: attemptToken, query: answer }) => {
    const spent = clearCookie("deskAttempt");
    const { language = "en", outcome } = await finishStaffSignIn(deps, { attemptToken, answer }).catch(
      (error: unknown) => {
        throw new RefusedOnPage(error, deskPage("en"), [spent]);
      },
    );
    if (outcome instanceof Refusal) throw new RefusedOnPage(outcome, deskPage(language), [spent]);
    return { page: deskPage(language), cookies: [setCookie("desk", outcome.sessionToken), spent] };
  }),
  deskRoute(DESK_ROUTES.readStaffSession, async ({ caller }) => ({ answer: staffSessionOf(caller) })),
  deskRoute(DESK_ROUTES.signOutStaff, async ({ caller }) => {
    await signOutStaff(deps, caller);
    return { cookies: [clearCookie("desk")] };
  }),
];
