import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import type { ItemTexts } from "../domain/imported-row.ts";

const scalar = ({ S, N, BOOL, B }: AttributeValue): string | undefined =>
  S ?? N ?? (BOOL === undefined ? B && Buffer.from(B).toString("base64") : String(BOOL));

const listed = (values: readonly AttributeValue[]): string => values.flatMap((one) => scalar(one) ?? []).join(";");

const flatten = (at: string, value: AttributeValue): [string, string][] => {
  if (value.M) return Object.entries(value.M).flatMap(([name, inner]) => flatten(`${at}.${name}`, inner));
  const text = scalar(value) ?? (value.L ? listed(value.L) : (value.SS ?? value.NS)?.join(";"));
  return text === undefined ? [] : [[at, text]];
};

/** What stands in an item of anybody's table, as texts. Binary is base64; what means nothing here is left out. */
export const itemTexts = (item: Readonly<Record<string, AttributeValue>>): ItemTexts =>
  new Map(Object.entries(item).flatMap(([name, value]) => flatten(name, value)));
