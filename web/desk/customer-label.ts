/** Crockford's base 32: no letter that looks like a digit. */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const KEY_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** How a list calls a customer whom nobody has to know: eight signs of their key, as 7KQ2-M4XB. */
export const customerLabel = (customerKey: string): string => {
  const signs = [...customerKey.slice(0, 8)].map((sign) => SIGNS[Math.max(0, KEY_SIGNS.indexOf(sign)) % 32] ?? "0");
  return `${signs.slice(0, 4).join("")}-${signs.slice(4).join("")}`;
};
