import * as z from "zod/mini";
import { accessEvent } from "../../contract/access-event.ts";
import { isBulk } from "../../domain/access.ts";

/** Fields of an event that name no customer, whatever stands there. Others may: a misspelt one is why an event waits. */
const NAME_NOBODY = new Set(Object.keys(accessEvent.shape).filter((name) => name !== "customerId"));

/** What is nested more deeply is no event of anybody. */
const MAX_DEPTH = 20;

/** Stands where nothing is left. */
const GONE = Symbol("gone");
/** Stands where a name was struck out of what others are named in as well. */
const STRUCK_OUT = { erased: true };
const isStruckOut = (value: unknown): boolean => JSON.stringify(value) === JSON.stringify(STRUCK_OUT);

const object = z.record(z.string(), z.unknown());
const list = z.array(z.unknown());
const count = z.catch(z.optional(z.number()), undefined);

type IsErased = (customerId: string) => boolean;

/** A value without what names an erased customer: out of a list goes what names them; anything else goes as a whole. */
const strike = (value: unknown, isErased: IsErased, depth = 0): unknown => {
  if (typeof value === "string" || typeof value === "number") return isErased(String(value)) ? GONE : value;
  if (depth > MAX_DEPTH) return value;
  const items = list.safeParse(value).data;
  if (items !== undefined) {
    const left = items.map((item) => strike(item, isErased, depth + 1));
    const struck = left.map((item) => (item === GONE ? STRUCK_OUT : item));
    return left.includes(GONE) && struck.every(isStruckOut) ? GONE : struck;
  }
  const fields = object.safeParse(value).data;
  if (fields === undefined) return value;
  const left = Object.entries(fields).map(([name, field]) => [name, strike(field, isErased, depth + 1)] as const);
  return left.some(([, field]) => field === GONE) ? GONE : Object.fromEntries(left);
};

const strikeEvent = (input: unknown, isErased: IsErased): unknown => {
  const event = object.safeParse(input).data;
  if (event === undefined) return strike(input, isErased);
  const { customerId, recordCount, partOf } = event;
  const named = list.safeParse(customerId).data;
  const whole = { recordCount: count.parse(recordCount), partOf: partOf === undefined ? undefined : String(partOf) };
  const isOfMore = isBulk(customerId === undefined ? 0 : named?.length, whole);
  const left = Object.entries(event).map(
    ([name, value]) => [name, NAME_NOBODY.has(name) ? value : strike(value, isErased)] as const,
  );
  const isOfOthers = isOfMore || left.some(([name, value]) => name === "customerId" && value !== GONE);
  if (!isOfOthers && left.some(([, value]) => value === GONE)) return GONE;
  const nobody = (name: string) => (name === "customerId" ? named?.map(() => STRUCK_OUT) : STRUCK_OUT);
  return Object.fromEntries(left.map(([name, value]) => [name, value === GONE ? nobody(name) : value]));
};

/**
 * An event's JSON without the customers whose data was erased; undefined where it is about nobody else, and the same text
 * where it names none of them. Names are looked for in `customerId`, whatever stands there, and in fields that no event
 * has. Out of a list, the name alone goes: the look at the others is theirs, and so is a bulk access.
 */
export const strikeOut = (text: string, isErased: IsErased): string | undefined => {
  const input: unknown = JSON.parse(text);
  let found = false;
  const isFound = (customerId: string): boolean => {
    const isOne = isErased(customerId);
    found ||= isOne;
    return isOne;
  };
  const left = strikeEvent(input, isFound);
  return left === GONE ? undefined : found ? JSON.stringify(left) : text;
};

/** An event as it was before names were struck out, but for those names; and how many they were. */
export const struckOutOf = (input: unknown): { readonly input: unknown; readonly struckOut: number } => {
  const event = object.safeParse(input).data;
  const named = list.safeParse(event?.["customerId"]).data;
  const customerId = named?.filter((one) => !isStruckOut(one)) ?? [];
  const struckOut = (named?.length ?? 0) - customerId.length;
  if (struckOut === 0) return { input, struckOut };
  return { input: { ...event, customerId: customerId.length === 0 ? undefined : customerId }, struckOut };
};
