import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { type EventMap, parseEventMap } from "./event-map.ts";

/**
 * How the items of a company's own DynamoDB table become access events: a map whose columns are names of attributes
 * (`employee.id` for what stands in a map), and the table's own primary key, from which ids are made where no attribute
 * holds one.
 */
export interface TableMap {
  readonly primaryKey: readonly string[];
  readonly map: EventMap;
}

export const keyNames = z
  .array(z.string().check(z.minLength(1), z.maxLength(255)))
  .check(z.minLength(1), z.maxLength(2));
const withKey = z.looseObject({ primaryKey: keyNames });

/**
 * Reads a table's map.
 * @throws {Refusal} MAP_INVALID that names the field and says what to do.
 */
export const parseTableMap = (input: unknown): TableMap => {
  const parsed = withKey.safeParse(input);
  if (!parsed.success) {
    const detail = "primaryKey: write the names of the table's partition key and, if it has one, its sort key.";
    throw new Refusal("MAP_INVALID", { field: "primaryKey", detail });
  }
  const { primaryKey, ...map } = parsed.data;
  return { primaryKey, map: parseEventMap(map) };
};
