import { randomBytes } from "node:crypto";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { accessEvent } from "../../functions/contract/access-event.ts";
import type { RegardConfigInput } from "../../functions/contract/config.ts";
import { signal } from "../../functions/contract/matter-entry.ts";
import type { Outcome } from "../../functions/domain/matter-vocabulary.ts";
import { actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import { appendAccesses } from "../../functions/use-cases/append-accesses.ts";
import { judgeArrivals } from "../../functions/use-cases/judge-arrivals.ts";
import { eventInput } from "./arrivals.ts";
import { memoryApart } from "./fakes/memory-apart.ts";
import { memoryErasures } from "./fakes/memory-erasures.ts";
import { memoryMatters } from "./fakes/memory-matters.ts";
import { memoryUsualDays } from "./fakes/memory-usual-days.ts";
import { WATCHED_AT, watchedCompany } from "./watched-company.ts";

const MINUTE = 60_000;
const DPO = { kind: "staff", role: "dpo", id: "dpo-1", name: "Eleanor Ashby" } as const;

/** What one part of a matter says, as far as tests compare it. */
export interface PartSeen {
  readonly customerKey: string;
  readonly employeeId: string;
  readonly rules: readonly string[];
  readonly accesses: readonly string[];
}

/** A company in memory whose desk gets what the rules find in the accesses that arrive. */
export const signalDesk = (config: Partial<RegardConfigInput> = {}) => {
  const kept = watchedCompany(config);
  const desk = memoryMatters();
  let now = Date.parse(WATCHED_AT);
  const clock = () => now;
  const keyring = createKeyring("a secret of at least thirty-two characters");
  const watching = { apart: memoryApart(clock), usualDays: memoryUsualDays(), erasures: memoryErasures() };
  const parts = { ...kept, ...desk, ...watching, keyring, random: randomBytes, clock };
  const missed = (cause: unknown) => {
    throw cause;
  };
  const by = DPO;

  return {
    ...parts,
    pass: (ms: number) => {
      now += ms;
    },
    /** Events as a company sends them. Without a case where none is given. */
    arrive: (...events: readonly Partial<AccessEventInput>[]) =>
      appendAccesses(
        { ...parts, missed },
        { events: events.map((event) => accessEvent.parse(eventInput({ case: undefined, ...event }))) },
      ),
    /** The schedule's turn, some minutes later. */
    turn: (changes: Partial<typeof parts> = {}) => {
      now += 5 * MINUTE;
      return judgeArrivals({ ...parts, ...changes }, now + MINUTE);
    },
    /** Everything that matters were made of by rules, in the order in which it came. */
    partsRaised: async (): Promise<readonly PartSeen[]> => {
      const closed = await Promise.all(["2026-07", "2026-08"].map(desk.matters.closedMatters));
      const all = [...closed.flat(), ...(await desk.matters.openMatters())];
      const entries = await Promise.all(
        all.map(async ({ reference, customerKey }) =>
          (await desk.matters.entriesOf(reference)).flatMap(({ deed }) =>
            (deed.act === "raise" || deed.act === "join") && deed.part.kind === "signal"
              ? [{ customerKey, ...signal.parse(deed.part) }]
              : [],
          ),
        ),
      );
      return entries.flat().map(({ customerKey, employeeId, rule, accesses }) => ({
        customerKey,
        employeeId,
        rules: rule.split(", "),
        accesses: accesses.map(({ source, eventId }) => `${source} ${eventId}`),
      }));
    },
    /** The data protection officer takes every open matter and closes it. */
    closeAll: async (outcome: Outcome) => {
      for (const { reference } of await desk.matters.openMatters()) {
        await actOnMatter(parts, { reference, by }, "take", () => ({ deed: { act: "take" } }));
        await actOnMatter(parts, { reference, by }, "close", () => ({
          deed: { act: "close", outcome, words: "Seen." },
          to: { outcome },
        }));
      }
    },
  };
};
