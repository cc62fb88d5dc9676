/** What became of an event, in the service's words. */
export interface Settled {
  readonly outcome: "accepted" | "duplicate" | "rejected" | "quarantined";
  /** The service's code, where it did not take the event. */
  readonly code?: string;
  readonly field?: string;
}

const OUTCOMES = ["accepted", "duplicate", "rejected", "quarantined"] as const;

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const text = (value: unknown, name: string) => {
  const found = member(value, name);
  return typeof found === "string" ? { [name]: found } : {};
};

const settledIn = (value: unknown): Settled | undefined => {
  const said = member(value, "outcome");
  const outcome = OUTCOMES.find((one) => one === said);
  return outcome && { outcome, ...text(value, "code"), ...text(value, "field") };
};

/**
 * The results of a call, in the order of its events. Undefined where the answer is no answer to them: only what the
 * service said in so many words was recorded.
 */
export const resultsIn = (body: string, count: number): readonly Settled[] | undefined => {
  try {
    const results = member(JSON.parse(body), "results");
    const settled = Array.isArray(results) ? results.flatMap((one) => settledIn(one) ?? []) : [];
    return settled.length === count && Array.isArray(results) && results.length === count ? settled : undefined;
  } catch {
    return undefined;
  }
};
