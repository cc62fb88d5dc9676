import { type Allowed, spend } from "../domain/allowance.ts";
import { Refusal, secondsUntil } from "../domain/errors.ts";
import { commitDecision } from "./commit.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Clock } from "./ports.ts";

export interface AllowanceDeps {
  readonly store: Pick<PortalStore, "commit" | "spentBy">;
  readonly clock: Clock;
}

/** Spends one of what an address may send today. Throws `TOO_MANY_TODAY` with the time until there is another. */
export const spendAllowance = async (
  { store, clock }: AllowanceDeps,
  addressKey: string,
  what: Allowed,
): Promise<void> => {
  const refused = await commitDecision(store, async () => {
    const now = clock();
    const { value, revision } = await store.spentBy(addressKey, what);
    const spent = spend(what, value, now);
    if (spent.outcome === "refused") {
      const retryAfterSeconds = secondsUntil(spent.retryAt, now);
      return { changes: [], result: new Refusal("TOO_MANY_TODAY", { retryAfterSeconds }) };
    }
    const to = { value: spent.spentAt, revision };
    return { changes: [{ kind: "spend", addressKey, what, spentAt: to, now }], result: undefined };
  });
  if (refused !== undefined) throw refused;
};
