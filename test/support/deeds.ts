import type { Deed, Letter } from "../../functions/contract/matter-entry.ts";
import type { MatterAct } from "../../functions/domain/matter-acts.ts";

/** What people wrote in them. */
export const SAID = "canary words";
const letter: Letter = { kind: "message", language: "en", title: "canary title", paragraphs: [SAID] };
export const question = (words = SAID): Deed => ({
  act: "raise",
  part: { kind: "question", accesses: [{ source: "orders", eventId: "e-1" }], words },
});
export const BALANCING = { essentialFor: SAID, otherMeans: SAID, employeeView: SAID, safety: SAID };
const accesses = [{ source: "orders", eventId: "e-1" }];
/** One deed for each act. */
export const DEEDS: { readonly [Act in MatterAct]: Extract<Deed, { act: Act }> } = {
  raise: { act: "raise", part: { kind: "question", accesses, words: SAID } },
  join: { act: "join", part: { kind: "question", accesses, words: SAID } },
  write: { act: "write", words: SAID },
  readdress: { act: "readdress" },
  clarify: { act: "clarify", words: SAID },
  take: { act: "take" },
  note: { act: "note", words: SAID },
  message: { act: "message", words: SAID, letter },
  ask: {
    ...{ act: "ask", askId: "a-1", to: "employee", employeeId: "emp-7", words: SAID },
    ...{ answerBy: "2026-06-22", sentTo: "canary@example.com" },
  },
  answer: { act: "answer", askId: "a-1", words: SAID },
  lapse: { act: "lapse", askId: "a-1" },
  overdue: { act: "overdue", what: "answer", deadline: "2026-07-15" },
  explain: { act: "explain", accesses, words: SAID, letter },
  pause: { act: "pause", words: SAID, letter },
  resume: { act: "resume", words: SAID },
  extend: { act: "extend", words: SAID, letter },
  restrict: { act: "restrict", purpose: "FRAUD_SECURITY", until: "2026-12-31", words: SAID },
  lift: { act: "lift", purpose: "FRAUD_SECURITY", words: SAID },
  "propose-release": { act: "propose-release", employeeId: "emp-7", balancing: BALANCING },
  "approve-release": { act: "approve-release", employeeId: "emp-7", words: SAID, letter },
  "decline-release": { act: "decline-release", employeeId: "emp-7", words: SAID },
  "expire-release": { act: "expire-release", employeeId: "emp-7" },
  "mark-misuse": { act: "mark-misuse", employeeId: "emp-7", accesses, words: SAID },
  "look-back": { act: "look-back", employeeId: "emp-7", customers: 1, accesses: 1 },
  "decide-breach": { act: "decide-breach", decision: { kind: "notified", reasons: SAID } },
  refuse: { act: "refuse", ground: "excessive", partly: false, words: SAID, letter },
  close: { act: "close", outcome: "explained", words: SAID },
};
export const ACT_NAMES = Object.values(DEEDS).map(({ act }) => act);
