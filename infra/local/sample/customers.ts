/** A customer of the sample company. Every address ends in a domain that nobody can own (RFC 2606). */
export interface SampleCustomer {
  readonly customerId: string;
  readonly emails: readonly string[];
}

const customer = (customerId: string, ...emails: readonly string[]): SampleCustomer => ({ customerId, emails });

export const AMELIA = customer("C-1001", "amelia.hart@example.com");
export const TWO_ADDRESSES = customer("C-10077", "dominic.reyes@example.com", "d.reyes@example.org");
export const COUPLE = [
  customer("C-10101", "the.osbornes@example.net"),
  customer("C-10102", "the.osbornes@example.net"),
] as const;
export const CAFE = customer("C-20001", "orders.copper-kettle@example.org");
export const NEWCOMER = customer("C-10888", "freya.lindqvist@example.com");
export const UNSEEN = customer("C-10990", "samuel.okafor@example.net");

/** The ticket that somebody else's look is explained with is one of theirs. */
export const NEIGHBOUR = customer("C-10055", "helen.whitby@example.com");

export const REGULARS = [
  NEIGHBOUR,
  customer("C-10120", "imran.sheikh@example.org"),
  customer("C-10131", "charlotte.dubois@example.net"),
  customer("C-10144", "lukas.brandt@example.com"),
  customer("C-10150", "maria.fernandes@example.org"),
] as const;

export const CUSTOMERS = [AMELIA, TWO_ADDRESSES, ...COUPLE, CAFE, NEWCOMER, UNSEEN, ...REGULARS] as const;

/** The addresses to try, the most telling first, each with what one will see. */
export const ADDRESSES_TO_TRY = [
  { email: "amelia.hart@example.com", shows: "a year of orders and calls, and some looks that are hard to explain" },
  { email: "d.reyes@example.org", shows: "a customer with two addresses: either one leads to the same record" },
  { email: "the.osbornes@example.net", shows: "one address, two customers: each has a record of their own" },
  { email: "orders.copper-kettle@example.org", shows: "a café with more than a thousand looks, to try the filters on" },
  { email: "freya.lindqvist@example.com", shows: "a new customer with next to nothing" },
  { email: "samuel.okafor@example.net", shows: "a customer whose data nobody looked at" },
  { email: "somebody.else@example.com", shows: "an address that the company does not know" },
] as const;
