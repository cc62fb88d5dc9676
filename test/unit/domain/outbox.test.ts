import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterAnswer,
  isStillOwed,
  MAIL_PRIOR,
  MAX_TRIES,
  type MailAnswer,
  type MailStanding,
  nextStep,
  SENDING_LIFE_MS,
} from "../../../functions/domain/outbox.ts";

const DAY = 24 * 60 * 60 * 1_000;

/** Lives through the answers, one look at the row per step; `crash` is a sender that never came back. */
const lived = (kind: "code" | "confirmation", answers: readonly (MailAnswer | "crash")[], uselessAt: number) => {
  let mail: MailStanding = { state: "pending", tries: 0, at: 0, uselessAt };
  const [sent, states]: [number[], string[]] = [[], ["pending"]];
  let now = 0;
  let maybeArrived = 0;
  for (const answer of answers) {
    const step = nextStep(kind, mail, now);
    if (step === "park") states.push("parked");
    if (step !== "send" && step !== "wait") return { sent, states, maybeArrived, end: step };
    if (step === "send") {
      sent.push(now);
      states.push("sending");
      if (answer !== "refused") maybeArrived += 1;
      mail = { ...mail, state: "sending", tries: mail.tries + 1, at: now };
      if (answer !== "crash") {
        const next = afterAnswer(kind, mail, answer, now);
        states.push(next.state);
        if (next.state === "gone") return { sent, states, maybeArrived, end: next.as };
        if (next.state === "parked") return { sent, states, maybeArrived, end: "park" };
        mail = { ...mail, ...next };
      }
    }
    now += 5 * 60 * 1_000;
  }
  return { sent, states, maybeArrived, end: "waiting" };
};

const answers = fc.array(fc.constantFrom("taken" as const, "refused" as const, "unknown" as const, "crash" as const), {
  maxLength: 400,
});

describe("a message on its way out", () => {
  it("carries a code to the mail service at most once, whatever is answered or lost", () => {
    fc.assert(
      fc.property(answers, (sequence) => {
        expect(lived("code", sequence, 10 * 60 * 1_000).maybeArrived).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("carries a confirmation until the service says that it has it, or parks it after every try", () => {
    fc.assert(
      fc.property(answers, (sequence) => {
        const { sent, end } = lived("confirmation", [...sequence, ...Array<"refused">(600).fill("refused")], 900 * DAY);
        expect(["sent", "park"]).toContain(end);
        expect(sent.length).toBeLessThanOrEqual(MAX_TRIES);
      }),
    );
    expect(lived("confirmation", ["unknown", "refused", "crash", "taken"], 900 * DAY).end).toBe("sent");
  });

  it("goes from state to state only as the table says", () => {
    fc.assert(
      fc.property(answers, (sequence) => {
        const { states } = lived("confirmation", sequence, 900 * DAY);
        states.slice(1).forEach((state, index) => {
          const prior: readonly string[] = Object.entries(MAIL_PRIOR).find(([name]) => name === state)?.[1] ?? [];
          expect(prior).toContain(states[index]);
        });
        expect(states[0]).toBe("pending");
      }),
    );
  });

  it("keeps trying for more than a day before it is parked", () => {
    const { sent, end } = lived("confirmation", Array<"refused">(600).fill("refused"), 900 * DAY);
    expect(end).toBe("park");
    expect(sent.at(-1)).toBeGreaterThan(DAY);
  });

  it("drops a code that would come too late, and leaves one alone that somebody has in hand", () => {
    const mail = { state: "pending", tries: 1, at: 0, uselessAt: 1_000 } as const;
    expect(nextStep("code", mail, 999)).toBe("send");
    expect(nextStep("code", mail, 1_000)).toBe("drop-late");
    expect(nextStep("code", { ...mail, state: "sending" }, SENDING_LIFE_MS - 1)).toBe("wait");
    expect(nextStep("code", { ...mail, state: "sending" }, SENDING_LIFE_MS)).toBe("drop-lost");
  });
});

describe("a mail to somebody who had their data erased", () => {
  const waiting = { state: "pending", tries: 1, at: 0, uselessAt: DAY } as const;

  it("is owed while it tells them something, can still be sent and was not given up", () => {
    expect(isStillOwed("confirmation", waiting, DAY - 1)).toBe(true);
    expect(isStillOwed("news", { ...waiting, state: "sending" }, 0)).toBe(true);
    expect(isStillOwed("confirmation", waiting, DAY)).toBe(false);
    expect(isStillOwed("confirmation", { ...waiting, state: "parked" }, 0)).toBe(false);
  });

  it("is never owed where it is a code", () => {
    expect(isStillOwed("code", waiting, 0)).toBe(false);
    expect(isStillOwed("address-code", waiting, 0)).toBe(false);
  });
});
