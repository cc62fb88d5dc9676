import { aboutPair, type Look, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";
import { between, type Workday } from "./workday.ts";
import { SHIFT_MARGIN_MS } from "./working-time.ts";

const MINUTE = 60_000;

/** So much work around a look shows that the plan was changed and nobody told it: a swap, overtime. */
const AT_WORK_LOOKS = 3;
const AT_WORK_MINUTES = 60;

/** Minutes to the nearest shift; undefined where shifts are not known on both sides, so that nothing can be said. */
const minutesOutside = (at: number, shifts: Workday["shifts"]): number | undefined => {
  const distances = shifts.map(({ from, to }) => [Date.parse(from) - at, at - Date.parse(to)] as const);
  const isPlanned = distances.some(([before]) => before <= 0) && distances.some(([, after]) => after <= 0);
  if (!isPlanned) return undefined;
  return Math.min(...distances.map(([before, after]) => Math.max(before, after, 0))) / MINUTE;
};

/** Looks more than half an hour outside every shift of the employee, while they were not otherwise at work. */
export const outsideShift = ({
  unlinked,
  workday,
}: Pick<Sifted, "unlinked"> & {
  readonly workday: Pick<Workday, "shifts" | "workedAt">;
}): readonly Hit<"outside-shift">[] => {
  const isAtWork = ({ at }: Look): boolean =>
    between(workday.workedAt, (time) => time, at - AT_WORK_MINUTES * MINUTE, at + AT_WORK_MINUTES * MINUTE).length >=
    AT_WORK_LOOKS;
  const outside = unlinked.flatMap((look) => {
    const minutes = minutesOutside(look.at, workday.shifts);
    return minutes !== undefined && minutes * MINUTE > SHIFT_MARGIN_MS && !isAtWork(look) ? [{ look, minutes }] : [];
  });
  if (outside.length === 0) return [];
  const looks = outside.map(({ look }) => look);
  const minutes = Math.floor(Math.max(...outside.map((one) => one.minutes)));
  return [{ rule: "outside-shift", ...aboutPair(looks), inputs: { ...spanOf(looks), minutes } }];
};
