import { isDeepStrictEqual } from "node:util";
import type { Entry, Part } from "../contract/matter-entry.ts";

const SENT_AGAIN_MS = 3_600_000;

/** What a customer sent with an entry: what they brought up, or what they wrote. */
const sentWith = ({ by, deed }: Entry): Part | string | undefined => {
  if (by.kind !== "customer") return undefined;
  if (deed.act === "raise" || deed.act === "join") return deed.part;
  return deed.act === "write" || deed.act === "clarify" ? deed.words : undefined;
};

/**
 * Whether a customer sent just this within the last hour. Whoever lost the answer on the way sends once more what has
 * arrived already; it is kept once.
 */
export const isSentAgain = (entries: readonly Entry[], sent: Part | string, now: number): boolean =>
  entries.some((entry) => Date.parse(entry.at) > now - SENT_AGAIN_MS && isDeepStrictEqual(sentWith(entry), sent));
