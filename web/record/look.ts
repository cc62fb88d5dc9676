import type { RecordAccess } from "../../functions/contract/record.ts";

/** A row of the record with what the page sorts and filters it by. */
export interface Look {
  readonly access: RecordAccess;
  /** Civil date in the record's time zone, YYYY-MM-DD. */
  readonly day: string;
}

/** Civil dates of instants in a time zone. */
export const dayIn = (timeZone: string): ((instant: string) => string) => {
  // Swedish writes dates as ISO 8601 does.
  const format = new Intl.DateTimeFormat("sv", { timeZone });
  return (instant) => format.format(new Date(instant));
};

/** What a customer recognises a person by. */
export const whoLooked = ({ employee }: RecordAccess): string => employee.name ?? employee.handle;

/** What the filters ask for; "" asks for nothing. */
export interface Choice {
  readonly evidence: string;
  readonly purpose: string;
  /** A handle. */
  readonly person: string;
  /** Civil dates, both included. */
  readonly from: string;
  readonly to: string;
}

export const chosen = (looks: readonly Look[], { evidence, purpose, person, from, to }: Choice): readonly Look[] =>
  looks.filter(
    ({ access, day }) =>
      (evidence === "" || access.evidence === evidence) &&
      (purpose === "" || access.purpose === purpose) &&
      (person === "" || access.employee.handle === person) &&
      (from === "" || day >= from) &&
      (to === "" || day <= to),
  );

/** Distinct things among the rows with how often each occurs, the most frequent first. */
export const tally = (
  looks: readonly Look[],
  keyOf: (access: RecordAccess) => string,
  labelOf: (access: RecordAccess) => string,
): readonly { readonly key: string; readonly label: string; readonly count: number }[] => {
  const found = new Map<string, { key: string; label: string; count: number }>();
  for (const { access } of looks) {
    const key = keyOf(access);
    const entry = found.get(key) ?? { key, label: labelOf(access), count: 0 };
    entry.count += 1;
    found.set(key, entry);
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
};
