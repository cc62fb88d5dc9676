import type { RegardConfig } from "../contract/config.ts";
import type { Manifest } from "../contract/manifest.ts";
import { Refusal } from "../domain/errors.ts";
import { dueFirst, periodOfDay } from "../domain/manifest.ts";
import { civilDateOf } from "../domain/period.ts";
import { eraseAt } from "../domain/retention.ts";
import { OWN_SOURCE } from "../domain/vocabulary.ts";
import type { Clock, Sources } from "./ports.ts";

export interface AnnounceDays {
  readonly sources: Pick<Sources, "announce">;
  readonly config: Pick<RegardConfig, "timeZone" | "retention">;
  readonly clock: Clock;
}

/**
 * Keeps what sources say they sent of days that are over. Answers in the order of `manifests`; one that is refused stops
 * none of the others, and calling again is safe. They may come in any order and before their events: the days are
 * counted later (`watch-sources.ts`).
 */
export const announceDays = (
  { sources, config, clock }: AnnounceDays,
  manifests: readonly Manifest[],
): Promise<readonly ("kept" | Refusal)[]> => {
  const now = clock();
  const today = civilDateOf(now, config.timeZone);
  const announce = async (manifest: Manifest): Promise<"kept" | Refusal> => {
    const { source, day } = manifest;
    // Regard's own looks are kept before anything is shown, and nobody announces them.
    if (source === OWN_SOURCE) return new Refusal("EVENT_FIELD_INVALID", { field: "source" });
    if (day >= today) return new Refusal("MANIFEST_DAY_OPEN", { field: "day" });
    const until = Date.parse(eraseAt(periodOfDay(day, config.timeZone).from, config.retention.months));
    if (until <= now) return new Refusal("MANIFEST_EXPIRED", { field: "day" });
    const outcome = await sources.announce(manifest, { dueAt: dueFirst(now), until });
    return outcome === "kept" ? outcome : new Refusal("MANIFEST_LOWERED", { field: "count" });
  };
  // Two of one day in the order in which they stand; all others at once.
  const turns = new Map<string, Promise<"kept" | Refusal>>();
  const answers = manifests.map((one) => {
    const key = `${one.day} ${one.source}`;
    const before = turns.get(key) ?? Promise.resolve();
    const turn = before.then(() => announce(one));
    turns.set(key, turn);
    return turn;
  });
  return Promise.all(answers);
};
