import type { Translation } from "./translation.ts";

/** The page of the numbers for the board; what the numbers are called, the service says. */
export const numbersEn = {
  link: "Numbers for the board",
  title: "Numbers for the board",
  back: "Back to the open matters",
  loading: "Fetching the numbers…",
  month: "Month",
  none: "No month has been counted yet.",
  noneLead:
    "A month is counted by itself on the 2nd of the next one, and once more on the 9th, when late reports are in. Whoever runs the portal can count one at any time.",
  pdf: "Download as PDF",
  csv: "Download as CSV",
  preparing: "Preparing the file…",
  saved: "{name} is saved. That you took it is recorded.",
  stale: "A file leaves the house. For it you have to show once more who you are; you come back to this page.",
};

export type NumbersPageWords = Translation<typeof numbersEn>;
