/**
 * What has to survive a sign-in that ended: kept in this tab only, gone with it, and gone at once when somebody signs
 * out or leaves quickly.
 */
let forgotten = false;

export const keep = (key: string, value: string): void => {
  if (!forgotten) sessionStorage.setItem(key, value);
};

export const kept = (key: string): string => sessionStorage.getItem(key) ?? "";

/** Where the record leaves the looks that somebody may ask about, one a line, the last ones first. */
export const ASKED_ABOUT = "asked-about";

/** Puts lines before those that are kept, so that nothing has to be read to add to it. */
export const keepBefore = (key: string, lines: readonly string[]): void => keep(key, [...lines, kept(key)].join("\n"));

/** For whoever comes next in this tab. */
export const forgetAllBut = (key: string): void => {
  const value = kept(key);
  sessionStorage.clear();
  keep(key, value);
};

export const forget = (): void => {
  forgotten = true;
  sessionStorage.clear();
};
