import { Refusal } from "../../domain/errors.ts";

const TIME =
  /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|z|[+-]\d{2}(?::?\d{2})?)?$/;
const DAY_MS = 86_400_000;

const refuse = (detail: string) => new Refusal("EVENT_FIELD_INVALID", { field: "occurredAt", detail });

/** A zone's clock, and the days (UTC) through which it is known to go evenly. */
interface Clock {
  readonly format: Intl.DateTimeFormat;
  readonly evenDays: Map<number, number>;
}
const MOST_DAYS = 20_000;

const clocks = new Map<string, Clock>();
const clockOf = (timeZone: string): Clock => {
  const known = clocks.get(timeZone);
  if (known) return known;
  // Swedish writes times as ISO 8601 does.
  const style = { dateStyle: "short", timeStyle: "medium", calendar: "iso8601" } as const;
  const clock = { format: new Intl.DateTimeFormat("sv-SE", { timeZone, ...style }), evenDays: new Map() };
  clocks.set(timeZone, clock);
  return clock;
};

const readAhead = ({ format }: Clock, instantMs: number): number => {
  const seconds = Math.floor(instantMs / 1_000) * 1_000;
  return Date.parse(`${format.format(seconds).replace(" ", "T")}Z`) - seconds;
};

/** How far a zone's clock is ahead of UTC at an instant, in milliseconds. No zone moves its clock to and fro in a day. */
const aheadMs = (instantMs: number, timeZone: string): number => {
  const clock = clockOf(timeZone);
  const day = Math.floor(instantMs / DAY_MS);
  const known = clock.evenDays.get(day);
  if (known !== undefined) return known;
  const [from, to] = [readAhead(clock, day * DAY_MS), readAhead(clock, (day + 1) * DAY_MS)];
  if (from !== to) return readAhead(clock, instantMs);
  if (clock.evenDays.size >= MOST_DAYS) clock.evenDays.clear();
  clock.evenDays.set(day, from);
  return from;
};

/** A wall clock's time, given as if it were UTC, as an instant. */
const fromWallClock = (wallMs: number, timeZone: string): number => {
  const offsets = [aheadMs(wallMs - DAY_MS, timeZone), aheadMs(wallMs + DAY_MS, timeZone)];
  const instants = offsets.map((ahead) => wallMs - ahead).filter((ms) => ms + aheadMs(ms, timeZone) === wallMs);
  if (instants.length === 0) throw refuse("The time does not exist: the clock was put forward over it.");
  return Math.min(...instants);
};

const offsetMs = (offset: string): number => {
  if (/^z$/i.test(offset)) return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).match(/\d{2}/g)?.map(Number) ?? [];
  return (offset.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
};

/**
 * A time as files write it, as a UTC instant: `2011-10-11 13:45:40.276000+02:00`, with a `T` or a space, with or
 * without seconds, fraction (cut to milliseconds) and offset. Without an offset it is the wall clock's time in
 * `timeZone`; where the clock was put back and shows a time twice, the earlier one is meant.
 *
 * @throws {Refusal} EVENT_FIELD_INVALID for anything else, and for a time that the clock was put forward over.
 */
export const instantOf = (written: string, timeZone: string | undefined): string => {
  const match = TIME.exec(written);
  if (!match) throw refuse("Write times as 2026-05-03T09:30:00+02:00.");
  const [, year, month, day, hour, minute, second = "00", fraction = "", offset] = match;
  const wallTime = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.slice(0, 3).padEnd(3, "0")}Z`;
  const wallMs = Date.parse(wallTime);
  // Date.parse takes 30 February for 2 March, and 24:00 for the next day.
  if (new Date(wallMs).getUTCDate() !== Number(day)) throw refuse("There is no such time.");
  const zone = offset ?? timeZone;
  if (zone === undefined) throw refuse("The time has no offset and the map names no timeZone.");
  if (zone === "Z" || zone === "UTC") return wallTime;
  const instantMs = offset === undefined ? fromWallClock(wallMs, zone) : wallMs - offsetMs(offset);
  return new Date(instantMs).toISOString();
};
