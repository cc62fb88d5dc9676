import type { DayOff } from "./working-days.ts";

/** One step on the way to a date, as data. `on`, `from`, `to`, `since` are civil dates, `at` UTC instants. */
export type Step =
  | { readonly kind: "received"; readonly on: string }
  /** Identity information that was asked for arrived after the request: the time counts from then. */
  | { readonly kind: "identity-arrived"; readonly on: string }
  /** It was asked for and has not arrived: the time has not started. */
  | { readonly kind: "identity-awaited"; readonly since: string }
  /** It was asked for where the time counts from receipt all the same. */
  | { readonly kind: "identity-not-awaited" }
  /** `clamped`: the month has no such day, so its last day counts. */
  | { readonly kind: "months-later"; readonly months: 1 | 3; readonly on: string; readonly clamped: boolean }
  | { readonly kind: "days-later"; readonly days: number; readonly on: string }
  /** Both dates included. */
  | { readonly kind: "paused"; readonly from: string; readonly to: string; readonly days: number }
  /** The clarification was asked for and has not been given: the time stands still. */
  | { readonly kind: "paused-since"; readonly since: string }
  | { readonly kind: "working-day"; readonly on: string }
  /** `holidays`: those between `from` and `to` that lengthened the way. */
  | {
      readonly kind: "rolled";
      readonly from: string;
      readonly to: string;
      readonly because: DayOff;
      readonly holidays: readonly string[];
    }
  /** The public holidays of a year are not known: only its weekends were left out. */
  | { readonly kind: "holidays-unknown"; readonly year: string }
  /** Weekends and holidays do not move this date. */
  | { readonly kind: "not-rolled" }
  | { readonly kind: "breach-known"; readonly at: string }
  | { readonly kind: "hours-later"; readonly hours: number; readonly at: string }
  /** Weekends and holidays count like other days. */
  | { readonly kind: "hours-run-on" };

/** A civil date and how it was worked out. */
export interface DerivedDate {
  readonly on: string;
  readonly steps: readonly Step[];
}

/** A UTC instant and how it was worked out. */
export interface DerivedInstant {
  readonly at: string;
  readonly steps: readonly Step[];
}
