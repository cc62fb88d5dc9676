import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import type { AuditLine } from "../use-cases/identity-ports.ts";
import { ABSENT, type PortalTable, put, ttl } from "./portal-items.ts";
import { auditItemKey } from "./table-keys.ts";

export const putAudit = (table: PortalTable, { kind: _, at, id, ...line }: AuditLine): TransactWriteItem =>
  put(table, auditItemKey(new Date(at).toISOString(), id), { ...line, ...ttl(at + REQUEST_LIFE_MS) }, ABSENT);
