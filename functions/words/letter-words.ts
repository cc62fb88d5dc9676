import type { EmployeeType, EvidenceLevel } from "../domain/vocabulary.ts";

/** Headings, labels and explanations of the record as a letter. Rows, summary and coverage bring their own words. */
export interface LetterWords {
  readonly title: string;
  /** What the company's logo is to whoever cannot see it. */
  readonly logoOf: (company: string) => string;
  readonly salutation: string;
  readonly opening: (company: string) => string;

  readonly reference: string;
  readonly period: string;
  readonly fromTo: (first: string, last: string) => string;
  readonly made: string;
  readonly at: (date: string, time: string) => string;
  /** Label and value of the time zone. */
  readonly times: string;
  readonly timesOf: (zone: string) => string;

  readonly coverage: string;
  readonly looks: string;
  readonly standing: string;
  /** Time, why, what they saw, who, evidence. */
  readonly columns: readonly [string, string, string, string, string];
  readonly roleNotRecorded: string;
  readonly employeeTypes: Readonly<Record<EmployeeType, string>>;
  /** An agent or a system that acted in somebody's name, by that person's handle. */
  readonly onBehalfOf: (handle: string) => string;
  /** Stands before the explanation of a look. */
  readonly explained: (date: string) => string;

  readonly evidence: Readonly<Record<EvidenceLevel, string>>;
  readonly evidenceHeading: string;
  readonly evidenceMeans: Readonly<Record<EvidenceLevel, string>>;

  /** A day that goes on at the top of the next page. */
  readonly continued: (day: string) => string;
  readonly page: (page: number, pages: number) => string;
  /** Some characters have no glyph in the letter's fonts. */
  readonly unprintable: string;
}
