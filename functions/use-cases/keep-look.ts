import { accessEvent, MAX_CUSTOMERS_PER_EVENT } from "../contract/access-event.ts";
import type { RegardConfig } from "../contract/config.ts";
import type { Access } from "../domain/access.ts";
import { Refusal } from "../domain/errors.ts";
import { eraseAt } from "../domain/retention.ts";
import { slicesOf } from "../domain/slices.ts";
import { OWN_SOURCE } from "../domain/vocabulary.ts";
import type { AccessLog, Clock, Random, Sources } from "./ports.ts";

export interface KeepLookDeps {
  readonly accessLog: Pick<AccessLog, "append">;
  readonly sources: Pick<Sources, "note">;
  readonly config: Pick<RegardConfig, "retention">;
  readonly clock: Clock;
  readonly random: Random;
}

/** A look of the company's own people at what Regard keeps of some customers. */
export interface OwnLook
  extends Pick<Access, "action" | "purpose">,
    Partial<Pick<Access, "case" | "correlationId" | "involvement">> {
  readonly customerKeys: readonly string[];
  readonly employee: { readonly id: string; readonly name?: string | undefined; readonly unit?: string | undefined };
}

/**
 * Writes a look into the access log of everyone looked at, before anything is shown (VNG 7952, 5953; LAW L15).
 *
 * @returns The instant of the look.
 * Throws LOOK_NOT_LOGGED where any part of it could not be kept: then nothing may be shown.
 */
export const keepLook = async (deps: KeepLookDeps, look: OwnLook): Promise<string> => {
  const { accessLog, sources, config, clock, random } = deps;
  const { customerKeys, employee, ...rest } = look;
  const occurredAt = new Date(clock()).toISOString();
  const arrivals = slicesOf([...new Set(customerKeys)], MAX_CUSTOMERS_PER_EVENT).map((keys) => {
    // Read as any other event is; the customers' ids are known here as keys only.
    const { customerId: _, ...access } = accessEvent.parse({
      eventId: random(16).toString("base64url"),
      source: OWN_SOURCE,
      occurredAt,
      customerId: keys,
      employee,
      dataCategories: ["history"],
      ...(keys.length > 1 && { recordCount: keys.length }),
      ...rest,
    });
    return {
      access: { ...access, receivedAt: occurredAt },
      customerKeys: keys,
      eraseAt: eraseAt(occurredAt, config.retention.months),
    };
  });
  if (arrivals.length === 0) return occurredAt;
  try {
    const outcomes = await accessLog.append(arrivals);
    if (outcomes.some((outcome) => outcome !== "accepted")) throw new Refusal("LOOK_NOT_LOGGED");
    await sources.note({ source: OWN_SOURCE, since: occurredAt, lastReceivedAt: occurredAt, ranges: [] });
  } catch (cause) {
    throw new Refusal("LOOK_NOT_LOGGED", { cause });
  }
  return occurredAt;
};
