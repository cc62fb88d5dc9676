import type { RecordStream } from "../contract/record.ts";
import { periodOfDates } from "../domain/period.ts";
import { REFERENCE_BYTES, referenceFrom } from "../domain/request.ts";
import type { Language } from "../domain/vocabulary.ts";
import { auditLine } from "./commit.ts";
import type { AskedFor, PortalStore } from "./identity-ports.ts";
import { type KeepLookDeps, keepLook } from "./keep-look.ts";
import type { Identities, Keyring } from "./ports.ts";
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
  deps: ReadRecordParts &
    KeepLookDeps & {
      readonly keyring: Keyring;
      readonly store: Pick<PortalStore, "commit">;
      readonly identities?: Pick<Identities, "keep"> | undefined;
    },
  { customerId, employeeId, language, dates }: CheckRecord,
): Promise<RecordStream> => {
  const { config, keyring, random, store } = deps;
  const period = periodOfDates(dates, config.timeZone);
  const customerKey = keyring.customerKey(customerId);
  const reference = referenceFrom(random(REFERENCE_BYTES));
  await deps.identities?.keep([{ customerKey, customerId }]);
  const generatedAt = await keepLook(deps, {
    customerKeys: [customerKey],
    employee: { id: employeeId },
    action: "export",
    purpose: "AUDIT_OVERSIGHT",
    correlationId: reference,
  });
  await store.commit([auditLine(random, "record-checked", Date.parse(generatedAt), customerKey, reference)]);
  return readRecord(deps, { customerKey, reference, period, language, generatedAt });
};
