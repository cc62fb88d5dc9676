/** Whoever can be allowed something: a function, or a person at the command line. Every grant verb ends here. */
export interface Grantee {
  /** Adds one statement. Every condition must hold. */
  allow(actions: string[], resources: string[], conditions?: Record<string, Record<string, string | string[]>>): void;
}
