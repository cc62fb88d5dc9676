/**
 * The public holidays of one jurisdiction as a dated snapshot: data, never a formula. A day that is not certain is left
 * out, because a due date that is a day early harms nobody and one that is a day late breaks the law.
 */
export interface HolidayTable {
  /** The civil date of the snapshot. */
  readonly asOf: string;
  /** Where the days stand, by name. */
  readonly source: string;
  /** Month and day (MM-DD) of every holiday of a year, in order. A year that is not here is not known. */
  readonly years: Readonly<Record<number, string>>;
}
