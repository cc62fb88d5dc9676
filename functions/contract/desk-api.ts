import * as z from "zod/mini";
import { STAFF_ROLES } from "../domain/staff.ts";
import { LANGUAGES } from "../domain/vocabulary.ts";
import { DESK_MATTER_ROUTES } from "./desk-matter-routes.ts";
import { DESK_NUMBERS_ROUTES } from "./desk-numbers-routes.ts";
import { DESK_PATHS } from "./desk-paths.ts";
import { text, utcInstant } from "./text.ts";

/** Longest desk request body, in bytes: letters and reasons are written here. */
export const MAX_DESK_BODY_BYTES = 64 * 1024;

export const staffName = text(120);
/** The unit as the company's directory writes it; two people of one unit cannot release a name together. */
export const staffUnit = text(120);

/** The language of the page to which the person comes back. */
const startSignIn = z.strictObject({ language: z.enum(LANGUAGES) });
const signInStarted = z.strictObject({
  /** Where the browser goes on: the identity provider's own page. */
  location: z.url(),
});
export const staffSession = z.strictObject({
  /** By which matters and their entries name the same person. */
  id: text(120),
  name: staffName,
  roles: z.array(z.enum(STAFF_ROLES)).check(z.minLength(1)),
  unit: z.optional(staffUnit),
  /** When the person last showed who they are, and until when that suffices for a release or an export. */
  authenticatedAt: utcInstant,
  recentUntil: utcInstant,
  /** When the sign-in ends if nothing more is asked, and when it ends in any case. */
  idleEndsAt: utcInstant,
  endsAt: utcInstant,
});
export type StaffSession = z.infer<typeof staffSession>;

/**
 * Every route of the desk. The API, the handler, the OpenAPI document and the role × route tests are all made from this
 * table, so that a route that is not listed does not exist and a new one starts refused.
 * `who`: `anyone`, `attempt` (the browser that comes back from the identity provider; its work refuses, because a
 * person reads the answer), `staff` (either role), `dpo` or `approver`.
 *
 * A new route is a row in `DESK_PATHS`, a row here and its work in `functions/handlers/desk-routes.ts`. What it asks
 * for comes in a body, not in the path: paths end up in logs.
 */
export const DESK_ROUTES = {
  startSignIn: {
    ...DESK_PATHS.startSignIn,
    who: "anyone",
    function: "desk",
    body: startSignIn,
    status: 201,
    answer: signInStarted,
  },
  /** Somebody who is signed in shows once more who they are, for a release or an export. */
  signInAgain: {
    ...DESK_PATHS.signInAgain,
    who: "staff",
    function: "desk",
    body: startSignIn,
    status: 201,
    answer: signInStarted,
  },
  finishSignIn: {
    ...DESK_PATHS.finishSignIn,
    who: "attempt",
    function: "desk",
    body: undefined,
    status: 303,
    answer: undefined,
  },
  readStaffSession: {
    ...DESK_PATHS.readStaffSession,
    who: "staff",
    function: "desk",
    body: undefined,
    status: 200,
    answer: staffSession,
  },
  signOutStaff: {
    ...DESK_PATHS.signOutStaff,
    who: "staff",
    function: "desk",
    body: undefined,
    status: 204,
    answer: undefined,
  },
  ...DESK_MATTER_ROUTES,
  ...DESK_NUMBERS_ROUTES,
} as const;
