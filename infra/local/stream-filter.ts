import * as z from "zod/mini";

const fields = z.record(z.string(), z.unknown());
/** What a field may be; of EventBridge's patterns only plain values are known here. */
const values = z.array(z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** A filter of an event source mapping, as the template has it: JSON in a string. */
export const streamFilter = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text): unknown => JSON.parse(text)),
  ),
  fields,
);

/** Whether a stream record is one that a filter lets through (Lambda Developer Guide, "Event filtering"). */
export const matches = (filter: z.infer<typeof streamFilter>, record: unknown): boolean => {
  const known = fields.safeParse(record);
  return (
    known.success &&
    Object.entries(filter).every(([name, wanted]) => {
      const value = known.data[name];
      return Array.isArray(wanted)
        ? values.parse(wanted).some((one) => one === value)
        : matches(fields.parse(wanted), value);
    })
  );
};
