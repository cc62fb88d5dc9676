import type { RegardConfig } from "../contract/config.ts";
import { type Finding, type FindingHit, MAX_HITS } from "../contract/finding.ts";
import { MAX_SIGNAL_WORDS } from "../contract/matter-entry.ts";
import type { Signal } from "../domain/signals/group-hits.ts";
import { firstLanguage } from "../domain/vocabulary.ts";
import { hitsInWords } from "../words/describe-signal.ts";
import { auditLine, commitDecision, newId } from "./commit.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Clock, Random, Versioned } from "./ports.ts";
import { keyOfSignal, type News, newsIn, oneMoreUntold, type RememberDeps, remembering } from "./remember-raised.ts";
import type { SignalStore } from "./signal-ports.ts";

export interface RaiseFindingDeps extends RememberDeps {
  readonly store: Pick<PortalStore, "commit">;
  readonly signals: RememberDeps["signals"] & Pick<SignalStore, "findingOf">;
  readonly config: Pick<RegardConfig, "retention" | "sources" | "timeZone" | "languages">;
  readonly clock: Clock;
  readonly random: Random;
}

const NOT_THERE: Versioned<undefined> = { value: undefined, revision: 0 };

/**
 * Puts what belongs to no customer into the desk's list: into the finding about the same employee or source that is still
 * open, or as a new one. Whatever was in the list before is not put there again, acknowledged or not.
 *
 * @returns Whether there was anything new.
 */
export const raiseFinding = (deps: RaiseFindingDeps, signal: Signal): Promise<boolean> => {
  const { store, signals, keyring, clock, random } = deps;
  const key = keyOfSignal(keyring, signal);
  return commitDecision(store, async () => {
    const raised = await signals.raisedOf(key);
    const news = newsIn(deps, signal, raised.value);
    if (news === undefined) return { changes: [], result: false };
    const last = raised.revision === 0 ? undefined : await signals.findingOf(raised.value.reference);
    const { value: open, revision } = last?.value.state === "open" ? last : NOT_THERE;

    const now = clock();
    const at = new Date(now).toISOString();
    const hits = news.hits.map((hit) => inWords(deps, hit, at));
    const finding: Finding = {
      findingId: newId(random),
      state: "open",
      ...(signal.employeeId !== undefined && { employeeId: signal.employeeId }),
      ...(signal.source !== undefined && { source: signal.source }),
      foundAt: at,
      ...open,
      hits: [...(open?.hits ?? []), ...hits].slice(-MAX_HITS),
      lastFoundAt: at,
    };
    return {
      result: true,
      changes: [
        { kind: "keep-finding", finding: { value: finding, revision } },
        remembering(deps, key, raised, { ...news.next, reference: finding.findingId }, now),
        await oneMoreUntold(deps),
        auditLine(random, "finding-raised", now, key, finding.findingId),
      ],
    };
  });
};

const inWords = ({ config }: RaiseFindingDeps, hit: News["hits"][number], at: string): FindingHit => ({
  rule: hit.rule,
  foundAt: at,
  accesses: hit.accesses.length,
  words: hitsInWords(config, firstLanguage(config), [hit], MAX_SIGNAL_WORDS),
});
