import { Refusal } from "../domain/errors.ts";
import { clarified } from "../domain/matter-clock.ts";
import { civilDateOf } from "../domain/period.ts";
import { type ActDeps, actOnMatter } from "./act-on-matter.ts";
import { findOwnMatter } from "./find-own-matter.ts";
import type { SignedIn } from "./identity-ports.ts";
import type { MatterStore } from "./matter-ports.ts";
import { isSentAgain } from "./sent-again.ts";
import { type AllowanceDeps, spendAllowance } from "./spend-allowance.ts";
import { deskNews, type NewsDeps } from "./tell-news.ts";

export interface WriteInMatterDeps extends ActDeps, NewsDeps, AllowanceDeps {
  readonly store: ActDeps["store"] & AllowanceDeps["store"];
  readonly matters: Pick<MatterStore, "matterOf" | "entriesOf">;
  readonly config: NewsDeps["config"] & { readonly timeZone: string };
}

/**
 * The customer adds to their own matter. Where they were asked what they mean, this is the answer, and the clock goes on
 * (LAW L3). News goes from now on to the address they are signed in with. What is sent again, because the answer was lost,
 * is kept once.
 *
 * Throws `NOT_FOUND`, `ACT_NOT_POSSIBLE` where it is closed, `TOO_MANY_TODAY`.
 */
export const writeInMatter = async (
  deps: WriteInMatterDeps,
  customer: SignedIn,
  { reference, words }: { readonly reference: string; readonly words: string },
): Promise<void> => {
  const { matter } = await findOwnMatter(deps.matters, customer, reference);
  if (matter.state === "closed") throw new Refusal("ACT_NOT_POSSIBLE");
  await spendAllowance(deps, customer.addressKey, "words");

  const acting = { reference, by: { kind: "customer" } } as const;
  const { address } = customer;
  const news = (now: number) => [deskNews(deps, "dpo", now, reference)];
  const write = () =>
    actOnMatter(deps, acting, "write", async (_, now) =>
      isSentAgain(await deps.matters.entriesOf(reference), words, now)
        ? undefined
        : { deed: { act: "write", words }, to: { address }, more: news(now) },
    );
  const clarify = () =>
    actOnMatter(deps, acting, "clarify", (from, now) => ({
      deed: { act: "clarify", words },
      to: { address, clock: clarified(from.clock, civilDateOf(now, deps.config.timeZone)) },
      more: news(now),
    }));

  if (matter.state !== "paused") return void (await write());
  await clarify().catch((error: unknown) => {
    // The desk let the clock go on meanwhile: the words are kept all the same.
    if (error instanceof Refusal && error.code === "ACT_NOT_POSSIBLE") return write();
    throw error;
  });
};
