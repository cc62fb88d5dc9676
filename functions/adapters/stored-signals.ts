import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { type Finding, finding } from "../contract/finding.ts";
import { FINDING_KEPT_MS, FINDING_OPEN_MS, FINDING_PRIOR, FINDING_STATES } from "../domain/findings.ts";
import { SIGNAL_RULES } from "../domain/signals/signal.ts";
import type { Versioned } from "../use-cases/ports.ts";
import type { Raised, SignalChange } from "../use-cases/signal-ports.ts";
import { atRevision, type PortalTable, priorState, put, ttl } from "./portal-items.ts";
import { findingItemKey, raisedItemKey, UNTOLD_KEY } from "./table-keys.ts";

const SEAL = "finding";

export const raisedItem = z.object({
  revision: z.int(),
  reference: z.string(),
  rules: z.array(z.enum(SIGNAL_RULES)),
  basis: z.array(z.string()),
});
export const untoldItem = z.object({ revision: z.int(), count: z.int() });
export const findingItem = z.object({ revision: z.int(), state: z.enum(FINDING_STATES), sealed: z.string() });

export const openRaised = ({ revision, ...value }: z.infer<typeof raisedItem>): Versioned<Raised> => ({
  value,
  revision,
});

export const openFinding = (
  { keyring }: Pick<PortalTable, "keyring">,
  { revision, sealed }: z.infer<typeof findingItem>,
): Versioned<Finding> => ({ value: finding.parse(JSON.parse(keyring.open(SEAL, sealed))), revision });

export const signalWrite = (table: PortalTable, change: SignalChange): TransactWriteItem => {
  switch (change.kind) {
    case "remember-raised": {
      const { raisedKey, raised, until } = change;
      const item = { ...raised.value, revision: raised.revision + 1, ...ttl(until) };
      return put(table, raisedItemKey(raisedKey), item, atRevision(raised.revision));
    }
    case "count-untold": {
      const { value, revision } = change.untold;
      return put(table, UNTOLD_KEY, { count: value, revision: revision + 1 }, atRevision(revision));
    }
    case "keep-finding": {
      const { value, revision } = change.finding;
      const sealed = table.keyring.seal(SEAL, JSON.stringify(value));
      const item = {
        revision: revision + 1,
        state: value.state,
        sealed,
        ...(value.acknowledged
          ? ttl(Date.parse(value.acknowledged.at) + FINDING_KEPT_MS)
          : ttl(Date.parse(value.lastFoundAt) + FINDING_OPEN_MS)),
      };
      const prior = revision === 0 ? [] : [priorState(FINDING_PRIOR)];
      return put(table, findingItemKey(value.findingId), item, ...prior, atRevision(revision));
    }
  }
};
