import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ATTEMPTS_PER_CODE,
  type Challenge,
  CODE_CAPS,
  CODE_LIFE_MS,
  codeDigits,
  codeFrom,
  FAILURES_BEFORE_PAUSE,
  type Guard,
  grantCode,
  NEW_GUARD,
  PAUSE_MS,
  tryCode,
} from "../../../functions/domain/confirmation.ts";

/** An address and its challenges under any sequence of acts, with everything that happened written down. */
class Door {
  guard: Guard = NEW_GUARD;
  now = Date.UTC(2026, 0, 1);
  readonly challenges: Challenge[] = [];
  readonly granted: number[] = [];
  /** One entry for each try that was looked at, by challenge. */
  readonly looked: { challenge: number; right: boolean; at: number }[] = [];
  readonly notices: number[] = [];

  ask(): boolean {
    const answer = grantCode(this.guard, String(this.challenges.length), this.now);
    if (answer === undefined) return false;
    this.guard = answer.guard;
    this.challenges.push(answer.challenge);
    this.granted.push(this.now);
    return true;
  }

  try(index: number, right: boolean): string {
    const challenge = this.challenges[index];
    if (challenge === undefined) return "spent";
    const attempt = tryCode({ guard: this.guard, challengeKey: String(index), challenge }, right, this.now);
    if (attempt.outcome === "right" || attempt.outcome === "wrong") {
      this.guard = attempt.guard;
      this.challenges[index] = attempt.challenge;
      this.looked.push({ challenge: index, right, at: this.now });
      if (attempt.outcome === "wrong" && attempt.pausedUntil !== undefined) this.notices.push(this.now);
    }
    return attempt.outcome;
  }
}

const acts = fc.array(
  fc.oneof(
    fc.record({ act: fc.constant("ask" as const) }),
    fc.record({ act: fc.constant("try" as const), back: fc.nat(3), right: fc.boolean() }),
    fc.record({ act: fc.constant("wrong" as const), times: fc.nat(8) }),
    fc.record({ act: fc.constant("wait" as const), ms: fc.nat(3 * 60 * 60 * 1_000) }),
  ),
  { maxLength: 200 },
);

const lived = (sequence: ReturnType<typeof acts.generate>["value"]): Door => {
  const door = new Door();
  for (const step of sequence) {
    const newest = door.challenges.length - 1;
    if (step.act === "ask") door.ask();
    if (step.act === "try") door.try(newest - step.back, step.right);
    if (step.act === "wrong") for (let n = 0; n < step.times; n++) door.try(newest, false);
    if (step.act === "wait") door.now += step.ms;
  }
  return door;
};

describe("the confirmation code", () => {
  it("is granted 3 times in any hour and 10 times in any day at most, whatever happens", () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const { granted } = lived(sequence);
        for (const { codes, withinMs } of CODE_CAPS) {
          for (const at of granted) {
            expect(granted.filter((other) => other >= at && other < at + withinMs).length).toBeLessThanOrEqual(codes);
          }
        }
        expect(CODE_CAPS.map(({ codes }) => codes)).toEqual([3, 10]);
      }),
    );
  });

  it("is looked at 5 times at most, only while it is the newest, and never after it was right", () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const { looked, challenges, granted } = lived(sequence);
        for (const index of challenges.keys()) {
          const tries = looked.filter(({ challenge }) => challenge === index);
          expect(tries.length).toBeLessThanOrEqual(ATTEMPTS_PER_CODE);
          expect(tries.slice(0, -1).some(({ right }) => right)).toBe(false);
          for (const { at } of tries) {
            expect(at).toBeLessThan((granted[index] ?? 0) + CODE_LIFE_MS);
            expect(at).toBeLessThanOrEqual(granted[index + 1] ?? Number.POSITIVE_INFINITY);
          }
        }
      }),
    );
  });

  it("pauses at 20 failures in a row, over any number of codes, with one notice, and grants and looks at nothing then", () => {
    fc.assert(
      fc.property(acts, (sequence) => {
        const { looked, notices, granted } = lived(sequence);
        const expected: number[] = [];
        let inARow = 0;
        for (const { right, at } of looked) {
          inARow = right ? 0 : inARow + 1;
          if (inARow === FAILURES_BEFORE_PAUSE) {
            expected.push(at);
            inARow = 0;
          }
        }
        expect(notices).toEqual(expected);
        for (const notice of notices) {
          const during = [...granted, ...looked.map(({ at }) => at)].filter(
            (at) => at > notice && at < notice + PAUSE_MS,
          );
          expect(during).toEqual([]);
        }
      }),
    );
  });

  it("does reach the pause when somebody guesses as fast as the caps allow", () => {
    const door = new Door();
    const outcomes: string[] = [];
    for (let hour = 0; hour < 3; hour++, door.now += 60 * 60 * 1_000) {
      while (door.ask()) for (let n = 0; n < 6; n++) outcomes.push(door.try(door.challenges.length - 1, false));
    }
    expect(outcomes.filter((one) => one === "wrong")).toHaveLength(FAILURES_BEFORE_PAUSE);
    expect(outcomes.at(-1)).toBe("paused");
    expect(door.notices).toHaveLength(1);
  });

  it("works again after the pause, and after a success counts failures from nothing", () => {
    const door = new Door();
    door.guard = { ...NEW_GUARD, failuresInARow: FAILURES_BEFORE_PAUSE - 1 };
    door.ask();
    expect(door.try(0, false)).toBe("wrong");
    expect(door.ask()).toBe(false);
    door.now += PAUSE_MS;
    expect(door.ask()).toBe(true);
    expect(door.try(1, true)).toBe("right");
    expect(door.guard.failuresInARow).toBe(0);
    expect(door.try(1, true)).toBe("spent");
  });

  it("ends after 10 minutes to the millisecond", () => {
    const door = new Door();
    door.ask();
    door.now += CODE_LIFE_MS - 1;
    expect(door.try(0, false)).toBe("wrong");
    door.now += 1;
    expect(door.try(0, true)).toBe("spent");
  });

  it("is 8 digits, leading zeros included, and is read however it was grouped", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
        expect(codeFrom(Buffer.from(bytes))).toMatch(/^\d{8}$/);
      }),
    );
    expect(codeFrom(Buffer.from("0000000000000007", "hex"))).toBe("00000007");
    expect(["0123 4567", "0123-4567", "01234567"].map(codeDigits)).toEqual(["01234567", "01234567", "01234567"]);
  });
});
