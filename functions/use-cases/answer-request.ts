import { auditLine } from "./commit.ts";
import type { PortalStore, StoredRequest } from "./identity-ports.ts";
import type { Clock, Random } from "./ports.ts";

/** Notes that the record was given. A request that was answered before keeps its first time. */
export const answerRequest = async (
  {
    store,
    clock,
    random,
  }: { readonly store: Pick<PortalStore, "commit">; readonly clock: Clock; readonly random: Random },
  request: StoredRequest,
): Promise<void> => {
  if (request.state === "answered") return;
  const now = clock();
  // Refused where another reader of the same record was faster: answered is answered.
  await store.commit([
    { kind: "answer-request", request, answeredAt: new Date(now).toISOString() },
    auditLine(random, "request-answered", now, request.customerKey, request.reference),
  ]);
};
