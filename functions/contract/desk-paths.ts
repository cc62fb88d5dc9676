import type { Language } from "../domain/vocabulary.ts";

/** Methods and paths of the desk's side, apart from the schemas, so that a page carries none that it does not use. */
export const DESK_PATHS = {
  startSignIn: { method: "POST", path: "/api/desk/sign-ins" },
  signInAgain: { method: "POST", path: "/api/desk/sign-ins/again" },
  finishSignIn: { method: "GET", path: "/api/desk/sign-ins/callback" },
  readStaffSession: { method: "GET", path: "/api/desk/session" },
  signOutStaff: { method: "DELETE", path: "/api/desk/session" },
} as const;

/** The desk's page, to which the identity provider's answer leads; behind `#` the code of a refusal. */
export const deskPage = (language: Language): string => (language === "en" ? "/desk" : `/${language}/desk`);
