import type { Asked } from "../domain/matter-vocabulary.ts";
import type { Overdue } from "../domain/overdue.ts";
import type { StaffRole } from "../domain/staff.ts";
import type { Letter } from "./letter.ts";

/** What the messages say about the company. */
export interface Company {
  readonly name: string;
  readonly dpo: { readonly name: string; readonly email: string };
  /** Host of the portal, as a reader would type it. */
  readonly host: string;
}

/**
 * Every message in one language. None carries a name or anything else about the customer, and none but `ask` a link: a
 * customer who learns to click in these mails would click in a forged one too.
 */
export interface MailWords {
  /** `digits`: the code, grouped 4 and 4. It stands in no subject: subjects show on locked screens. */
  code(company: Company, digits: string): Letter;
  /** The answer that Art. 15 owes those about whom nothing is held. */
  unknown(company: Company): Letter;
  paused(company: Company): Letter;
  confirmation(company: Company, reference: string): Letter;
  /** That something changed, never what: the mailbox may be read by whoever the customer fears. */
  news(company: Company, reference: string): Letter;
  deskNews(company: Company, reference: string, to: StaffRole): Letter;
  /** A deadline has passed: of the answer to a customer, or of the word on a breach to the authority. */
  deskOverdue(company: Company, reference: string, what: Overdue): Letter;
  /** Once for all that the rules found in one go. */
  signals(company: Company, count: number): Letter;
  /**
   * Neutral: nobody is accused before people decided. The one mail with a link, because whoever is asked has no account
   * here to sign in with. `day`: the last day on which the link works.
   */
  ask(company: Company, link: string, to: Asked, day: string): Letter;
  /** To the new address. */
  addressCode(company: Company, digits: string): Letter;
  /** To the old address. `moment`: when the new one takes its place, by the company's clock. */
  addressChanging(company: Company, moment: string): Letter;
  /** Reads true at the old address and at the new one. */
  addressChanged(company: Company): Letter;
}
