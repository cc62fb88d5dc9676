import type { RegardConfig } from "../../contract/config.ts";
import type { Ask } from "../../contract/matter.ts";
import { isPending } from "../../domain/four-eyes.ts";
import { nextState } from "../../domain/matter-acts.ts";
import { lateFrom } from "../../domain/request-clock.ts";
import { type ActDeps, actOnMatter } from "../act-on-matter.ts";
import type { MatterStore } from "../matter-ports.ts";
import { deskNews, type NewsDeps } from "../tell-news.ts";

export interface TickDeps extends ActDeps, NewsDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "openMatters">;
  readonly config: RegardConfig;
}

const BY = { kind: "clock" } as const;

/** Lets end what time ends: questions that nobody answered, and releases that nobody decided. Safe to repeat. */
export const tickMatters = async (deps: TickDeps): Promise<void> => {
  const now = deps.clock();
  const isLate = ({ answerBy, state }: Ask) =>
    state === "open" && now >= Date.parse(lateFrom(answerBy, deps.config.timeZone));

  for (const { reference, state, asks, release } of await deps.matters.openMatters()) {
    if (nextState("lapse", state) === undefined) continue;
    for (const { askId } of asks.filter(isLate)) {
      await actOnMatter(deps, { reference, by: BY }, "lapse", (matter, at) => {
        if (!matter.asks.some((ask) => ask.askId === askId && ask.state === "open")) return undefined;
        const lapsed = matter.asks.map((ask) => (ask.askId === askId ? { ...ask, state: "lapsed" as const } : ask));
        return { deed: { act: "lapse", askId }, to: { asks: lapsed }, more: [deskNews(deps, "dpo", at, reference)] };
      });
    }
    if (release?.state !== "proposed" || isPending(release, now)) continue;
    await actOnMatter(deps, { reference, by: BY }, "expire-release", ({ release: waiting }, at) => {
      if (waiting?.state !== "proposed" || isPending(waiting, at)) return undefined;
      return {
        deed: { act: "expire-release", employeeId: waiting.employeeId },
        to: { release: { ...waiting, state: "expired" } },
        more: [deskNews(deps, "dpo", at, reference)],
      };
    });
  }
};
