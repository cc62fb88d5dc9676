import type { AuthorityId } from "./authorities.ts";

export const REGIME_IDS = ["GB-ENG", "GB-SCT", "GB-NIR", "FR", "DE", "ES", "IE", "BE", "NL", "EE", "FI"] as const;
export type RegimeId = (typeof REGIME_IDS)[number];

/** What the law of one place says about time limits, as data. */
export interface Regime {
  readonly law: "UK" | "EU";
  /** IANA name of the zone whose civil dates count where the company names no other. */
  readonly timeZone: string;
  readonly authority: AuthorityId;
  /** Whether the time stands still while the scope of a request is being clarified (UK GDPR Art. 12A). */
  readonly mayPause: boolean;
  /** Whether the time starts only when identity information arrives that was reasonably asked for (Art. 12(6)). */
  readonly identityStartsClock: boolean;
  /** The civil date since which complaints to the company are owed an acknowledgement (DPA 2018 s.164A). */
  readonly complaintsSince?: string;
}

const uk: Regime = {
  law: "UK",
  timeZone: "Europe/London",
  authority: "ico",
  mayPause: true,
  identityStartsClock: true,
  complaintsSince: "2026-06-19",
};

// Identity: EDPB guidelines 01/2022 §3.3 let the time count from receipt.
const eu = (authority: AuthorityId, timeZone: string): Regime => ({
  law: "EU",
  timeZone,
  authority,
  mayPause: false,
  identityStartsClock: false,
});

export const REGIMES: Readonly<Record<RegimeId, Regime>> = {
  "GB-ENG": uk,
  "GB-SCT": uk,
  "GB-NIR": uk,
  FR: eu("cnil", "Europe/Paris"),
  DE: eu("bfdi", "Europe/Berlin"),
  ES: eu("aepd", "Europe/Madrid"),
  IE: eu("dpc", "Europe/Dublin"),
  BE: eu("apd-gba", "Europe/Brussels"),
  NL: eu("ap", "Europe/Amsterdam"),
  EE: eu("aki", "Europe/Tallinn"),
  FI: eu("tsv", "Europe/Helsinki"),
};
