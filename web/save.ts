import { element } from "./dom.ts";

/** Long enough for a browser to have begun with the file. */
const FORGET_AFTER_MS = 60_000;

/** Lets the browser keep a file, as if it had been a link. */
export const save = (blob: Blob, name: string): void => {
  const link = element("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), FORGET_AFTER_MS);
};
