import type { SentEvent } from "../domain/sent-event.ts";
import type { Quarantine, QuarantinedEvent } from "./intake-ports.ts";
import { type KeepLookDeps, keepLook } from "./keep-look.ts";
import type { Keyring } from "./ports.ts";

/**
 * Opens one entry of the quarantine for somebody of the company. That is a look at the data of whoever it is about: it is
 * written first, for everyone whose id can be read in it. Undefined where there is no such entry.
 *
 * Throws LOOK_NOT_LOGGED where the look could not be kept.
 */
export const showQuarantined = async (
  deps: KeepLookDeps & { readonly quarantine: Pick<Quarantine, "read">; readonly keyring: Keyring },
  {
    id,
    employeeId,
    read,
  }: { readonly id: string; readonly employeeId: string; readonly read: (text: string) => SentEvent },
): Promise<QuarantinedEvent | undefined> => {
  const entry = await deps.quarantine.read(id);
  if (entry === undefined) return undefined;
  const customerKeys = [read(entry.text).customerId ?? []].flat().map(deps.keyring.customerKey);
  await keepLook(deps, { customerKeys, employee: { id: employeeId }, action: "view", purpose: "AUDIT_OVERSIGHT" });
  return entry;
};
