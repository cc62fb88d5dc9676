import { accessEvent } from "../contract/access-event.ts";
import type { RecordStream } from "../contract/record.ts";
import { Refusal } from "../domain/errors.ts";
import { periodOfDates } from "../domain/period.ts";
import { REFERENCE_BYTES, referenceFrom } from "../domain/request.ts";
import { type Language, OWN_SOURCE } from "../domain/vocabulary.ts";
import { type AppendAccesses, appendAccesses } from "./append-accesses.ts";
import { auditLine } from "./commit.ts";
import type { AskedFor, PortalStore } from "./identity-ports.ts";
import type { Random } from "./ports.ts";
import { type ReadRecordParts, readRecord } from "./read-record.ts";

export interface CheckRecord extends Pick<AskedFor, "dates"> {
  /** As the company writes it. */
  readonly customerId: string;
  /** Who looks, on the company's side. */
  readonly employeeId: string;
  readonly language: Language;
}

/**
 * Makes a customer's record for the company's own eyes. It is no request of the customer: nobody gets mail, and the
 * reference stands in the audit log alone. The look itself is an access of that customer, kept before anything is read
 * (VNG 7952: no log, no data); the record ends, exclusive, at its instant, so that it shows in the next one.
 *
 * Throws LOOK_NOT_LOGGED where the look could not be kept.
 */
export const checkRecord = async (
  deps: ReadRecordParts & AppendAccesses & { readonly store: Pick<PortalStore, "commit">; readonly random: Random },
  { customerId, employeeId, language, dates }: CheckRecord,
): Promise<RecordStream> => {
  const { clock, config, keyring, random, store } = deps;
  const period = periodOfDates(dates, config.timeZone);
  const now = clock();
  const lookedAt = new Date(now).toISOString();
  const customerKey = keyring.customerKey(customerId);
  const reference = referenceFrom(random(REFERENCE_BYTES));
  const look = accessEvent.parse({
    eventId: random(16).toString("base64url"),
    source: OWN_SOURCE,
    occurredAt: lookedAt,
    customerId,
    employee: { id: employeeId },
    action: "export",
    dataCategories: ["history"],
    purpose: "AUDIT_OVERSIGHT",
    correlationId: reference,
  });
  const keepLook = async (): Promise<boolean> => {
    const [outcome] = await appendAccesses(deps, { events: [look] });
    return outcome === "accepted" && store.commit([auditLine(random, "record-checked", now, customerKey, reference)]);
  };
  const isLogged = await keepLook().catch((cause: unknown) => {
    throw new Refusal("LOOK_NOT_LOGGED", { cause });
  });
  if (!isLogged) throw new Refusal("LOOK_NOT_LOGGED");
  return readRecord(deps, { customerKey, reference, period, language, generatedAt: lookedAt });
};
