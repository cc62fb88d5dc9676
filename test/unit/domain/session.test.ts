import { describe, expect, it } from "vitest";
import { ABSOLUTE_MS, IDLE_MS, idleEndOf, isOver, isWorthNoting, tokenKey } from "../../../functions/domain/session.ts";

describe("a sign-in", () => {
  it("ends 15 minutes after the last request and 60 minutes after it began, whichever comes first", () => {
    expect([IDLE_MS, ABSOLUTE_MS]).toEqual([900_000, 3_600_000]);
    expect(isOver({ openedAt: 0, seenAt: 0 }, IDLE_MS - 1)).toBe(false);
    expect(isOver({ openedAt: 0, seenAt: 0 }, IDLE_MS)).toBe(true);
    const busy = { openedAt: 0, seenAt: ABSOLUTE_MS - 1 };
    expect(idleEndOf(busy)).toBe(ABSOLUTE_MS);
    expect(isOver(busy, ABSOLUTE_MS)).toBe(true);
  });

  it("notes a request once a minute at most", () => {
    expect([59_999, 60_000].map((now) => isWorthNoting({ openedAt: 0, seenAt: 0 }, now))).toEqual([false, true]);
  });

  it("is kept under a hash from which no token can be had", () => {
    expect(tokenKey("a")).toMatch(/^[\w-]{43}$/);
    expect(tokenKey("a")).not.toBe(tokenKey("b"));
  });
});
