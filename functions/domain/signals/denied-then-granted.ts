import { aboutPair } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const HOUR = 3_600_000;

/** Somebody who finds another way in finds it on the same day. */
const WITHIN_HOURS = 24;

/** The system refused, and the same customer's data was opened all the same: another screen, another reason, a lock. */
export const deniedThenGranted = ({
  refused,
  unexplained,
}: Pick<Sifted, "refused" | "unexplained">): readonly Hit<"denied-then-granted">[] => {
  for (const denied of refused) {
    const granted = unexplained.find(({ at }) => at >= denied.at && at - denied.at <= WITHIN_HOURS * HOUR);
    if (granted === undefined) continue;
    const inputs = {
      deniedAt: denied.access.occurredAt,
      grantedAt: granted.access.occurredAt,
      minutes: Math.floor((granted.at - denied.at) / 60_000),
    };
    return [{ rule: "denied-then-granted", ...aboutPair([denied, granted]), inputs }];
  }
  return [];
};
