import type { Letter } from "./letter.ts";

/** What the messages say about the company. */
export interface Company {
  readonly name: string;
  readonly dpo: { readonly name: string; readonly email: string };
  /** Host of the portal, as a reader would type it. */
  readonly host: string;
}

/** Every message in one language. None carries a link, a name or anything else about the customer. */
export interface MailWords {
  /** `digits`: the code, grouped 4 and 4. It stands in no subject: subjects show on locked screens. */
  code(company: Company, digits: string): Letter;
  /** The answer that Art. 15 owes those about whom nothing is held. */
  unknown(company: Company): Letter;
  paused(company: Company): Letter;
  confirmation(company: Company, reference: string): Letter;
}
