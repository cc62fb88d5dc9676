import type { Matter } from "../contract/matter.ts";
import type { Entry } from "../contract/matter-entry.ts";
import { customerLines } from "../domain/customer-lines.ts";
import { Refusal } from "../domain/errors.ts";
import type { SignedIn } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";

export interface OwnMatter {
  readonly matter: Matter;
  readonly entries: readonly Entry[];
  /** Which of the customers behind the address it belongs to. */
  readonly account: number;
}

/** A matter of whoever asks. Throws `NOT_FOUND` alike where it is another's, unknown to them, or nobody's. */
export const findOwnMatter = async (
  matters: Pick<MatterStore, "matterOf" | "entriesOf">,
  { accounts }: Pick<SignedIn, "accounts">,
  reference: string,
): Promise<OwnMatter> => {
  const [found, entries] = await Promise.all([matters.matterOf(reference), matters.entriesOf(reference)]);
  const account = found === undefined ? 0 : accounts.indexOf(found.value.customerKey) + 1;
  if (found === undefined || account === 0 || customerLines(entries).length === 0) throw new Refusal("NOT_FOUND");
  return { matter: found.value, entries, account };
};
