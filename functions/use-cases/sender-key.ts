import type { RegimeId } from "../domain/regimes.ts";
import { spellingsOf } from "../domain/sender.ts";
import type { Keyring } from "./ports.ts";

type Hashing = Pick<Keyring, "mac">;

/** What a number or account is compared by: the same for a customer's report and for the company's own list. */
export const senderKey = (keyring: Hashing, normal: string): string =>
  keyring.mac("sender", normal).toString("base64url");

/** All that a number or account may be compared by, however the customer was reached under it. */
export const senderKeysOf = (keyring: Hashing, typed: string, regime: RegimeId): readonly string[] =>
  spellingsOf(typed, regime).map((normal) => senderKey(keyring, normal));
