import { ASKED_ABOUT, kept } from "./place.ts";
import { isFlag, isText, isWhole, shape } from "./shape.ts";

/** A look that somebody may ask about, as the record leaves it for the page that asks. */
export interface AskedAbout {
  readonly account: number;
  readonly source: string;
  readonly eventId: string;
  /** Already written as people read it. */
  readonly when: string;
  readonly who: string;
  readonly why: string;
  readonly chosen: boolean;
}

const isAskedAbout = shape<AskedAbout>(
  { account: isWhole, source: isText, eventId: isText, when: isText, who: isText, why: isText, chosen: isFlag },
  {},
);

/** What was left, each look once, those of the person last looked at only. */
export const readAskedAbout = (): readonly AskedAbout[] => {
  const left = kept(ASKED_ABOUT)
    .split("\n")
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line))
    .filter(isAskedAbout);
  const found = new Map<string, AskedAbout>();
  for (const look of left.filter(({ account }) => account === left[0]?.account)) {
    const key = JSON.stringify([look.source, look.eventId]);
    const before = found.get(key);
    found.set(key, before === undefined ? look : { ...before, chosen: before.chosen || look.chosen });
  }
  return [...found.values()].sort((one, other) => Number(other.chosen) - Number(one.chosen));
};
