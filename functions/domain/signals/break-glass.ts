import { aboutPair, type Look, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/** Whether a lock was overridden, as the event or as its reason says. */
export const isBreakGlass = ({ access }: Pick<Look, "access">): boolean =>
  access.breakGlass || access.purpose === "BREAK_GLASS";

/**
 * A lock was overridden. The one rule that also sees what is explained: customers are told that it is always reviewed,
 * and a running case says why somebody wanted to look, not why a lock had to be broken.
 */
export const breakGlass = ({ opened }: Pick<Sifted, "opened">): readonly Hit<"break-glass">[] => {
  const looks = opened.filter(isBreakGlass);
  return looks.length === 0 ? [] : [{ rule: "break-glass", ...aboutPair(looks), inputs: spanOf(looks) }];
};
