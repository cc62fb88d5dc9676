import { Refusal } from "../../functions/domain/errors.ts";
import type { PortalStore } from "../../functions/use-cases/identity-ports.ts";

/**
 * What happens to a commit: it is done; somebody else was faster; it is done and the answer is lost; or the store stays
 * away and nothing is done.
 */
export const COMMIT_FAULTS = ["done", "conflict", "lost", "away"] as const;
export type CommitFault = (typeof COMMIT_FAULTS)[number];

/** A store that fails as `PortalStore.commit` says it may: the next commits one fault each, everything after them done. */
export const faultyStore = <Store extends Pick<PortalStore, "commit">>(store: Store, faults: CommitFault[]): Store => ({
  ...store,
  commit: async (changes) => {
    const fault = faults.shift() ?? "done";
    if (fault === "conflict") return false;
    if (fault === "away") throw new Refusal("UNAVAILABLE");
    const written = await store.commit(changes);
    if (fault === "lost") throw new Refusal("UNAVAILABLE");
    return written;
  },
});
