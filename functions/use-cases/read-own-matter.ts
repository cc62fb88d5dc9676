import type { RegardConfig } from "../contract/config.ts";
import type { CustomerMatter } from "../contract/customer-matters.ts";
import type { EventRef } from "../contract/matter.ts";
import type { Entry } from "../contract/matter-entry.ts";
import { eventKey } from "../domain/corrections.ts";
import { customerLines } from "../domain/customer-lines.ts";
import { Refusal } from "../domain/errors.ts";
import type { Language } from "../domain/vocabulary.ts";
import { findAccesses } from "./find-accesses.ts";
import { findOwnMatter } from "./find-own-matter.ts";
import type { PortalStore, SignedIn } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import type { AccessLog } from "./ports.ts";
import { summariseMatter } from "./summarise-matter.ts";

export interface ReadOwnMatterDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf">;
  readonly store: Pick<PortalStore, "commit" | "lettersSeenAt">;
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly config: Pick<RegardConfig, "holidays" | "timeZone">;
}

const askedAbout = (entries: readonly Entry[]): readonly EventRef[] =>
  entries.flatMap(({ deed }) =>
    (deed.act === "raise" || deed.act === "join") && deed.part.kind === "question" ? deed.part.accesses : [],
  );

/** One matter as its customer may read it. Its letters count as read from now on. Throws `NOT_FOUND`. */
export const readOwnMatter = async (
  { matters, store, accessLog, config }: ReadOwnMatterDeps,
  customer: Pick<SignedIn, "accounts">,
  { reference, language }: { readonly reference: string; readonly language: Language },
): Promise<CustomerMatter> => {
  const { matter, entries, account } = await findOwnMatter(matters, customer, reference);
  const { customerKey } = matter;
  const [looks, seenAt] = await Promise.all([
    findAccesses(accessLog, customerKey, askedAbout(entries)),
    store.lettersSeenAt(customerKey, reference),
  ]);
  const times = new Map(looks.map(({ source, eventId, occurredAt }) => [eventKey(source, eventId), occurredAt]));
  const lines = customerLines(entries, ({ source, eventId }) => times.get(eventKey(source, eventId)));
  const summary = summariseMatter(config, { matter, account, lines, language, seenAt });
  if (summary === undefined) throw new Refusal("NOT_FOUND");
  const newest = lines.findLast(({ kind }) => kind === "letter")?.at;
  if (newest !== undefined && (seenAt === undefined || seenAt < newest)) {
    await store.commit([{ kind: "see-letters", customerKey, reference, seenAt: newest }]);
  }
  return { matter: { ...summary, unread: 0 }, lines: [...lines] };
};
