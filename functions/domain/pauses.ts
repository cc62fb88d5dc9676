import { daysFromTo } from "./civil-date.ts";

/** Something asked of the customer, and the day it was answered; an open question has none. Civil dates. */
export interface Inquiry {
  readonly askedOn: string;
  readonly answeredOn?: string;
}

/** Civil dates on which the time stood still, both ends included. */
export interface Pause {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/**
 * The days on which clarification was awaited: the day asked and the day answered count, overlapping stretches are one
 * (UK GDPR Art. 12A). Days before the time had started cannot stand still. In order, whatever the order of `inquiries`.
 */
export const pausesOf = (inquiries: readonly Inquiry[], startedOn: string): readonly Pause[] => {
  const pauses: Pause[] = [];
  const answered = inquiries
    .flatMap(({ askedOn, answeredOn }) => (answeredOn === undefined ? [] : [{ from: askedOn, to: answeredOn }]))
    .filter(({ to }) => to >= startedOn)
    .map(({ from, to }) => ({ from: from < startedOn ? startedOn : from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const { from, to } of answered) {
    const last = pauses.at(-1);
    if (last === undefined || from > last.to) pauses.push({ from, to, days: daysFromTo(from, to) });
    else if (to > last.to) pauses[pauses.length - 1] = { from: last.from, to, days: daysFromTo(last.from, to) };
  }
  return pauses;
};

/** The civil date since which a question is open; undefined where all are answered. */
export const openSince = (inquiries: readonly Inquiry[]): string | undefined =>
  inquiries
    .filter(({ answeredOn }) => answeredOn === undefined)
    .map(({ askedOn }) => askedOn)
    .sort()[0];
