import type { EvidenceRule } from "../evidence.ts";
import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

/**
 * Nothing names a case, or what is named cannot be so. Reasons that need no case and mistakes that were closed at once
 * are left to the other rules: alone they say nothing.
 */
const WITHOUT_LINK: ReadonlySet<EvidenceRule> = new Set<EvidenceRule>([
  "REASON_MISSING",
  "CASE_NOT_NAMED",
  "PERSON_NOT_AUTOMATIC",
  "OPENED_NOT_LISTED",
]);

/** Looks that no case bears out: none is named, and the employee is on none that the customer had at that time. */
export const noBusinessLink = ({ unlinked }: Pick<Sifted, "unlinked">): readonly Hit<"no-business-link">[] => {
  const looks = unlinked.filter(({ evidence }) => WITHOUT_LINK.has(evidence.rule));
  return looks.length === 0 ? [] : [{ rule: "no-business-link", ...aboutPair(looks), inputs: spanOf(looks) }];
};
