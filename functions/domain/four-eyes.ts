import type { Ask, Release, StaffMember } from "../contract/matter.ts";

/** A release that nobody decided lapses after this long. */
export const RELEASE_LIFE_MS = 14 * 24 * 60 * 60 * 1_000;

/** What is known of the employee whose name is asked for. */
export interface Subject {
  readonly employeeId: string;
  /** As the company's employee list says; undefined where it does not. */
  readonly managerId: string | undefined;
}

/** The employee is heard before anybody proposes anything: they or their manager answered, or let the time pass. */
const wasHeard = (asks: readonly Ask[], employeeId: string): boolean =>
  asks.some((ask) => ask.employeeId === employeeId && ask.state !== "open");

/** Whether a release still waits for its second person. */
export const isPending = (release: Release | undefined, now: number): boolean =>
  release?.state === "proposed" && now < Date.parse(release.expiresAt);

const isConcerned = (person: StaffMember, { employeeId, managerId }: Subject): boolean =>
  person.id === employeeId || person.id === managerId;

export type ProposalObstacle = "unlisted" | "concerned" | "already-proposed" | "not-heard";

/** Why somebody may not propose that this employee's name be told; undefined where they may. */
export const proposalObstacle = (
  { asks, release }: { readonly asks: readonly Ask[]; readonly release?: Release | undefined },
  subject: Subject,
  proposer: StaffMember,
  now: number,
): ProposalObstacle | undefined => {
  if (proposer.unlisted) return "unlisted";
  if (isConcerned(proposer, subject)) return "concerned";
  if (isPending(release, now)) return "already-proposed";
  return wasHeard(asks, subject.employeeId) ? undefined : "not-heard";
};

export type DecisionObstacle =
  | "not-proposed"
  | "expired"
  | "unlisted"
  | "same-person"
  | "concerned"
  | "unit-unknown"
  | "same-unit";

/** Directories write one unit in many ways; what differs in case, spaces or width is no other unit. */
export const unitOf = ({ unit = "" }: Pick<StaffMember, "unit">): string =>
  unit.normalize("NFKC").replaceAll(/\s+/g, " ").trim().toLowerCase();

/**
 * Why somebody may not decide on a release; undefined where they may. The second person is another one, works in
 * another unit, and is neither the employee nor their manager, whatever their role. What is not known is not assumed:
 * without both units nobody can tell that they differ, and whoever is on no employee list could be the employee.
 */
export const decisionObstacle = (
  release: Release | undefined,
  subject: Subject,
  decider: StaffMember,
  now: number,
): DecisionObstacle | undefined => {
  if (release?.state !== "proposed") return "not-proposed";
  if (!isPending(release, now)) return "expired";
  const { proposedBy } = release;
  if (decider.unlisted) return "unlisted";
  if (decider.id === proposedBy.id) return "same-person";
  if (isConcerned(decider, subject)) return "concerned";
  if (unitOf(decider) === "" || unitOf(proposedBy) === "") return "unit-unknown";
  return unitOf(decider) === unitOf(proposedBy) ? "same-unit" : undefined;
};
