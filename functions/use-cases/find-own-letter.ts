import type { Letter } from "../contract/matter-entry.ts";
import { letterAmong } from "../domain/customer-lines.ts";
import { Refusal } from "../domain/errors.ts";
import { findOwnMatter } from "./find-own-matter.ts";
import type { SignedIn } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";

/** A letter of the customer's own matter, exactly as they got it, and when. Throws `NOT_FOUND`. */
export const findOwnLetter = async (
  matters: Pick<MatterStore, "matterOf" | "entriesOf">,
  customer: Pick<SignedIn, "accounts">,
  { reference, letterId }: { readonly reference: string; readonly letterId: string },
): Promise<{ readonly letter: Letter; readonly at: string }> => {
  const { entries } = await findOwnMatter(matters, customer, reference);
  const found = letterAmong(entries, letterId);
  if (found === undefined) throw new Refusal("NOT_FOUND");
  return found;
};
