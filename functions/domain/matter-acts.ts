import type { MatterState } from "./matter-vocabulary.ts";

/**
 * Who may act on a matter. `customer`: whose matter it is. `employee`: whoever holds the link of an ask, the employee or
 * their manager. `rule`: a detection rule. `clock`: time itself.
 */
export type Actor = "customer" | "dpo" | "approver" | "employee" | "rule" | "clock";

interface ActRule {
  readonly by: readonly Actor[];
  /** From each state in which it is legal to the state in which it leaves the matter. Every other state refuses it. */
  readonly moves: { readonly [From in MatterState]?: MatterState };
}

const stay = { "in-hand": "in-hand", paused: "paused" } as const;
const stayOpen = { received: "received", ...stay } as const;

/**
 * The life of a matter as data. Use cases ask `nextState`, the store's conditions are made from `priorStates`, and nobody
 * else knows the states. What an act needs beside the state (an extension in time, a second person for a name) stands
 * with that act's own rules.
 */
export const ACTS = {
  /** Opens a matter: a question, a contact report or a signal. */
  raise: { by: ["customer", "rule"], moves: {} },
  /** Adds another of these to the customer's open matter. */
  join: { by: ["customer", "rule"], moves: stayOpen },
  write: { by: ["customer"], moves: stayOpen },
  /** The customer says what they mean: the clock goes on. */
  clarify: { by: ["customer"], moves: { paused: "in-hand" } },
  /** The hold of a new address is over: news goes there, and the old one hears no more of it. */
  readdress: { by: ["customer"], moves: stayOpen },
  take: { by: ["dpo"], moves: { received: "in-hand", ...stay } },
  /** An internal note. */
  note: { by: ["dpo", "approver"], moves: stayOpen },
  message: { by: ["dpo"], moves: stay },
  ask: { by: ["dpo"], moves: stay },
  answer: { by: ["employee"], moves: stay },
  lapse: { by: ["clock"], moves: stay },
  /** A deadline passed, and the desk is told so. */
  overdue: { by: ["clock"], moves: stayOpen },
  explain: { by: ["dpo"], moves: stay },
  pause: { by: ["dpo"], moves: { "in-hand": "paused" } },
  resume: { by: ["dpo"], moves: { paused: "in-hand" } },
  extend: { by: ["dpo"], moves: { "in-hand": "in-hand" } },
  restrict: { by: ["dpo"], moves: stay },
  lift: { by: ["dpo"], moves: stay },
  "propose-release": { by: ["dpo"], moves: stay },
  "approve-release": { by: ["approver"], moves: stay },
  "decline-release": { by: ["approver"], moves: stay },
  "expire-release": { by: ["clock"], moves: stay },
  "mark-misuse": { by: ["dpo"], moves: stay },
  "look-back": { by: ["dpo"], moves: stay },
  "decide-breach": { by: ["dpo"], moves: stay },
  refuse: { by: ["dpo"], moves: { "in-hand": "closed" } },
  close: { by: ["dpo"], moves: { "in-hand": "closed" } },
} as const satisfies Readonly<Record<string, ActRule>>;

export type MatterAct = keyof typeof ACTS;

const rules: { readonly [Act in MatterAct]: ActRule } = ACTS;

/** Where an act leaves a matter; undefined where it is not legal in that state. */
export const nextState = (act: MatterAct, from: MatterState): MatterState | undefined => rules[act].moves[from];

/** The states in which an act is legal; empty for `raise`, before which there is no matter. */
export const priorStates = (act: MatterAct): readonly MatterState[] =>
  (["received", "in-hand", "paused", "closed"] as const).filter((state) => nextState(act, state) !== undefined);

export const mayAct = (act: MatterAct, actor: Actor): boolean => rules[act].by.includes(actor);
