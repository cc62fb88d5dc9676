import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { DATA_FORMAT } from "./table-keys.ts";

type Item = Readonly<Record<string, AttributeValue>>;

/** What a release changed in the items of either table, undone for whoever reads: an older item comes out as a new one. */
export interface FormatStep {
  /** Civil date of the release that wrote the newer format first. */
  readonly since: string;
  /** An item knows what it is by its keys. It may come in parts (a projection), and most items are none of a step's. */
  readonly upgrade: (item: Item) => Item;
}

/**
 * From format 1 to 2, from 2 to 3, and so on to `DATA_FORMAT`; a test holds the two together. Nothing is rewritten in the
 * tables: what is written again is written in the newest format, and the rest is upgraded whenever it is read, until
 * retention has ended the last of it. Then its step may go.
 */
export const FORMAT_STEPS: readonly FormatStep[] = [];

const versioned = z.object({ v: z.object({ N: z.string().check(z.regex(/^[1-9]\d*$/)) }) });
const CURRENT = String(DATA_FORMAT);

/**
 * An item as this release writes it, from whatever release it is.
 * @throws {Refusal} DATA_FORMAT_NEWER where a newer release wrote it: going on could lose what that release had in it.
 */
export const inPresentFormat = (item: Item, steps: readonly FormatStep[] = FORMAT_STEPS): Item => {
  if (steps === FORMAT_STEPS && item["v"]?.N === CURRENT) return item;
  const written = Number(versioned.parse(item).v.N);
  if (written > steps.length + 1) throw new Refusal("DATA_FORMAT_NEWER");
  const upgraded = steps.slice(written - 1).reduce((older, { upgrade }) => upgrade(older), item);
  return { ...upgraded, v: { N: String(steps.length + 1) } };
};
