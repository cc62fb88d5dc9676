/**
 * What has to survive a sign-in that ended: kept in this tab only, gone with it, and gone at once when somebody signs
 * out or leaves quickly.
 */
let forgotten = false;

export const keep = (key: string, value: string): void => {
  if (!forgotten) sessionStorage.setItem(key, value);
};

export const kept = (key: string): string => sessionStorage.getItem(key) ?? "";

export const forget = (): void => {
  forgotten = true;
  sessionStorage.clear();
};
