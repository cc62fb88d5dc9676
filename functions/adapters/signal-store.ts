import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { SignalStore } from "../use-cases/signal-ports.ts";
import type { PortalTable } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { findingItem, openFinding, openRaised, raisedItem, untoldItem } from "./stored-signals.ts";
import { FINDINGS_PARTITION, findingItemKey, raisedItemKey, UNTOLD_KEY } from "./table-keys.ts";

const NOTHING_RAISED = { value: { reference: "", rules: [], basis: [] }, revision: 0 };

/** What the rules found, in the portal's table. It is written by `createPortalStore`, together with matters and mails. */
export const createSignalStore = (client: DynamoDBClient, table: PortalTable): SignalStore => {
  const { get, all } = portalReads(client, table);
  return {
    raisedOf: async (raisedKey) => {
      const item = await get(raisedItemKey(raisedKey), raisedItem);
      return item === undefined ? NOTHING_RAISED : openRaised(item);
    },
    untold: async () => {
      const item = await get(UNTOLD_KEY, untoldItem);
      return { value: item?.count ?? 0, revision: item?.revision ?? 0 };
    },
    findingOf: async (findingId) => {
      const item = await get(findingItemKey(findingId), findingItem);
      return item && openFinding(table, item);
    },
    findings: () => all("pk = :pk", { ":pk": FINDINGS_PARTITION }, findingItem, (item) => openFinding(table, item)),
  };
};
