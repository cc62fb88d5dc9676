import type { EvidenceRule } from "../evidence.ts";
import { aboutPair, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";

const CONTRADICTED: ReadonlySet<EvidenceRule> = new Set<EvidenceRule>([
  "CASE_NOT_FOUND",
  "CASE_OF_ANOTHER",
  "CASE_OPENED_LATER",
  "CASE_CLOSED_LONG_AGO",
]);

/** Looks for a case that is another customer's, is unknown, or does not fit in time. */
export const contradictedCase = ({ unlinked }: Pick<Sifted, "unlinked">): readonly Hit<"contradicted-case">[] => {
  const looks = unlinked.filter(({ evidence }) => CONTRADICTED.has(evidence.rule));
  const [first] = looks;
  if (first === undefined) return [];
  return [
    { rule: "contradicted-case", ...aboutPair(looks), inputs: { ...spanOf(looks), evidence: first.evidence.rule } },
  ];
};
