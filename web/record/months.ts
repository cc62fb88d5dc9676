import type { EvidenceLevel } from "../../functions/domain/vocabulary.ts";
import type { Look } from "./look.ts";

/** More columns than this no longer fit a phone: the picture then begins and ends with the looks themselves. */
const MOST_MONTHS = 37;

export interface Month {
  /** YYYY-MM */
  readonly month: string;
  readonly total: number;
  readonly counts: Readonly<Record<EvidenceLevel, number>>;
}

const numberOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const nameOf = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}`;

/** Looks per month and evidence, every month between the two civil dates included. `looks` come newest first. */
export const monthCounts = (looks: readonly Look[], from: string, to: string): readonly Month[] => {
  let [first, last] = [numberOf(from), numberOf(to)];
  if (last - first >= MOST_MONTHS) {
    last = numberOf(looks[0]?.day ?? to);
    first = Math.max(numberOf(looks.at(-1)?.day ?? to), last - MOST_MONTHS + 1);
  }
  const months = Array.from({ length: last - first + 1 }, (_, at) => ({
    month: nameOf(first + at),
    total: 0,
    counts: { confirmed: 0, stated: 0, contradicted: 0, missing: 0 },
  }));
  for (const { access, day } of looks) {
    const month = months[numberOf(day) - first];
    if (month === undefined) continue;
    month.total += 1;
    month.counts[access.evidence] += 1;
  }
  return months;
};
