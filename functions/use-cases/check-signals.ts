import { periodOfDates } from "../domain/period.ts";
import { REFERENCE_BYTES, referenceFrom } from "../domain/request.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { auditLine, noteOrRefuse } from "./commit.ts";
import { type FindSignalsParts, findSignals } from "./find-signals.ts";
import type { PortalStore } from "./identity-ports.ts";
import { type KeepLookDeps, keepLook } from "./keep-look.ts";
import type { Keyring, Sources } from "./ports.ts";
import { type DecisionParts, readDecisions } from "./read-decisions.ts";

export interface CheckSignalsParts extends FindSignalsParts, KeepLookDeps {
  readonly accessLog: FindSignalsParts["accessLog"] & KeepLookDeps["accessLog"];
  readonly sources: Sources;
  readonly config: FindSignalsParts["config"] & KeepLookDeps["config"] & DecisionParts["config"];
  readonly matters: DecisionParts["matters"];
  readonly keyring: Pick<Keyring, "mac">;
  readonly store: Pick<PortalStore, "commit">;
}

export interface CheckSignals {
  /** Civil dates in the company's zone, both included; until now where the last is left out. */
  readonly since: string;
  readonly until?: string | undefined;
  /** Who looks, on the company's side. */
  readonly employeeId: string;
}

/**
 * Runs the rules for the company's own eyes. That somebody did is noted before anything is read, and every customer
 * about whom there is a signal gets the look into their own log, as listed, before it is shown (VNG 7952: no log, no
 * data). Yields signals page by page. Throws `LOOK_NOT_LOGGED` where a look could not be kept, and `REQUEST_INVALID`
 * where the last date lies before the first.
 */
export const checkSignals = async function* (
  parts: CheckSignalsParts,
  { since, until, employeeId }: CheckSignals,
): AsyncGenerator<readonly Signal[]> {
  const { clock, config, keyring, random, store } = parts;
  const checkedAt = clock();
  const now = new Date(checkedAt).toISOString();
  const { from = now, to = now } = periodOfDates({ from: since, to: until }, config.timeZone);
  const reference = referenceFrom(random(REFERENCE_BYTES));

  const who = keyring.mac("staff", employeeId).toString("base64url");
  await noteOrRefuse(store, auditLine(random, "signals-checked", checkedAt, who, reference));
  const period = { from, to: to < now ? to : now };
  for await (const signals of findSignals(parts, { period, now, ...(await readDecisions(parts, now)) })) {
    await keepLook(parts, {
      customerKeys: signals.flatMap(({ customerKey }) => customerKey ?? []),
      employee: { id: employeeId },
      action: "list",
      involvement: "listed",
      purpose: "AUDIT_OVERSIGHT",
      correlationId: reference,
    });
    yield signals;
  }
};
