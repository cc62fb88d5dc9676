/**
 * The numbers for the board: the newest month's at `#numbers`, for which the text is empty, or those of a month at
 * `#numbers-2026-10`.
 */
export const numbersIn = (hash: string): string | undefined => {
  const found = /^#numbers(?:-(\d{4}-\d{2}))?$/.exec(hash);
  return found === null ? undefined : (found[1] ?? "");
};

/** What the rules found that belongs to no customer. */
export const isFindings = (hash: string): boolean => hash === "#findings";

/** Whether what stands behind `#` is a place of the desk, and no news of a sign-in. */
export const isPlace = (hash: string): boolean =>
  referenceIn(hash) !== undefined || numbersIn(hash) !== undefined || isFindings(hash);

/** The matter that an address leads to: `#RG-7K2M-Q9XD`. */
export const referenceIn = (hash: string): string | undefined =>
  /^#(RG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4})$/.exec(hash)?.[1];
