import type { CandidateWords } from "../candidate-words.ts";
import { counter } from "../plural.ts";

const count = counter("en");

export const candidate: CandidateWords = {
  number:
    "By the company’s list, the number or account is theirs. It can be shared, passed on or forged: that is a reason to ask them and no proof.",
  looks: (n) =>
    count(
      n,
      "They saw how to reach the customer once in the 30 days before.",
      "They saw how to reach the customer # times in the 30 days before.",
    ),
  noLooks:
    "The log shows no look of theirs at how to reach the customer in the 30 days before. A customer’s number can also be learnt elsewhere.",
  unconfirmed: (n) =>
    count(n, "For one look nothing bears the reason out.", "For # looks nothing bears the reason out."),
  allConfirmed: "Every one of these looks had a reason that is borne out.",
  near: (n) => count(n, "One look was within the last two days.", "# looks were within the last two days."),
};
