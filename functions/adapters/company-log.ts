import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import type { AccessEvent } from "../contract/access-event.ts";
import type { RegardConfig } from "../contract/config.ts";
import { ownLogMap } from "../contract/own-log.ts";
import type { TableMap } from "../contract/table-map.ts";
import type { ItemTexts } from "../domain/imported-row.ts";
import type { AccessLog, Clock, Identities, Keyring, Sources } from "../use-cases/ports.ts";
import { createAccessLog } from "./access-log.ts";
import { createIdentities } from "./identities.ts";
import { mergeLogs } from "./merge-logs.ts";
import { createOwnTable } from "./own-table.ts";
import { createSources } from "./sources.ts";

interface Place {
  readonly config: Pick<RegardConfig, "ownLog">;
  readonly accessLogTable: string;
  readonly portalTable: string;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** Makes the reader of a table's items, given its map and how ids are derived. */
type ReaderOf = (map: TableMap, deriveId: (...key: readonly string[]) => string) => (item: ItemTexts) => AccessEvent;

interface CompanyLog {
  readonly accessLog: AccessLog;
  readonly sources: Sources;
  /** Only where the company's own log is read in place. */
  readonly identities?: Identities;
}

/** The access log of a company, and who has reported into it: Regard's own, and beside it the company's, where it has one. */
export const createCompanyLog = (client: DynamoDBClient, place: Place, readerOf: ReaderOf): CompanyLog => {
  const { config, accessLogTable, portalTable, keyring, clock } = place;
  const accessLog = createAccessLog(client, accessLogTable, clock);
  const sources = createSources(client, portalTable);
  const { ownLog: own } = config;
  if (own === undefined) return { accessLog, sources };
  const identities = createIdentities(client, { name: portalTable, keyring });
  const deriveId = (...key: readonly string[]) =>
    `item-${keyring
      .mac("item", ...key)
      .toString("base64url")
      .slice(0, 22)}`;
  const read = readerOf(ownLogMap(own), deriveId);
  return {
    accessLog: mergeLogs(accessLog, createOwnTable(client, own, { read, identities, keyring })),
    identities,
    sources: {
      ...sources,
      // Read in place, it speaks for the moment at which it is read.
      all: async () => [
        ...(await sources.all()).filter(({ source }) => source !== own.source),
        {
          source: own.source,
          since: new Date(own.since).toISOString(),
          lastReceivedAt: new Date(clock()).toISOString(),
          ranges: [],
        },
      ],
    },
  };
};
