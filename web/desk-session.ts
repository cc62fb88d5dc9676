import type { StaffSession } from "../functions/contract/desk-api.ts";
import { DESK_PATHS } from "../functions/contract/desk-paths.ts";
import { read, readLife, send } from "./api.ts";
import { isPlace } from "./desk/place.ts";
import { settleDrafts } from "./desk/settle-drafts.ts";
import { keep, kept } from "./place.ts";
import { language } from "./say.ts";
import { sessionWatch } from "./session-watch.ts";
import { isText, listOf, oneOf, shape } from "./shape.ts";

const isStaffSession = shape<StaffSession>(
  {
    id: isText,
    name: isText,
    roles: listOf(oneOf("dpo", "approver")),
    authenticatedAt: isText,
    recentUntil: isText,
    idleEndsAt: isText,
    endsAt: isText,
  },
  { unit: isText },
);
const isSignInStarted = shape<{ location: string }>({ location: isText }, {});

/** The desk's first page in this language, where everybody signs in. */
const door = (): string => location.pathname.replace(/(\/desk)\/.*$/, "$1");

/** Where somebody is: a matter stands behind `#`, which no log ever sees. */
const place = (): string => `${location.pathname}${location.hash}`;

/** Clears the page and leads to the door, which says why and knows the way back. */
export const signInEnded = (): void => {
  keep("back", place());
  // The page itself may be the door: only its `#` would change, and what is on it has to go.
  history.replaceState(null, "", `${door()}#ended`);
  location.reload();
};

/** The staff's sign-in. Who is not signed in any more finds the door, and from there the way back. */
export const staffWatch = sessionWatch({
  read: () => readLife(DESK_PATHS.readStaffSession, isStaffSession),
  end: async () => {
    if (!(await settleDrafts())) return false;
    await send(DESK_PATHS.signOutStaff);
    return true;
  },
  needed: "STAFF_SIGN_IN_NEEDED",
  over: signInEnded,
  left: () => {
    history.replaceState(null, "", `${door()}#signed-out`);
    location.reload();
  },
});

/** Goes to the identity provider; it leads back to the door. `again`: one who is signed in shows once more who they are. */
export const goAndSignIn = async ({ again }: { readonly again: boolean }): Promise<void> => {
  const route = again ? DESK_PATHS.signInAgain : DESK_PATHS.startSignIn;
  const { location: page } = await read(isSignInStarted, await send(route, { language }));
  if (again) keep("back", place());
  location.assign(page);
};

/** Where somebody was before they signed in; asked once. */
export const placeBefore = (): string | undefined => {
  const back = kept("back");
  keep("back", "");
  const [path = "", hash] = back.split(/(?=#)/);
  const isOurs = /^(\/[a-z]{2})?\/desk[a-z/-]*$/.test(path) && (hash === undefined || isPlace(hash));
  return isOurs && back !== place() ? back : undefined;
};
