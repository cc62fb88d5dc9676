import type { TimeFormat } from "../contract/own-log.ts";

/** Text that begins with an instant of UTC. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z/;
const NUMBER = /^\d{1,16}(\.\d+)?$/;

const MS: Readonly<Record<Exclude<TimeFormat, "iso">, number>> = { seconds: 1_000, milliseconds: 1 };

/** The instant that a sort key of a company's own table begins with, in UTC with milliseconds; undefined without one. */
export const instantInKey = (text: string, format: TimeFormat): string | undefined => {
  const ms =
    format === "iso"
      ? Date.parse(INSTANT.exec(text)?.[0] ?? "")
      : NUMBER.test(text)
        ? Number(text) * MS[format]
        : Number.NaN;
  return Number.isNaN(new Date(ms).getTime()) ? undefined : new Date(ms).toISOString();
};

/**
 * The bounds of a query for keys between two instants, a little too wide: keys may be written to the second, and their
 * text would then sort behind that of the same second with milliseconds. Who reads looks at the instants themselves.
 */
export const keyBounds = (from: string, to: string, format: TimeFormat): readonly [string, string] => {
  if (format === "iso")
    return [from.slice(0, "YYYY-MM-DDTHH:MM:SS".length), `${to.slice(0, "YYYY-MM-DDTHH:MM:SS".length)}~`];
  const bound = (instant: string) => String(Math.floor(Math.max(0, Date.parse(instant)) / MS[format]));
  return [bound(from), bound(to)];
};
