/**
 * What an answer must look like before a page uses it. The service has already held it to the contract's schemas; zod
 * itself would be four fifths of a page's script, so the pages carry these instead, and the compiler holds them to the
 * contract's types: a field that is missing here, or of another kind, does not compile.
 */
export type Is<T> = (input: unknown) => input is T;

export const isText: Is<string> = (input) => typeof input === "string";
export const isWhole: Is<number> = (input): input is number => Number.isSafeInteger(input);
export const isNumber: Is<number> = (input): input is number => typeof input === "number" && Number.isFinite(input);
export const isFlag: Is<boolean> = (input) => typeof input === "boolean";

export const oneOf =
  <const T extends string | boolean | null>(...values: readonly T[]): Is<T> =>
  (input): input is T =>
    values.some((value) => value === input);

export const either =
  <A, B>(one: Is<A>, other: Is<B>): Is<A | B> =>
  (input): input is A | B =>
    one(input) || other(input);

export const listOf =
  <T>(is: Is<T>): Is<T[]> =>
  (input): input is T[] =>
    Array.isArray(input) && input.every(is);

/** The fields that every `T` has, each with its own shape. */
type Fields<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: Is<T[K]> };
/** Those that it may leave out. */
type Optional<T> = { readonly [K in keyof T as undefined extends T[K] ? K : never]: Is<Exclude<T[K], undefined>> };

/** Fields that a newer service adds are no harm. */
export const shape =
  <T extends object>(fields: Fields<T>, optional: Optional<T>): Is<T> =>
  (input): input is T => {
    if (typeof input !== "object" || input === null) return false;
    const value = (name: string): unknown => Reflect.get(input, name);
    const own: [string, Is<unknown>][] = Object.entries(fields);
    const some: [string, Is<unknown>][] = Object.entries(optional);
    return (
      own.every(([name, is]) => is(value(name))) &&
      some.every(([name, is]) => value(name) === undefined || is(value(name)))
    );
  };
