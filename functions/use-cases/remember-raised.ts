import type { RegardConfig } from "../contract/config.ts";
import { eraseAt } from "../domain/retention.ts";
import { basisOf } from "../domain/signals/basis.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { type Hit, SIGNAL_RULES } from "../domain/signals/signal.ts";
import type { Change } from "./identity-ports.ts";
import type { Keyring, Versioned } from "./ports.ts";
import type { Raised, SignalStore } from "./signal-ports.ts";

export interface RememberDeps {
  readonly signals: Pick<SignalStore, "raisedOf" | "untold">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly config: Pick<RegardConfig, "retention">;
}

/** Enough to tell the accesses of one pair apart: 72 bits. */
const HASH_BYTES = 9;
/** The oldest are forgotten past it; one item of the store holds no more. */
const MAX_BASIS = 20_000;

/** Under which key it is remembered what was raised. Names neither the employee nor the customer. */
export const raisedKey = (keyring: Pick<Keyring, "mac">, ...about: readonly string[]): string =>
  keyring.mac("raised", ...about).toString("base64url");

export const keyOfSignal = (keyring: Pick<Keyring, "mac">, signal: Signal): string =>
  raisedKey(keyring, signal.employeeId ?? "", signal.customerKey ?? "", signal.source ?? "");

/** What a signal brings that was not raised before. */
export interface News {
  /** The hits that stand on something new, or whose rule is new. */
  readonly hits: readonly Hit[];
  /** Keys of accesses that nobody was told of, in the order of the signal. */
  readonly accesses: readonly string[];
  /** Whether anything that a hit stands on is new: otherwise a rule alone. */
  readonly isFresh: boolean;
  readonly next: Omit<Raised, "reference">;
}

/** Undefined where everything was raised before. */
export const newsIn = ({ keyring }: RememberDeps, signal: Signal, raised: Raised): News | undefined => {
  const hash = (text: string): string =>
    keyring.mac("raised basis", text).subarray(0, HASH_BYTES).toString("base64url");
  const known = new Set(raised.basis);
  const isNew = (text: string): boolean => !known.has(hash(text));
  const hits = signal.hits.filter((hit) => !raised.rules.includes(hit.rule) || basisOf(hit).some(isNew));
  if (hits.length === 0) return undefined;
  const basis = [...new Set(hits.flatMap(basisOf).map(hash))].filter((one) => !known.has(one));
  const rules = new Set([...raised.rules, ...hits.map(({ rule }) => rule)]);
  return {
    hits,
    accesses: signal.accesses.filter(isNew),
    isFresh: basis.length > 0,
    next: {
      rules: SIGNAL_RULES.filter((rule) => rules.has(rule)),
      basis: [...raised.basis, ...basis].slice(-MAX_BASIS),
    },
  };
};

/** Remembers what is raised, until no access of today is in the log any more. */
export const remembering = (
  { config }: Pick<RememberDeps, "config">,
  key: string,
  before: Versioned<Raised>,
  next: Raised,
  now: number,
): Change => {
  const until = Date.parse(eraseAt(new Date(now).toISOString(), config.retention.months));
  return { kind: "remember-raised", raisedKey: key, raised: { value: next, revision: before.revision }, until };
};

/** One more that the desk has not been told of. */
export const oneMoreUntold = async ({ signals }: RememberDeps): Promise<Change> => {
  const { value, revision } = await signals.untold();
  return { kind: "count-untold", untold: { value: value + 1, revision } };
};
