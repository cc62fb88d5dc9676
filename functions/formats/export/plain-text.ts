// C0 and C1 controls, line separators, direction overrides and isolates, lone surrogates: a reader would not see them,
// and a spreadsheet or a terminal would obey them.
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\u202a-\u202e\u2066-\u2069]/gu;

/** One line of text in which nothing hides: what cannot be seen is shown as U+FFFD. Intake refuses it already. */
export const plainText = (text: string): string => text.replace(UNSEEN, "\ufffd");
