import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type Matter, matter } from "../contract/matter.ts";
import { type Entry, entry } from "../contract/matter-entry.ts";
import { type Ruling, ruling } from "../contract/ruling.ts";
import { priorStates } from "../domain/matter-acts.ts";
import { MATTER_STATES } from "../domain/matter-vocabulary.ts";
import type { AskLink, MatterChange } from "../use-cases/matter-ports.ts";
import type { Versioned } from "../use-cases/ports.ts";
import {
  ABSENT,
  atRevision,
  type Condition,
  type ItemKey,
  type PortalTable,
  priorState,
  put,
  remove,
  ttl,
} from "./portal-items.ts";
import { putHold } from "./stored-holds.ts";
import {
  caseItemKey,
  closedMatterItemKey,
  customerMatterKey,
  customerOpenMatterKey,
  entryItemKey,
  linkItemKey,
  matterItemKey,
  openMatterItemKey,
  referenceItemKey,
  rulingItemKey,
} from "./table-keys.ts";

const SEALS = { matter: "matter", entry: "matter entry", ruling: "ruling" } as const;

/** Three years from the last word on a matter, as for requests, and one more for the longest matter before it. */
const KEPT_MS = 4 * 366 * 24 * 60 * 60 * 1_000;
const kept = (instant: string) => ttl(Date.parse(instant) + KEPT_MS);

export const matterItem = z.object({ revision: z.int(), state: z.enum(MATTER_STATES), sealed: z.string() });
export const sealedItem = z.object({ sealed: z.string() });
export const referencePointer = z.object({ reference: z.string() });
export const linkItem = z.object({ reference: z.string(), askId: z.string(), endsAt: z.int() });

type Opener = Pick<PortalTable, "keyring">;

export const openMatter = ({ keyring }: Opener, item: z.infer<typeof matterItem>): Versioned<Matter> => ({
  value: matter.parse(JSON.parse(keyring.open(SEALS.matter, item.sealed))),
  revision: item.revision,
});
export const openEntry = ({ keyring }: Opener, { sealed }: z.infer<typeof sealedItem>): Entry =>
  entry.parse(JSON.parse(keyring.open(SEALS.entry, sealed)));
export const openRuling = ({ keyring }: Opener, { sealed }: z.infer<typeof sealedItem>): Ruling =>
  ruling.parse(JSON.parse(keyring.open(SEALS.ruling, sealed)));

/** The matter itself and its copies: for the queue, for the numbers of a month, the customer's one open place, the hold. */
const putMatter = (
  table: PortalTable,
  to: Matter,
  revision: number,
  at: string,
  ...conditions: Condition[]
): TransactWriteItem[] => {
  const { reference, state, customerKey, openedAt: since, closedAt } = to;
  const sealed = table.keyring.seal(SEALS.matter, JSON.stringify(to));
  const item = { revision, state, sealed };
  const head = put(table, matterItemKey(reference), { ...item, ...kept(at) }, ...conditions);
  return closedAt === undefined
    ? [head, put(table, openMatterItemKey(reference), item), putHold(table, reference, { customerKey, since })]
    : [
        head,
        remove(table, openMatterItemKey(reference)),
        put(table, closedMatterItemKey(closedAt, reference), { ...item, ...kept(at) }),
        remove(table, customerOpenMatterKey(customerKey)),
        putHold(table, reference, { customerKey, since }, Date.parse(closedAt)),
      ];
};

const putEntry = (table: PortalTable, reference: string, revision: number, line: Entry): TransactWriteItem => {
  const sealed = table.keyring.seal(SEALS.entry, JSON.stringify(line));
  return put(table, entryItemKey(reference, revision), { sealed, ...kept(line.at) }, ABSENT);
};

const rulingKey = (customerKey: string, one: Ruling): ItemKey => {
  switch (one.kind) {
    case "explanation":
      return rulingItemKey(customerKey, one.kind, one.access.source, one.access.eventId);
    case "release":
      return rulingItemKey(customerKey, one.kind, one.employeeId);
    case "restriction":
      return rulingItemKey(customerKey, one.kind, one.purpose);
  }
};

export const openLink = (tokenKey: string, item: z.infer<typeof linkItem>): AskLink => ({ tokenKey, ...item });

export const matterWrites = (table: PortalTable, change: MatterChange): TransactWriteItem | TransactWriteItem[] => {
  switch (change.kind) {
    case "open-matter": {
      const { matter: opened, entry: line } = change;
      const { reference, customerKey, openedAt } = opened;
      const pointer = { reference };
      return [
        ...putMatter(table, opened, 1, line.at, ABSENT),
        put(table, referenceItemKey(reference), { ...pointer, ...kept(line.at) }, ABSENT),
        put(table, customerMatterKey(customerKey, openedAt, reference), { ...pointer, ...kept(line.at) }, ABSENT),
        put(table, customerOpenMatterKey(customerKey), pointer, ABSENT),
        putEntry(table, reference, 1, line),
      ];
    }
    case "move-matter": {
      const { from, to, entry: line } = change;
      const legal = priorState(priorStates(line.deed.act));
      return [
        ...putMatter(table, to, from.revision + 1, line.at, legal, atRevision(from.revision)),
        putEntry(table, to.reference, from.revision + 1, line),
      ];
    }
    case "keep-case":
      // As `createFacts` reads it.
      // Not listed among the customer's cases: looks of the desk name it, and it bears out nobody else's.
      return put(table, caseItemKey(change.case), {
        fact: JSON.stringify(change.case),
        ...(change.case.closedAt !== undefined && kept(change.case.closedAt)),
      });
    case "open-link": {
      const { tokenKey, ...item } = change.link;
      return put(table, linkItemKey(tokenKey), { ...item, ...ttl(item.endsAt) }, ABSENT);
    }
    case "spend-link":
      return remove(table, linkItemKey(change.tokenKey), { expression: "attribute_exists(pk)" });
    case "rule": {
      const sealed = table.keyring.seal(SEALS.ruling, JSON.stringify(change.ruling));
      return put(table, rulingKey(change.customerKey, change.ruling), { sealed, ...kept(change.ruling.at) });
    }
  }
};
