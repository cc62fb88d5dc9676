import type { SentEvent } from "../domain/sent-event.ts";
import { auditLine, noteOrRefuse } from "./commit.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Quarantine } from "./intake-ports.ts";
import type { Random } from "./ports.ts";
import { type TakeEvents, type TakenEvent, takeEvents } from "./take-events.ts";

export interface ReplayQuarantined extends TakeEvents {
  readonly quarantine: Quarantine;
  readonly store: Pick<PortalStore, "commit">;
  readonly random: Random;
}

interface Replay {
  readonly ids: AsyncIterable<string> | Iterable<string>;
  /** Who decided it, on the company's side. */
  readonly by: string;
  /** Reads an event from its JSON. */
  readonly read: (text: string) => SentEvent;
}

/**
 * Sends entries of the quarantine through the intake again, one by one, as somebody who looked into them decided: however
 * old they are. An entry leaves the quarantine once it is in the log, and not before, or where it may not be kept any more;
 * what still cannot be taken stays.
 * `taken` is undefined where there is no such entry. Idempotent.
 *
 * Throws LOOK_NOT_LOGGED where it could not be noted: then nothing was replayed.
 */
export const replayQuarantined = async function* (
  deps: ReplayQuarantined,
  { ids, by, read }: Replay,
): AsyncGenerator<{ readonly id: string; readonly taken: TakenEvent | undefined }> {
  const { quarantine, store, random, keyring, clock } = deps;
  const who = keyring.mac("staff", by).toString("base64url");
  await noteOrRefuse(store, auditLine(random, "quarantine-replayed", clock(), who));
  for await (const id of ids) {
    const entry = await quarantine.read(id);
    const [taken] =
      entry === undefined ? [] : await takeEvents(deps, [{ ...read(entry.text), late: true, waitsAs: id }]);
    const isOver = taken?.outcome === "rejected" && taken.refusal.code === "EVENT_EXPIRED";
    if (isOver || taken?.outcome === "accepted" || taken?.outcome === "duplicate") await quarantine.remove(id);
    yield { id, taken };
  }
};
