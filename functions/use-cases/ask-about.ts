import type { AskAbout } from "../contract/customer-matters.ts";
import { eventKey } from "../domain/corrections.ts";
import { Refusal } from "../domain/errors.ts";
import { OWN_SOURCE } from "../domain/vocabulary.ts";
import { findShownAccesses, type ShownDeps } from "./find-shown-accesses.ts";
import type { SignedIn } from "./identity-ports.ts";
import { customerOf } from "./open-request.ts";
import { type RaiseDeps, raisePart } from "./raise-part.ts";
import { type AllowanceDeps, spendAllowance } from "./spend-allowance.ts";

export interface AskAboutDeps extends RaiseDeps, ShownDeps, AllowanceDeps {
  readonly store: RaiseDeps["store"] & AllowanceDeps["store"];
  readonly config: RaiseDeps["config"];
}

/**
 * A customer asks why somebody looked. Every row must be theirs and one that their record shows; a row that is held back
 * from it is refused like one that does not exist.
 *
 * Throws `NOT_FOUND` (no such account), `ROWS_UNKNOWN`, `TOO_MANY_TODAY`.
 * @returns Under which reference it is kept: a new matter's, or that of the one which was open.
 */
export const askAbout = async (
  deps: AskAboutDeps,
  customer: SignedIn,
  { account, language, accesses, words }: AskAbout,
): Promise<string> => {
  const customerKey = customerOf(customer, account);
  const found = await findShownAccesses(deps, customerKey, accesses);
  const named = new Set(accesses.map(({ source, eventId }) => eventKey(source, eventId)));
  if (found.length < named.size) throw new Refusal("ROWS_UNKNOWN");

  await spendAllowance(deps, customer.addressKey, "words");
  const { reference } = await raisePart(deps, {
    customerKey,
    part: { kind: "question", accesses: found.map(({ source, eventId }) => ({ source, eventId })), words },
    by: { kind: "customer" },
    language,
    address: customer.address,
    // A complaint about the desk itself is heard by somebody else too.
    tells: found.some(({ source }) => source === OWN_SOURCE) ? ["dpo", "approver"] : ["dpo"],
  });
  return reference;
};
