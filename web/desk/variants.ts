import type { Is } from "../shape.ts";

/** One of several shapes, told apart by a field: each of its values has a shape of its own. */
export const variants =
  <T extends object, Key extends keyof T & string>(
    key: Key,
    shapes: { readonly [Value in T[Key] & string]: Is<Extract<T, { readonly [K in Key]: Value }>> },
  ): Is<T> =>
  (input): input is T => {
    if (typeof input !== "object" || input === null) return false;
    const value: unknown = Reflect.get(input, key);
    const all: [string, Is<unknown>][] = Object.entries(shapes);
    return all.some(([name, is]) => name === value && is(input));
  };
