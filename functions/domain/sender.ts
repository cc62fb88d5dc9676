import type { Channel } from "./matter-vocabulary.ts";
import type { RegimeId } from "./regimes.ts";

/** Calling codes (ITU-T E.164), and the digit that national numbers begin with and international ones leave out. */
const NUMBERING: Readonly<Record<string, { readonly code: string; readonly trunk: string }>> = {
  GB: { code: "44", trunk: "0" },
  FR: { code: "33", trunk: "0" },
  DE: { code: "49", trunk: "0" },
  ES: { code: "34", trunk: "" },
  IE: { code: "353", trunk: "0" },
  BE: { code: "32", trunk: "0" },
  NL: { code: "31", trunk: "0" },
  EE: { code: "372", trunk: "" },
  FI: { code: "358", trunk: "0" },
};

/** Channels on which people are reached under a telephone number. */
const BY_NUMBER: readonly Channel[] = ["call", "text", "messenger"];
const SEPARATORS = /[\s().\-/–\u00a0]/g;
/** Below this it is a short code, which no person has. */
const SHORTEST_NUMBER = 7;

/** A telephone number as digits with its country code, `447700900123`; undefined where the text is no number. */
const telephoneDigits = (typed: string, regime: RegimeId): string | undefined => {
  const plain = typed.normalize("NFKC").trim().replaceAll(SEPARATORS, "");
  const [, plus = "", digits = ""] = /^(\+?)(\d+)$/.exec(plain) ?? [];
  if (digits.length < SHORTEST_NUMBER) return undefined;
  const { code = "", trunk = "" } = NUMBERING[regime.slice(0, 2)] ?? {};
  // People write +44 (0)7700 900123; no number goes on with the trunk digit after its code.
  if (plus !== "")
    return trunk !== "" && digits.startsWith(code + trunk) ? code + digits.slice(code.length + 1) : digits;
  if (digits.startsWith("00")) return telephoneDigits(`+${digits.slice(2)}`, regime);
  if (trunk !== "") return digits.startsWith(trunk) ? code + digits.slice(1) : digits;
  return digits.startsWith(code) && digits.length > 9 ? digits : code + digits;
};

/** An account or a mail address: case, a leading @ and the service's web address do not matter. */
const accountName = (typed: string): string =>
  typed
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\/(www\.)?[^/]+\//, "")
    .replace(/^@+|\/+$/g, "");

/** The one spelling of a sender, so that the same number or account is recognised however it was typed. */
export const normalSender = (channel: Channel, typed: string, regime: RegimeId): string =>
  (BY_NUMBER.includes(channel) ? telephoneDigits(typed, regime) : undefined) ?? accountName(typed);

/** Every spelling that `normalSender` may give a number or account, whatever the channel. */
export const spellingsOf = (typed: string, regime: RegimeId): readonly string[] => [
  ...new Set([telephoneDigits(typed, regime) ?? [], accountName(typed)].flat().filter((one) => one !== "")),
];

const LONGEST_TAIL = 4;

/** The last two to four characters, never more than half: enough to recognise, too little to know. */
export const senderTail = (normal: string): string => {
  const most = Math.min(LONGEST_TAIL, Math.max(2, Math.floor(normal.length / 2)));
  let tail = "";
  for (const { segment } of [...new Intl.Segmenter().segment(normal)].toReversed()) {
    if (tail.length + segment.length > most) break;
    tail = segment + tail;
  }
  return tail;
};
