/** The digits of a code however it was typed or pasted: with spaces, dashes or full-width digits. */
export const digitsOf = (text: string): string => text.normalize("NFKC").replace(/\D/g, "");

/** A code as it is read out: four and four. */
export const fourAndFour = (digits: string): string => digits.replace(/^(\d{4})(\d)/, "$1 $2");

export const isCode = (text: string): boolean => /^\d{8}$/.test(digitsOf(text));

/** Groups a code while it is typed; not where somebody mends something in the middle of it. */
export const groupDigits = (input: HTMLInputElement): void =>
  input.addEventListener("input", () => {
    if (input.selectionStart === input.value.length) input.value = fourAndFour(digitsOf(input.value));
  });
