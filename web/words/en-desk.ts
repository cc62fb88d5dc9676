import { actsEn } from "./desk/acts-en.ts";
import { findingsEn } from "./desk/findings-en.ts";
import { formEn } from "./desk/form-en.ts";
import { matterEn } from "./desk/matter-en.ts";
import { numbersEn } from "./desk/numbers-en.ts";
import { queueEn } from "./desk/queue-en.ts";
import { storyEn } from "./desk/story-en.ts";
import type { DeskWords } from "./desk-words.ts";

export const deskEn: DeskWords = {
  title: "The desk",
  description: "For the data protection officer of {company}.",
  lead: "Here the data protection officer works on what customers ask and report. Customers find their own record on the first page.",
  noScript: "The desk needs JavaScript. Please switch it on for this address.",
  loading: "Looking who is there…",
  signIn: "Sign in",
  signingIn: "Going to the company’s sign-in…",
  signInHint: "You sign in with your work account and a second factor. Each sign-in is recorded.",
  ended: "Your sign-in has ended: after 15 minutes without work, or at the end of 8 hours.",
  signedOut: "You have signed out.",
  who: "Signed in",
  roles: { dpo: "Data protection officer", approver: "Approver" },
  shown:
    "You last showed who you are at {time}. To release a name or to export, do so once more within five minutes before it.",
  again: "Sign in again",
  signOut: "Sign out",
  idle: "You will be signed out at {time}, because nothing has happened for a while.",
  final: "This sign-in ends at {time}, 8 hours after it began. Finish what you are writing.",
  close: "Go on working",
  problems: {
    STAFF_SIGN_IN_NEEDED: "You are not signed in any more. Please sign in again.",
    STAFF_SIGN_IN_SPENT:
      "This sign-in has expired, was used already or was begun in another browser. Nothing is wrong with your account: please sign in again.",
    STAFF_SIGN_IN_REFUSED:
      "The company’s sign-in was broken off. If you did not do that yourself, ask whoever runs it.",
    STAFF_SIGN_IN_UNVERIFIED:
      "The answer of the company’s sign-in could not be verified, so nobody was let in. Please try again; if it stays like this, tell whoever runs the portal.",
    STAFF_SECOND_FACTOR_MISSING:
      "You signed in without a second factor, and the desk asks for one. Set one up for your work account, then try again.",
    STAFF_ROLE_MISSING:
      "Your work account is fine, but it has no role at the desk. If you should have one, ask whoever runs the portal to add you to the group.",
    STAFF_ROLE_WRONG: "This belongs to another role. It takes two people on purpose.",
    STAFF_SIGN_IN_STALE: "For this you have to show once more who you are. Please sign in again.",
  },
  app: {
    queue: queueEn,
    matter: matterEn,
    story: storyEn,
    acts: actsEn,
    form: formEn,
    numbers: numbersEn,
    findings: findingsEn,
  },
};
