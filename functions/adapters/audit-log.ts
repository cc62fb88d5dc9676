import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import type { AuditLog } from "../use-cases/numbers-ports.ts";
import { type PortalTable, readItem } from "./portal-items.ts";
import { portalReads } from "./portal-reads.ts";
import { auditPartition } from "./table-keys.ts";

const auditItem = z.object({ act: z.string(), reference: z.optional(z.string()) });

/** The audit lines in the portal's table, written by `createPortalStore`. Whom they are about is not even read. */
export const createAuditLog = (client: DynamoDBClient, table: PortalTable): AuditLog => {
  const { pages } = portalReads(client, table);
  const projection = {
    ProjectionExpression: "v, act, #reference",
    ExpressionAttributeNames: { "#reference": "reference" },
  };
  return {
    actsOf: async function* (day) {
      for await (const items of pages("pk = :pk", { ":pk": auditPartition(day) }, projection))
        yield items.map((item) => readItem(auditItem, item));
    },
  };
};
