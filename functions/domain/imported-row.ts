import type { Refusal } from "./errors.ts";

/** A row of an imported file: what it says, or why it cannot be taken. */
export type ImportedRow<Value> = {
  /** Counted from 1, where the row begins. */
  readonly line: number;
  /** Counted from 1: which of the file's records it is, where a line may hold many. */
  readonly record?: number;
} & ({ readonly value: Value; readonly refusal?: never } | { readonly value?: never; readonly refusal: Refusal });

/** An item of a company's own table as texts, by attribute; within maps by path (`employee.id`), lists with `;` between. */
export type ItemTexts = ReadonlyMap<string, string>;
