/** Accesses for a purpose are held back through a civil date: by the configuration, or by a ruling for one customer. */
interface Restriction {
  readonly purpose: string;
  readonly until: string;
}

/**
 * The purposes whose accesses are held back on the civil date `today` (GDPR Art. 23). A restriction lasts through its
 * last day. While it lasts, an access for such a purpose is treated as if it had never been logged: not counted, not
 * dated, not even able to correct another one. That is what makes two records with and without it the same.
 */
export const restrictedPurposes = (restrictions: readonly Restriction[], today: string): ReadonlySet<string> =>
  new Set(restrictions.filter(({ until }) => today <= until).map(({ purpose }) => purpose));
