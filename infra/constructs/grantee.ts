/** By operator and key, as IAM writes them. */
export type Conditions = Record<string, Record<string, string | string[]>>;

/** Whoever can be allowed something: a function, or a person at the command line. Every grant verb ends here. */
export interface Grantee {
  /** Adds one statement. Every condition must hold. */
  allow(actions: string[], resources: string[], conditions?: Conditions): void;
}
