import { createHash } from "node:crypto";

const MINUTE = 60 * 1_000;

/** A sign-in ends after so long without a request, and after so long in any case (ASVS 7.3). */
export const IDLE_MS = 15 * MINUTE;
export const ABSOLUTE_MS = 60 * MINUTE;
/** The last request is noted at most so often; an idle sign-in may end this much early, never late. */
const NOTED_EVERY_MS = MINUTE;

export const TOKEN_BYTES = 32;

/** What a token of the browser is stored as: a table dump opens no session. */
export const tokenKey = (token: string): string => createHash("sha256").update(token).digest("base64url");

export interface SessionTimes {
  readonly openedAt: number;
  /** The last request that was noted. */
  readonly seenAt: number;
}

/** How long a kind of sign-in lasts: what follows from its two limits, in milliseconds. */
export const sessionLife = ({ idleMs, absoluteMs }: { readonly idleMs: number; readonly absoluteMs: number }) => {
  const endOf = ({ openedAt }: SessionTimes): number => openedAt + absoluteMs;
  const idleEndOf = (times: SessionTimes): number => Math.min(times.seenAt + idleMs, endOf(times));
  return { endOf, idleEndOf, isOver: (times: SessionTimes, now: number): boolean => now >= idleEndOf(times) };
};

export const { endOf, idleEndOf, isOver } = sessionLife({ idleMs: IDLE_MS, absoluteMs: ABSOLUTE_MS });
export const isWorthNoting = ({ seenAt }: SessionTimes, now: number): boolean => now - seenAt >= NOTED_EVERY_MS;
