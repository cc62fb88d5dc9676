/** The digits of a code however it was typed or pasted: with spaces, dashes or full-width digits. */
export const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "");

/** A code as it is read out: four and four. */
export const fourAndFour = (digits: string): string => digits.replace(/^(\d{4})(\d)/, "$1 $2");

export const isCode = (text: string): boolean => /^\d{8}$/.test(digitsOf(text));
