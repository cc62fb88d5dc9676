/** `todo`: somebody has to act. `unknown`: it could not be looked at, so somebody else has to. */
export type CheckState = "ok" | "todo" | "unknown";

/** One thing that the doctor looked at. */
export interface Check {
  /** Stable, for programs: `mail.account`. */
  readonly id: string;
  /** For people, in a few words. */
  readonly about: string;
  readonly state: CheckState;
  /** What was found, as a sentence. */
  readonly says: string;
  /** What to do next, as a sentence; where all is well, advice. */
  readonly next?: string;
}

/** What was found, still without a name. */
export type Finding = Pick<Check, "state" | "says" | "next">;

export const fine = (says: string, next?: string): Finding => ({
  state: "ok",
  says,
  ...(next !== undefined && { next }),
});
export const toDo = (says: string, next: string): Finding => ({ state: "todo", says, next });
export const unknown = (says: string, next: string): Finding => ({ state: "unknown", says, next });

export const check = (id: string, about: string, finding: Finding): Check => ({ id, about, ...finding });

/** What could be read, or the name of the error that kept it from being read. */
export type Reading<T> = { readonly value: T } | { readonly error: string };

const REASONS: Readonly<Record<string, string>> = {
  CredentialsProviderError: "Sign in to AWS first (AWS_PROFILE, or the environment's credentials).",
  ExpiredToken: "Sign in to AWS again.",
  ExpiredTokenException: "Sign in to AWS again.",
};
const isDenial = (error: string): boolean => /AccessDenied|AuthorizationError|NotAuthorized|Forbidden/.test(error);

/** Judges what was read, and says how to get at it where it could not be. */
export const judged = <T>(reading: Reading<T>, judge: (value: T) => Finding): Finding => {
  if ("value" in reading) return judge(reading.value);
  const next = isDenial(reading.error)
    ? "Attach the policy of the stack's output DoctorPolicyArn to your role, and ask again."
    : (REASONS[reading.error] ?? "Ask again; if it lasts, look at it in the AWS console.");
  return unknown(`This could not be read (${reading.error}).`, next);
};

/** Words as a list for people: `a, b and c`. */
export const listed = (words: readonly string[]): string => new Intl.ListFormat("en-GB").format(words);
