import { caseKey } from "../access.ts";
import type { EvidenceRule } from "../evidence.ts";
import { aboutPair, isGrab, type Look, spanOf } from "./look.ts";
import type { Sifted } from "./sift.ts";
import type { Hit } from "./signal.ts";
import { between, type Workday } from "./workday.ts";

const MINUTE = 60_000;

const CONTRADICTED: ReadonlySet<EvidenceRule> = new Set<EvidenceRule>([
  "CASE_NOT_FOUND",
  "CASE_OF_ANOTHER",
  "CASE_OPENED_LATER",
  "CASE_CLOSED_LONG_AGO",
]);

/** Whoever opened the wrong one of two namesakes has the right one on screen after so long. */
const SLIP_MINUTES = 5;

/**
 * The wrong record opened: once, nothing taken from it, and the customer whose case it was opened right after. A glance
 * under the cover of a running job looks the same and is not found by this rule; two of them, or one that reveals
 * anything, are.
 */
const isSlip = ({ access, at, ...look }: Look, { onCaseAt }: Pick<Workday, "onCaseAt">): boolean =>
  access.case !== undefined &&
  !isGrab({ access, ...look }) &&
  between(onCaseAt.get(caseKey(access.case)) ?? [], (time) => time, at, at + SLIP_MINUTES * MINUTE).length > 0;

/** Looks for a case that is another customer's, is unknown, or does not fit in time. */
export const contradictedCase = ({
  unlinked,
  workday,
}: Pick<Sifted, "unlinked"> & { readonly workday: Pick<Workday, "onCaseAt"> }): readonly Hit<"contradicted-case">[] => {
  const looks = unlinked.filter(({ evidence }) => CONTRADICTED.has(evidence.rule));
  const [first, ...more] = looks;
  if (first === undefined || (more.length === 0 && isSlip(first, workday))) return [];
  const inputs = { ...spanOf(looks), evidence: first.evidence.rule };
  return [{ rule: "contradicted-case", ...aboutPair(looks), inputs }];
};
