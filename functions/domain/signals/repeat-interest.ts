import { aboutPair, distinctOpens, type Look, spanOf } from "./look.ts";
import { ownCaseKey, type Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";
import { isRepeated, type Workday } from "./workday.ts";

const DAY = 24 * 3_600_000;

/** Not because there were several things to do. */
const CASES = 1;
/** Looks that lie further apart belong to different stories. */
export const REPEAT_WINDOW_DAYS = 31;
/** Whoever comes back to so many customers at once has clients, not an interest in one of them. */
const CLIENTS = 5;

const isOneStory = (looks: readonly Look[]): boolean =>
  isRepeated(looks) && new Set(looks.flatMap((look) => ownCaseKey(look) ?? [])).size <= CASES;

/**
 * One customer's data opened at least four times on three days, with at most one case to show for it. Not where this is
 * how the employee works: account managers come back to all of theirs. What that costs: five obsessions at once are not
 * told apart from it by this rule, and each of their looks without a case still is by `no-business-link`.
 */
export const repeatInterest = ({
  unlinked,
  workday,
}: Pick<Sifted, "unlinked"> & { readonly workday: Pick<Workday, "regulars"> }): readonly Hit<"repeat-interest">[] => {
  if (workday.regulars >= CLIENTS) return [];
  const opens = distinctOpens(unlinked);
  const found = new Set<Look>();
  for (const [at, first] of opens.entries()) {
    const window = opens.slice(at).filter((look) => look.at - first.at <= REPEAT_WINDOW_DAYS * DAY);
    if (isOneStory(window)) for (const look of window) found.add(look);
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
