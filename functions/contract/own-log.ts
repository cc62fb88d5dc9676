import * as z from "zod/mini";
import { Refusal } from "../domain/errors.ts";
import { eventMap, parseEventMap } from "./event-map.ts";
import { keyNames, type TableMap } from "./table-map.ts";
import { sourceName } from "./text.ts";

const attribute = z.string().check(z.minLength(1), z.maxLength(255));
const prefix = z._default(z.string().check(z.maxLength(200)), "");

/** How the time stands in a sort key: UTC text, which sorts by time, or a number since 1970. */
export const TIME_FORMATS = ["iso", "seconds", "milliseconds"] as const;
export type TimeFormat = (typeof TIME_FORMATS)[number];

/** A key by which somebody's rows are found in time order: of the table itself, or of one of its indexes. */
const timedKey = z.strictObject({
  index: z.optional(attribute),
  /** The partition key, and what stands before the id in it (`CUSTOMER#`). */
  id: z.strictObject({ attribute, prefix }),
  /** The sort key, which begins with the time behind its prefix. */
  time: z.strictObject({ attribute, prefix, format: z.enum(TIME_FORMATS) }),
});
export type TimedKey = z.infer<typeof timedKey>;

/**
 * A DynamoDB table in which the company keeps its own access log, read in place and never written: whose rows are found
 * by which key, and what its attributes mean.
 */
export const ownLog = z.strictObject({
  table: z.string().check(z.regex(/^[A-Za-z0-9_.-]{3,255}$/)),
  /** Where the table lies under a key of the company's. */
  encryptionKeyArn: z.optional(z.string().check(z.regex(/^arn:aws:kms:[a-z0-9-]+:\d{12}:key\/[0-9a-f-]+$/))),
  /** The name under which records tell of it, and the civil date since which it is complete. */
  source: sourceName,
  since: z.iso.date(),
  customer: timedKey,
  /** Without one, the rules of detection and the desk's look back do not see this table. */
  employee: z.optional(timedKey),
  /** As in a map for `regard import --from-table`, without `source`, `occurredAt` and `customerId`: the keys have them. */
  map: z.extend(z.omit(eventMap, { source: true, delimiter: true, only: true }), { primaryKey: keyNames }),
});
export type OwnLog = z.infer<typeof ownLog>;

/** Under these names the reader finds what the keys say. */
export const KEY_TEXTS = { time: "key: time", customer: "key: customer" } as const;

/**
 * The whole map of an own log.
 * @throws {Refusal} MAP_INVALID that names the field and says what to do.
 */
export const ownLogMap = ({ source, map: { primaryKey, ...map } }: Pick<OwnLog, "source" | "map">): TableMap => {
  const given = ["occurredAt", "customerId"] as const;
  const twice = given.find((at) =>
    [map.columns, map.values, map.translate, map.templates].some((part) => Object.hasOwn(part, at)),
  );
  if (twice) throw new Refusal("MAP_INVALID", { field: twice, detail: `${twice}: leave it out, the key has it.` });
  const columns = { ...map.columns, occurredAt: KEY_TEXTS.time, customerId: KEY_TEXTS.customer };
  return { primaryKey, map: parseEventMap({ ...map, source, columns }) };
};
