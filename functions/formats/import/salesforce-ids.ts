const CHECK_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

/**
 * A Salesforce id in its form of 18 characters: the form of 15 tells capitals from small letters, and three more say
 * which of each five are capitals. Both mean the same record; anything else is left as it is.
 */
export const recordIdOf = (id: string): string => {
  if (!/^[A-Za-z0-9]{15}$/.test(id)) return id;
  const check = [0, 5, 10].map((from) => {
    const capitals = [...id.slice(from, from + 5)].reduce(
      (sum, letter, at) => sum + (/[A-Z]/.test(letter) ? 2 ** at : 0),
      0,
    );
    return CHECK_CHARACTERS[capitals] ?? "";
  });
  return `${id}${check.join("")}`;
};
