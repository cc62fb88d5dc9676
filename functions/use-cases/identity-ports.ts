/** A customer who has shown control of an address, as the server knows them. */
export interface SignedIn {
  /** SHA-256 of the token in the cookie, base64url. */
  readonly sessionKey: string;
  readonly addressKey: string;
  /** In clear, for the confirmations that go to it. */
  readonly address: string;
  /** Keys of the customers behind the address, in the order that `account` 1, 2, … counts them. At least one. */
  readonly accounts: readonly string[];
  /** UTC instants. */
  readonly idleEndsAt: string;
  readonly endsAt: string;
}
