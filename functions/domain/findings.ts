/** `open`: nobody said yet what became of it. `acknowledged`: somebody did; what is found later is another finding. */
export const FINDING_STATES = ["open", "acknowledged"] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** The states that a finding may have had before: more is found while it is open, and it is acknowledged once. */
export const FINDING_PRIOR: readonly FindingState[] = ["open"];

/** How long one that nobody acknowledged stays: none of its accesses is left by then, whatever the retention. */
export const FINDING_OPEN_MS = 1_096 * 24 * 3_600_000;

/** How long an acknowledged finding stays in the list. That it was one is remembered for as long as its accesses live. */
export const FINDING_KEPT_MS = 90 * 24 * 3_600_000;
