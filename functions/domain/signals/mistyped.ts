/** An id longer than this is not typed by hand. */
const TYPED_LENGTH = 24;

/**
 * What somebody may have meant who typed `id`: one digit is another one, or two neighbours changed places. Whether such
 * a case exists, and whether it explains anything, the facts say.
 */
export const meantIds = (id: string): readonly string[] => {
  if (id.length > TYPED_LENGTH) return [];
  const signs = [...id];
  const swapped = signs.slice(1).map((sign, at) => signs.toSpliced(at, 2, sign, signs[at] ?? "").join(""));
  const replaced = signs.flatMap((sign, at) =>
    /\d/.test(sign) ? Array.from({ length: 10 }, (_, digit) => signs.with(at, String(digit)).join("")) : [],
  );
  return [...new Set([...swapped, ...replaced])].filter((meant) => meant !== id);
};
