import type { Finding } from "../../contract/finding.ts";
import type { StaffMember } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { auditLine } from "../commit.ts";
import type { PortalStore } from "../identity-ports.ts";
import type { Clock, Keyring, Random } from "../ports.ts";
import type { SignalStore } from "../signal-ports.ts";

export interface AcknowledgeFindingDeps {
  readonly signals: Pick<SignalStore, "findingOf">;
  readonly store: Pick<PortalStore, "commit">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Notes what became of a finding, and by whom. What it stood on is not found again; what comes later is another finding.
 *
 * Throws NOT_FOUND, ACT_NOT_POSSIBLE where somebody acknowledged it before, and MATTER_CHANGED where more was found since
 * it was read: the second of two is told, and nobody acknowledges what they have not seen.
 */
export const acknowledgeFinding = async (
  { signals, store, keyring, clock, random }: AcknowledgeFindingDeps,
  {
    findingId,
    revision,
    words,
    staff,
  }: { readonly findingId: string; readonly revision: number; readonly words: string; readonly staff: StaffMember },
): Promise<{ readonly revision: number }> => {
  const from = await signals.findingOf(findingId);
  if (from === undefined) throw new Refusal("NOT_FOUND");
  if (from.value.state !== "open") {
    throw new Refusal("ACT_NOT_POSSIBLE", { detail: "Somebody acknowledged this finding before." });
  }
  if (from.revision !== revision) throw new Refusal("MATTER_CHANGED");
  const now = clock();
  const at = new Date(now).toISOString();
  const value: Finding = { ...from.value, state: "acknowledged", acknowledged: { by: staff, at, words } };
  const who = keyring.mac("staff", staff.id).toString("base64url");
  const isKept = await store.commit([
    { kind: "keep-finding", finding: { value, revision } },
    auditLine(random, "finding-acknowledged", now, who, findingId),
  ]);
  if (!isKept) throw new Refusal("MATTER_CHANGED");
  return { revision: revision + 1 };
};
