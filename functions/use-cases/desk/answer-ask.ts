import type { RegardConfig } from "../../contract/config.ts";
import type { Ask, Matter } from "../../contract/matter.ts";
import { Refusal } from "../../domain/errors.ts";
import { tokenKey } from "../../domain/session.ts";
import { type ActDeps, actOnMatter } from "../act-on-matter.ts";
import { findAccesses } from "../find-accesses.ts";
import { accessJudge, type JudgedAccess } from "../judge-accesses.ts";
import type { AskLink, MatterStore } from "../matter-ports.ts";
import type { AccessLog, Facts } from "../ports.ts";
import { deskNews, type NewsDeps } from "../tell-news.ts";

export interface AnswerAskDeps extends ActDeps, NewsDeps {
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf" | "linkOf">;
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "cases">;
  readonly config: RegardConfig;
}

/** The open ask behind a link. Throws LINK_SPENT where there is none any more, whatever the reason. */
const askBehind = async (
  { matters, clock }: Pick<AnswerAskDeps, "matters" | "clock">,
  token: string,
): Promise<{ link: AskLink; matter: Matter; ask: Ask }> => {
  const link = await matters.linkOf(tokenKey(token));
  if (link === undefined || clock() >= link.endsAt) throw new Refusal("LINK_SPENT");
  const matter = (await matters.matterOf(link.reference))?.value;
  const ask = matter?.asks.find(({ askId }) => askId === link.askId);
  if (matter === undefined || ask?.state !== "open") throw new Refusal("LINK_SPENT");
  return { link, matter, ask };
};

/** What somebody who is asked has to know: the question and the looks, and nothing of the customer. */
export interface AskShown {
  readonly to: Ask["to"];
  readonly words: string;
  readonly answerBy: string;
  readonly looks: readonly JudgedAccess[];
}

/** Shows what is asked. Opening the link does not spend it: whoever is asked may want to look something up first. */
export const readAsk = async (deps: AnswerAskDeps, token: string): Promise<AskShown> => {
  const { matter, ask } = await askBehind(deps, token);
  const asked = (await deps.matters.entriesOf(matter.reference)).find(
    ({ deed }) => deed.act === "ask" && deed.askId === ask.askId,
  );
  if (asked?.deed.act !== "ask") throw new Refusal("LINK_SPENT");
  const judge = accessJudge(deps.facts, deps.config, new Date(deps.clock()).toISOString());
  const looks = await judge(await findAccesses(deps.accessLog, matter.customerKey, ask.accesses));
  return { to: ask.to, words: asked.deed.words, answerBy: ask.answerBy, looks };
};

/** Takes the one answer. It stands beside the looks from then on; nothing of the log is changed by it. */
export const answerAsk = async (
  deps: AnswerAskDeps,
  { token, words }: { readonly token: string; readonly words: string },
): Promise<void> => {
  const { link, ask } = await askBehind(deps, token);
  const { reference } = link;
  const by = { kind: "employee", to: ask.to, employeeId: ask.employeeId } as const;
  const act = actOnMatter(deps, { reference, by }, "answer", async (matter, now) => {
    await askBehind(deps, token); // asked again, because another answer may have been faster
    return {
      deed: { act: "answer", askId: ask.askId, words },
      to: { asks: matter.asks.map((one) => (one.askId === ask.askId ? { ...one, state: "answered" as const } : one)) },
      more: [{ kind: "spend-link", tokenKey: link.tokenKey }, deskNews(deps, "dpo", now, reference)],
    };
  });
  await act.catch((error: unknown) => {
    // Closed between the two reads. Whoever has a link learns nothing of the matter but that the link has ended.
    if (error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE") throw new Refusal("LINK_SPENT");
    throw error;
  });
};
