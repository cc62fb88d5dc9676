import { describe, expect, it } from "vitest";
import type { Deed, Entry, Letter } from "../../../functions/contract/matter-entry.ts";
import { customerLines, letterAmong } from "../../../functions/domain/customer-lines.ts";

const AT = "2026-06-15T09:00:00.000Z";
const access = { source: "crm", eventId: "e-1" };
const letter: Letter = { kind: "message", language: "fr", title: "Bonjour", paragraphs: ["Nous cherchons."] };
const entry = (id: string, deed: Deed): Entry => ({
  id,
  at: AT,
  by: { kind: "staff", role: "dpo", id: "E-canary", name: "Canary Officer" },
  deed,
});

describe("what a customer may read of a matter", () => {
  it("is what they wrote and the letters to them", () => {
    const lines = customerLines(
      [
        entry("1", { act: "raise", part: { kind: "question", accesses: [access], words: "Why?" }, letter }),
        entry("2", { act: "write", words: "And again." }),
        entry("3", { act: "clarify", words: "I mean May." }),
        entry("4", { act: "message", words: "canary", letter }),
      ],
      () => "2026-05-03T09:30:00.000Z",
    );
    expect(lines.map(({ kind }) => kind)).toEqual(["question", "letter", "words", "words", "letter"]);
    expect(lines[0]).toEqual({ kind: "question", at: AT, words: "Why?", looks: ["2026-05-03T09:30:00.000Z"] });
    expect(lines[4]).toMatchObject({ letterId: "4", about: "message", language: "fr", title: "Bonjour" });
  });

  it("is of a contact no more than the last characters of its sender", () => {
    const sender = { key: "canary", tail: "0123" };
    const part = {
      kind: "contact-report",
      contactedOn: "2026-06-14",
      channel: "text",
      safety: "unsafe",
      sender,
    } as const;
    expect(customerLines([entry("1", { act: "raise", part: { ...part, safeWay: "canary" } })])).toEqual([
      { kind: "contact-report", at: AT, contactedOn: "2026-06-14", channel: "text", senderTail: "0123" },
    ]);
  });

  it("is nothing of what the company does inside", () => {
    const employeeId = "canary";
    const inside: readonly Deed[] = [
      { act: "raise", part: { kind: "signal", rule: "canary", employeeId, accesses: [access], words: "canary" } },
      { act: "take" },
      { act: "note", words: "canary" },
      {
        act: "ask",
        askId: "a",
        to: "manager",
        employeeId,
        words: "canary",
        sentTo: "lead@example.com",
        answerBy: "2026-06-22",
      },
      { act: "answer", askId: "a", words: "canary" },
      { act: "lapse", askId: "a" },
      { act: "resume", words: "canary" },
      { act: "restrict", purpose: "FRAUD_SECURITY", until: "2026-12-31", words: "canary" },
      { act: "lift", purpose: "FRAUD_SECURITY", words: "canary" },
      { act: "decline-release", employeeId, words: "canary" },
      { act: "look-back", employeeId, customers: 3, accesses: 9 },
      { act: "mark-misuse", employeeId, accesses: [access], words: "canary" },
      { act: "close", outcome: "no-finding", words: "canary" },
    ];
    expect(customerLines(inside.map((deed, index) => entry(String(index), deed)))).toEqual([]);
  });

  it("names no employee, not even with a letter", () => {
    const lines = customerLines([entry("1", { act: "explain", accesses: [access], words: "canary words", letter })]);
    expect(JSON.stringify(lines)).not.toMatch(/canary/i);
  });

  it("gives a letter under its own name and no other", () => {
    const entries = [entry("1", { act: "take" }), entry("2", { act: "message", words: "w", letter })];
    expect(letterAmong(entries, "2")).toEqual({ letter, at: AT });
    expect([letterAmong(entries, "1"), letterAmong(entries, "3")]).toEqual([undefined, undefined]);
  });
});
