import * as z from "zod/mini";

// C0 and C1 controls, and the bidirectional overrides and isolates (U+202A–202E, U+2066–2069): a row that carries
// them can show one thing and say another, and none of them belongs in an id or a name. Nor does half a character.
const REFUSED = /[\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/u;

/** Text of 1 to `max` characters without control characters, direction overrides or lone surrogates. */
export const text = (max: number) =>
  z.string().check(
    z.trim(),
    z.minLength(1),
    z.maxLength(max),
    z.refine((value) => !REFUSED.test(value), { error: "control characters" }),
  );

// As REFUSED, but for line ends and tabs.
const INVISIBLE = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What a person wrote, of 1 to `max` characters and in any number of lines. What nobody can see (controls, direction
 * overrides) is left out rather than refused: it comes along when text is pasted, and its writer could not find it.
 */
export const words = (max: number) =>
  z.pipe(
    z.pipe(
      z.string().check(z.maxLength(2 * max)),
      z.transform((typed) => typed.replaceAll(/\r\n?/g, "\n").replaceAll(INVISIBLE, "").trim().toWellFormed()),
    ),
    z.string().check(z.minLength(1), z.maxLength(max)),
  );

/** An instant as Regard itself writes it: UTC with milliseconds, so that text order is time order. */
export const utcInstant = z.iso.datetime({ precision: 3 });

/** Most are in UTC already: a calendar is asked for all others. */
const inUtc = (written: string): string => {
  if (!written.endsWith("Z")) return new Date(written).toISOString();
  if (written.length === "2026-05-03T09:30:00.000Z".length) return written;
  return written.length === "2026-05-03T09:30:00Z".length
    ? `${written.slice(0, -1)}.000Z`
    : new Date(written).toISOString();
};

/** An instant with an offset, read to UTC with milliseconds (RFC 3339). */
export const instant = z.pipe(
  z.pipe(z.iso.datetime({ offset: true }), z.transform(inUtc)),
  // An offset can push the last day of 9999 into a year with five digits, which would sort before all others.
  utcInstant,
);

/** A civil date, YYYY-MM-DD. */
export const civilDate = z.iso.date();

const SOURCE_NAME = /^[a-z0-9][a-z0-9._-]{0,62}$/;
/** A source of events: the short name of a back-office system. */
export const sourceName = z.string().check(z.regex(SOURCE_NAME));
export const isSourceName = (name: string): boolean => SOURCE_NAME.test(name);

/** A purpose code; whether it is known is a question to the configuration. */
export const purposeCode = z.string().check(z.regex(/^[A-Z][A-Z0-9_]{1,39}$/));

/** A request's reference, RG-XXXX-XXXX in Crockford's base 32. */
export const reference = z.string().check(z.regex(/^RG-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/));

/** A mail address as people type it. */
export const emailAddress = z.pipe(z.string().check(z.trim(), z.maxLength(254)), z.email());
