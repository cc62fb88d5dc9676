import { isBreakGlass } from "./break-glass.ts";
import type { Look } from "./look.ts";
import { isConfirmed } from "./sift.ts";
import { workingTimeOf } from "./working-time.ts";

/** Neither shifts nor the rest of the day are looked up while events come in. Less is explained by that, never more. */
const NOTHING_KNOWN = { filedAt: [], workingTime: workingTimeOf([], []) };

/**
 * Whether a look that has just arrived may concern a rule: nothing bears it out, or a lock was broken. It asks what the
 * rules ask (`sift.ts`), so a look at contact details after the job is not hidden by the two weeks of the evidence.
 */
export const concernsRules = (look: Look): boolean => isBreakGlass(look) || !isConfirmed(look, NOTHING_KNOWN);
