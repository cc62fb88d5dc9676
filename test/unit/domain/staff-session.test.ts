import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTEMPT_LIFE_MS,
  askedAnew,
  isAttemptOver,
  isRecent,
  recentUntil,
  refuseStale,
  STAFF_ABSOLUTE_MS,
  STAFF_LIFE,
} from "../../../functions/domain/staff-session.ts";

const MINUTE = 60_000;
const instant = fc.integer({ min: 0, max: 4_000_000_000_000 });

describe("a sign-in at the desk", () => {
  it("ends 15 minutes after the last request and 8 hours after it began, whichever comes first", () => {
    expect(STAFF_LIFE.isOver({ openedAt: 0, seenAt: 0 }, 15 * MINUTE - 1)).toBe(false);
    expect(STAFF_LIFE.isOver({ openedAt: 0, seenAt: 0 }, 15 * MINUTE)).toBe(true);
    expect(STAFF_ABSOLUTE_MS).toBe(480 * MINUTE);
    const busy = { openedAt: 0, seenAt: STAFF_ABSOLUTE_MS - 1 };
    expect(STAFF_LIFE.idleEndOf(busy)).toBe(STAFF_ABSOLUTE_MS);
    expect(STAFF_LIFE.isOver(busy, STAFF_ABSOLUTE_MS)).toBe(true);
  });

  it("is recent enough for a release or an export for five minutes, counted from when the person showed who they are", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 20 * MINUTE }), (authenticatedAt, later) => {
        const now = authenticatedAt + later;
        expect(isRecent({ authenticatedAt }, now)).toBe(later < 5 * MINUTE);
        expect(recentUntil({ authenticatedAt })).toBe(authenticatedAt + 5 * MINUTE);
      }),
    );
    expect(() => refuseStale({ authenticatedAt: 0 }, 5 * MINUTE - 1)).not.toThrow();
    expect(() => refuseStale({ authenticatedAt: 0 }, 5 * MINUTE)).toThrow(
      expect.objectContaining({ code: "STAFF_SIGN_IN_STALE" }),
    );
  });

  it("has ten minutes to come back from the identity provider", () => {
    expect([ATTEMPT_LIFE_MS - 1, ATTEMPT_LIFE_MS].map((now) => isAttemptOver(0, now))).toEqual([false, true]);
  });

  it("takes no remembered one for a new one; clocks may differ by half a minute", () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: -10 * MINUTE, max: 10 * MINUTE }), (startedAt, difference) => {
        expect(askedAnew(startedAt, startedAt + difference)).toBe(difference >= -MINUTE / 2);
      }),
    );
  });
});
