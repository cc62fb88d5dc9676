import type { ReportContact } from "../contract/customer-matters.ts";
import type { Part } from "../contract/matter-entry.ts";
import { Refusal } from "../domain/errors.ts";
import { civilDateOf } from "../domain/period.ts";
import { normalSender, senderTail } from "../domain/sender.ts";
import type { SignedIn } from "./identity-ports.ts";
import { customerOf } from "./open-request.ts";
import type { Keyring } from "./ports.ts";
import { type RaiseDeps, raisePart } from "./raise-part.ts";
import { senderKey } from "./sender-key.ts";
import { type AllowanceDeps, spendAllowance } from "./spend-allowance.ts";

export interface ReportContactDeps extends RaiseDeps, AllowanceDeps {
  readonly store: RaiseDeps["store"] & AllowanceDeps["store"];
  readonly keyring: Pick<Keyring, "mac">;
}

/** Where a day begins first: a customer may be anywhere, and their today is not in the future. */
const EARLIEST_ZONE = "Pacific/Kiritimati";

/**
 * A customer reports that somebody who works at the company contacted them. They need to know nothing but the day, the
 * channel and how they feel; the sender's number or account is kept as a keyed hash and its last characters.
 *
 * Throws `NOT_FOUND` (no such account), `REQUEST_INVALID` for a day to come, `TOO_MANY_TODAY`.
 * @returns Under which reference it is kept: a new matter's, or that of the one which was open.
 */
export const reportContact = async (
  deps: ReportContactDeps,
  customer: SignedIn,
  { account, language, from, ...told }: ReportContact,
): Promise<string> => {
  const customerKey = customerOf(customer, account);
  if (told.contactedOn > civilDateOf(deps.clock(), EARLIEST_ZONE)) {
    throw new Refusal("REQUEST_INVALID", { field: "contactedOn", detail: "The day lies in the future." });
  }
  const normal = from === undefined ? "" : normalSender(told.channel, from, deps.config.jurisdictions[0]);
  const sender = { key: senderKey(deps.keyring, normal), tail: senderTail(normal) };
  const part: Part = { kind: "contact-report", ...told, ...(sender.tail !== "" && { sender }) };

  await spendAllowance(deps, customer.addressKey, "words");
  const { reference } = await raisePart(deps, {
    customerKey,
    part,
    by: { kind: "customer" },
    language,
    address: customer.address,
  });
  return reference;
};
