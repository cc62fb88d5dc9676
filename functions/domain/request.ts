export type RequestState = "received" | "answered";

/** Which states a state of a request may follow. A request that was answered never moves again. */
export const REQUEST_PRIOR: { readonly [State in RequestState]: readonly RequestState[] } = {
  received: [],
  answered: ["received"],
};

/** Proof of what was asked and when it was answered is kept as long as the longest log retention (36 months). */
export const REQUEST_LIFE_MS = 1_096 * 24 * 60 * 60 * 1_000;

export const REFERENCE_BYTES = 5;
/** Crockford's base 32: no I, L, O or U, so that nobody misreads a reference on the telephone. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** RG-XXXX-XXXX: eight digits of five bits from five random bytes. */
export const referenceFrom = (bytes: Buffer): string => {
  const digits = Array.from({ length: 8 }, (_, place) => {
    const value = (bytes.readUIntBE(0, REFERENCE_BYTES) / 32 ** (7 - place)) % 32;
    return ALPHABET.charAt(Math.floor(value));
  }).join("");
  return `RG-${digits.slice(0, 4)}-${digits.slice(4)}`;
};
