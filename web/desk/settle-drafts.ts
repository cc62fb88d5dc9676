import { at, tell } from "../dom.ts";
import { draftsIn } from "./drafts.ts";
import { wCount } from "./words.ts";

/** Whose drafts they are; set once somebody is signed in. */
let owner = "";
export const draftsBelongTo = (staffId: string): void => {
  owner = staffId;
};

/**
 * Before a sign-out: asks what becomes of unsent texts, where there are any.
 * @returns Whether to go on signing out.
 */
export const settleDrafts = async (): Promise<boolean> => {
  const drafts = draftsIn(localStorage);
  const count = drafts.countOf(owner);
  if (count === 0) return true;
  tell("#unsent-count", wCount("form.signOut.words", count));
  const dialog = at("#unsent", HTMLDialogElement);
  dialog.returnValue = "cancel";
  dialog.showModal();
  await new Promise((closed) => dialog.addEventListener("close", closed, { once: true }));
  if (dialog.returnValue === "erase") drafts.forgetAll();
  return dialog.returnValue !== "cancel";
};
