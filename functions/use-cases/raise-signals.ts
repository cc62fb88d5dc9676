import { MAX_SIGNAL_WORDS, type Part } from "../contract/matter-entry.ts";
import { readEventKey } from "../domain/corrections.ts";
import { Refusal } from "../domain/errors.ts";
import { MAX_ACCESSES } from "../domain/matter-vocabulary.ts";
import { isAboutPair, type PairSignal } from "../domain/signals/basis.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { firstLanguage } from "../domain/vocabulary.ts";
import { hitsInWords } from "../words/describe-signal.ts";
import { commitDecision } from "./commit.ts";
import { type RaiseFindingDeps, raiseFinding } from "./raise-finding.ts";
import { type RaiseDeps, raisePart } from "./raise-part.ts";
import { keyOfSignal, type News, newsIn, oneMoreUntold, remembering } from "./remember-raised.ts";
import { signalNews } from "./tell-news.ts";

export interface RaiseSignalsDeps extends RaiseDeps, RaiseFindingDeps {
  readonly config: RaiseDeps["config"];
}

/** Runs that raise about one pair at the same instant are rare; so many in a row are none. */
const ROUNDS = 8;

/**
 * Brings signals to the desk: what is about an employee and a customer as one part of the customer's matter, whatever
 * belongs to no customer into the list of findings. Nobody gets a mail by it (`tellSignals`).
 *
 * What was raised before is remembered, whatever became of it: the same finding is never raised again, more accesses join
 * the open matter or open another, and a new rule over the same accesses joins as long as the matter is open. Safe for any
 * number of calls, at once, repeated and cut off anywhere.
 *
 * @returns How many brought something new.
 */
export const raiseSignals = async (deps: RaiseSignalsDeps, signals: readonly Signal[]): Promise<number> => {
  let raised = 0;
  for (const signal of signals) {
    const isNew = isAboutPair(signal) ? await raisePair(deps, signal) : await raiseFinding(deps, signal);
    if (isNew) raised += 1;
  }
  return raised;
};

const raisePair = async (deps: RaiseSignalsDeps, signal: PairSignal): Promise<boolean> => {
  for (let round = 0; round < ROUNDS; round += 1) {
    try {
      return await raiseNews(deps, signal);
    } catch (error) {
      // Another run raised about this pair meanwhile: what is new has to be worked out again.
      if (!(error instanceof Refusal && error.code === "MATTER_CHANGED")) throw error;
    }
  }
  throw new Refusal("UNAVAILABLE", { retryAfterSeconds: 1 });
};

const raiseNews = async (deps: RaiseSignalsDeps, signal: PairSignal): Promise<boolean> => {
  const { signals, keyring, config, clock, matters } = deps;
  const key = keyOfSignal(keyring, signal);
  const before = await signals.raisedOf(key);
  const news = newsIn(deps, signal, before.value);
  if (news === undefined) return false;
  if (!news.isFresh) {
    const { state } = (await matters.matterOf(before.value.reference))?.value ?? { state: "closed" };
    if (state === "closed") return false;
  }
  await raisePart(deps, {
    customerKey: signal.customerKey,
    part: partOf(deps, signal, news),
    by: { kind: "rule" },
    language: firstLanguage(config),
    tells: [],
    along: async (reference) => {
      if ((await signals.raisedOf(key)).revision !== before.revision) throw new Refusal("MATTER_CHANGED");
      return [remembering(deps, key, before, { ...news.next, reference }, clock()), await oneMoreUntold(deps)];
    },
  });
  return true;
};

/** The newest of the accesses that are new; all of the hits' own where a rule alone is. */
const partOf = ({ config }: RaiseSignalsDeps, { employeeId }: PairSignal, { hits, accesses }: News): Part => {
  const keys = accesses.length > 0 ? accesses : [...new Set(hits.flatMap((hit) => hit.accesses))];
  return {
    kind: "signal",
    rule: hits.map(({ rule }) => rule).join(", "),
    employeeId,
    accesses: keys.slice(-MAX_ACCESSES).map(readEventKey),
    words: hitsInWords(config, firstLanguage(config), hits, MAX_SIGNAL_WORDS),
  };
};

/**
 * Tells the desk how many signals came up since it was told last: one mail at most, and each signal is in exactly one,
 * those of a run that was cut off included.
 *
 * @returns Whether there was anything to tell.
 */
export const tellSignals = (deps: RaiseSignalsDeps): Promise<boolean> =>
  commitDecision(deps.store, async () => {
    const { value: count, revision } = await deps.signals.untold();
    if (count === 0) return { changes: [], result: false };
    return {
      result: true,
      changes: [{ kind: "count-untold", untold: { value: 0, revision } }, signalNews(deps, count, deps.clock())],
    };
  });
