import type { RegardConfig } from "../contract/config.ts";
import type { MatterSummary } from "../contract/customer-matters.ts";
import { customerLines } from "../domain/customer-lines.ts";
import type { Language } from "../domain/vocabulary.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import { summariseMatter } from "./summarise-matter.ts";

export interface ListOwnMattersDeps {
  readonly matters: Pick<MatterStore, "mattersOf" | "matterOf" | "entriesOf">;
  readonly store: Pick<PortalStore, "lettersSeenAt">;
  readonly config: Pick<RegardConfig, "holidays" | "timeZone">;
}

/** The matters of everyone behind the confirmed address, newest first, as far as they know of them. */
export const listOwnMatters = async (
  { matters, store, config }: ListOwnMattersDeps,
  { accounts }: Pick<SignedIn, "accounts">,
  language: Language,
): Promise<readonly MatterSummary[]> => {
  const summary = async (customerKey: string, account: number, reference: string) => {
    const [found, entries, seenAt] = await Promise.all([
      matters.matterOf(reference),
      matters.entriesOf(reference),
      store.lettersSeenAt(customerKey, reference),
    ]);
    const lines = customerLines(entries);
    const known = found && summariseMatter(config, { matter: found.value, account, lines, language, seenAt });
    return known === undefined ? [] : [known];
  };
  const lists = await Promise.all(
    accounts.map(async (customerKey, index) => {
      const references = await matters.mattersOf(customerKey);
      return Promise.all(references.map((reference) => summary(customerKey, index + 1, reference)));
    }),
  );
  return lists.flat(2).sort((one, other) => (one.openedAt < other.openedAt ? 1 : -1));
};
