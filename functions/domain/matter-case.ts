import type { Matter } from "../contract/matter.ts";
import type { KnownCase } from "./evidence.ts";

/** The type of the case that a matter is, so that looks of the desk are borne out by it like any other look. */
export const MATTER_CASE = "matter";

/**
 * The business fact that a matter is: whose it is, from when to when it was open, and who worked on it. It ends with the
 * matter, so that nobody's looks long after it are borne out by it.
 */
export const caseOf = ({ reference, customerKey, openedAt, closedAt, workers }: Matter): KnownCase => ({
  type: MATTER_CASE,
  id: reference,
  customerKey,
  openedAt,
  ...(closedAt !== undefined && { closedAt }),
  employeeIds: [...workers],
  units: [],
});

/** Whether the customer asked for anything: a rule alone starts no time of the law, and its matter is no secret told. */
export const isAskedFor = ({ kinds }: Pick<Matter, "kinds">): boolean => kinds.some((kind) => kind !== "signal");
