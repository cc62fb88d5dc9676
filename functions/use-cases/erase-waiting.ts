import { type Erasure, isErased, type NamedKind } from "../domain/erasure.ts";
import { isStillOwed } from "../domain/outbox.ts";
import type { SentEvent } from "../domain/sent-event.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Quarantine } from "./intake-ports.ts";
import type { Clock, Directory, Keyring } from "./ports.ts";

export interface EraseWaitingDeps {
  readonly store: Pick<PortalStore, "commit" | "queuedMails">;
  readonly directory: Pick<Directory, "customersOf">;
  readonly quarantine: Pick<Quarantine, "opened" | "remove" | "rewrite">;
  readonly keyring: Pick<Keyring, "addressKey" | "customerKey" | "mac">;
  readonly clock: Clock;
  /** Reads an event from its JSON. */
  readonly readSent: (text: string) => SentEvent;
}

type Counts = Partial<Record<NamedKind, number>>;
const counted = (kind: NamedKind, count: number): Counts => (count > 0 ? { [kind]: count } : {});

/**
 * Erases customers from the events that wait in the quarantine. An event about nobody else goes; one that names others too,
 * or counts more than it names, waits on without them. Nobody sees what is opened here, so it is no look at anybody.
 */
export const eraseQuarantined = async (
  { quarantine, keyring, readSent }: EraseWaitingDeps,
  erasures: ReadonlyMap<string, Erasure>,
  execute: boolean,
): Promise<Counts> => {
  let [events, names] = [0, 0];
  for await (const page of quarantine.opened())
    for (const entry of page) {
      const sent = readSent(entry.text);
      const { occurredAt = entry.receivedAt } = sent;
      // It happened before it came, whatever it says.
      const happenedAt = occurredAt < entry.receivedAt ? occurredAt : entry.receivedAt;
      const left = sent.without((id) => isErased(erasures.get(keyring.customerKey(id))?.upTo, happenedAt));
      if (left === entry.text) continue;
      if (left === undefined) events += 1;
      else names += 1;
      if (!execute) continue;
      await (left === undefined ? quarantine.remove(entry.id) : quarantine.rewrite(entry, left));
    }
  return { ...counted("quarantined-event", events), ...counted("quarantined-name", names) };
};

/**
 * Erases the mails in the outbox to addresses that lead to these customers and to nobody else. What the customer still has
 * to hear stays until it is sent or useless: a confirmation, that a matter has news, that an address changes.
 */
export const eraseMails = async (
  { store, directory, keyring, clock }: EraseWaitingDeps,
  erasures: ReadonlyMap<string, Erasure>,
  addressKeys: ReadonlySet<string>,
  execute: boolean,
): Promise<Counts> => {
  if (addressKeys.size === 0) return {};
  let [mails, owed] = [0, 0];
  for await (const page of store.queuedMails())
    for (const mail of page) {
      const { address, content, standing } = mail.value;
      const addressKey = keyring.addressKey(address);
      if (!addressKeys.has(addressKey)) continue;
      const leadsTo = await directory.customersOf(addressKey);
      if (!leadsTo.every((customerKey) => erasures.has(customerKey))) continue;
      if (isStillOwed(content.kind, standing, clock())) owed += 1;
      // Where somebody has it in hand at this moment, they end it.
      else if (!execute || (await store.commit([{ kind: "erase-mail", mail }]))) mails += 1;
    }
  return { ...counted("mail", mails), ...counted("owed-mail", owed) };
};
