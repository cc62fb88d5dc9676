/**
 * Why somebody stands in the list of those who may have contacted a customer: facts about looks, and what does not follow
 * from them. Nobody is accused by it.
 */
export interface CandidateWords {
  readonly number: string;
  /** Within the 30 days before the contact and on its day. */
  readonly looks: (count: number) => string;
  readonly noLooks: string;
  readonly unconfirmed: (count: number) => string;
  readonly allConfirmed: string;
  readonly near: (count: number) => string;
}
