import { aboutPair, distinctOpens, type Look, spanOf } from "./look.ts";
import { ownCaseKey, type Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const DAY = 24 * 3_600_000;

/** Three looks may be one piece of work and a second thought; from the fourth on it is a habit… */
const OPENS = 4;
/** …if it does not happen at one sitting… */
const DAYS = 3;
/** …and not because there were several things to do. */
const CASES = 1;
/** Looks that lie further apart belong to different stories. */
export const REPEAT_WINDOW_DAYS = 31;

const isRepeated = (looks: readonly Look[]): boolean => {
  const cases = new Set(looks.flatMap((look) => ownCaseKey(look) ?? []));
  return looks.length >= OPENS && new Set(looks.map(({ day }) => day)).size >= DAYS && cases.size <= CASES;
};

/** One customer's data opened again and again with at most one case to show for it. */
export const repeatInterest = ({ unlinked }: Pick<Sifted, "unlinked">): readonly Hit<"repeat-interest">[] => {
  const opens = distinctOpens(unlinked);
  const found = new Set<Look>();
  for (const [at, first] of opens.entries()) {
    const window = opens.slice(at).filter((look) => look.at - first.at <= REPEAT_WINDOW_DAYS * DAY);
    if (isRepeated(window)) for (const look of window) found.add(look);
  }
  const looks = opens.filter((look) => found.has(look));
  if (looks.length === 0) return [];
  const inputs = {
    ...spanOf(looks),
    days: new Set(looks.map(({ day }) => day)).size,
    cases: new Set(looks.flatMap((look) => ownCaseKey(look) ?? [])).size,
  };
  return [{ rule: "repeat-interest", ...aboutPair(looks), inputs }];
};
