import { accessEvent, MAX_CUSTOMERS_PER_EVENT } from "../contract/access-event.ts";
import type { RegardConfig } from "../contract/config.ts";
import { Refusal } from "../domain/errors.ts";
import { periodOfDates } from "../domain/period.ts";
import { REFERENCE_BYTES, referenceFrom } from "../domain/request.ts";
import { eraseAt } from "../domain/retention.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { OWN_SOURCE } from "../domain/vocabulary.ts";
import { auditLine } from "./commit.ts";
import { type FindSignals, type FindSignalsParts, findSignals } from "./find-signals.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { AccessLog, Clock, Keyring, Random, Sources } from "./ports.ts";

export interface CheckSignalsParts extends FindSignalsParts {
  readonly accessLog: FindSignalsParts["accessLog"] & Pick<AccessLog, "append">;
  readonly sources: Sources;
  readonly config: FindSignalsParts["config"] & Pick<RegardConfig, "retention">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly store: Pick<PortalStore, "commit">;
  readonly clock: Clock;
  readonly random: Random;
}

export interface CheckSignals extends Pick<FindSignals, "misuses" | "reports"> {
  /** Civil dates in the company's zone, both included; until now where the last is left out. */
  readonly since: string;
  readonly until?: string | undefined;
  /** Who looks, on the company's side. */
  readonly employeeId: string;
}

/** The customers of some signals, in lists that one event can hold. */
const customersOf = (signals: readonly Signal[]): string[][] => {
  const keys = [...new Set(signals.flatMap(({ customerKey }) => customerKey ?? []))];
  return Array.from({ length: Math.ceil(keys.length / MAX_CUSTOMERS_PER_EVENT) }, (_, n) =>
    keys.slice(n * MAX_CUSTOMERS_PER_EVENT, (n + 1) * MAX_CUSTOMERS_PER_EVENT),
  );
};

/**
 * Runs the rules for the company's own eyes. That somebody did is noted before anything is read, and every customer
 * about whom there is a signal gets the look into their own log, as listed, before it is shown (VNG 7952: no log, no
 * data). Yields signals page by page. Throws `LOOK_NOT_LOGGED` where a look could not be kept, and `REQUEST_INVALID`
 * where the last date lies before the first.
 */
export const checkSignals = async function* (
  parts: CheckSignalsParts,
  { since, until, employeeId, misuses, reports }: CheckSignals,
): AsyncGenerator<readonly Signal[]> {
  const { accessLog, clock, config, keyring, random, sources, store } = parts;
  const checkedAt = clock();
  const now = new Date(checkedAt).toISOString();
  const { from = now, to = now } = periodOfDates({ from: since, to: until }, config.timeZone);
  const reference = referenceFrom(random(REFERENCE_BYTES));

  const keepLook = async (customerKeys: readonly string[]): Promise<boolean> => {
    const occurredAt = new Date(clock()).toISOString();
    const { customerId: _, ...look } = accessEvent.parse({
      eventId: random(16).toString("base64url"),
      source: OWN_SOURCE,
      occurredAt,
      customerId: "in customerKeys",
      employee: { id: employeeId },
      action: "list",
      involvement: "listed",
      dataCategories: ["history"],
      purpose: "AUDIT_OVERSIGHT",
      correlationId: reference,
      ...(customerKeys.length > 1 && { recordCount: customerKeys.length }),
    });
    const access = { ...look, receivedAt: occurredAt };
    const arrival = { access, customerKeys, eraseAt: eraseAt(occurredAt, config.retention.months) };
    const [outcome] = await accessLog.append([arrival]);
    if (outcome !== "accepted") return false;
    await sources.note({ source: OWN_SOURCE, since: occurredAt, lastReceivedAt: occurredAt, ranges: [] });
    return true;
  };
  const orRefuse = async (isLogged: Promise<boolean>): Promise<void> => {
    const logged = await isLogged.catch((cause: unknown) => {
      throw new Refusal("LOOK_NOT_LOGGED", { cause });
    });
    if (!logged) throw new Refusal("LOOK_NOT_LOGGED");
  };

  const who = keyring.mac("staff", employeeId).toString("base64url");
  await orRefuse(store.commit([auditLine(random, "signals-checked", checkedAt, who, reference)]));
  const period = { from, to: to < now ? to : now };
  for await (const signals of findSignals(parts, { period, now, misuses, reports })) {
    for (const keys of customersOf(signals)) await orRefuse(keepLook(keys));
    yield signals;
  }
};
