import type { RegardConfig } from "../../contract/config.ts";
import type { DeskRow } from "../../contract/desk-matters.ts";
import type { Matter } from "../../contract/matter.ts";
import type { Entry } from "../../contract/matter-entry.ts";
import { type Access, personBehind } from "../../domain/access.ts";
import { type Candidate, candidatesFor, isInWindow } from "../../domain/candidates.ts";
import { eventKey, noteCorrection, superseded } from "../../domain/corrections.ts";
import { EVER } from "../../domain/period.ts";
import type { Language } from "../../domain/vocabulary.ts";
import { accessDescriber } from "../../words/describe-access.ts";
import { accessJudge, type JudgedAccess } from "../judge-accesses.ts";
import type { AccessLog, Facts } from "../ports.ts";

/** Rows that one answer of the desk holds; the newest. */
const MAX_ROWS = 500;

export interface MatterLook extends JudgedAccess {
  /** The customer, or a rule, named it. */
  readonly named: boolean;
}

export interface MatterLooks {
  /** Newest first. */
  readonly looks: readonly MatterLook[];
  readonly candidates: readonly Candidate[];
  /** There are older ones that were left out. */
  readonly cut: boolean;
}

interface LooksDeps {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly facts: Pick<Facts, "cases" | "employeesBySender">;
  readonly config: RegardConfig;
}

export const partsOf = (entries: readonly Entry[]) =>
  entries.flatMap(({ deed }) => (deed.act === "raise" || deed.act === "join" ? [deed.part] : []));

/** Whose number or account, by the company's list, the customer was contacted from. */
export const sendersIn = (
  { facts }: { readonly facts: Pick<Facts, "employeesBySender"> },
  entries: readonly Entry[],
): Promise<ReadonlySet<string>> =>
  facts.employeesBySender(
    partsOf(entries).flatMap((part) => (part.kind === "contact-report" && part.sender ? [part.sender.key] : [])),
  );

/**
 * The looks that belong to a matter: those that were named, and everything that the people whom it is about, candidates
 * included, did in this customer's data. What was corrected is no look of anybody's; where it was named, it stays as what
 * was named. The log is walked once for the candidates and once for the rows, so that memory does not grow with the log.
 */
export const looksOf = async (
  deps: LooksDeps,
  matter: Matter,
  entries: readonly Entry[],
  now: string,
): Promise<MatterLooks> => {
  const { accessLog, facts, config } = deps;
  const { customerKey } = matter;
  const judgePage = accessJudge(facts, config, now);
  const parts = partsOf(entries);
  const days = parts.flatMap((part) => (part.kind === "contact-report" ? [part.contactedOn] : []));
  const named = new Set(
    parts.flatMap((part) =>
      part.kind === "contact-report" ? [] : part.accesses.map(({ source, eventId }) => eventKey(source, eventId)),
    ),
  );

  const near: JudgedAccess[] = [];
  const corrections = new Map<string, string>();
  for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
    for (const access of page) noteCorrection(corrections, access);
    near.push(
      ...(await judgePage(page.filter((access) => days.some((day) => isInWindow(access, day, config.timeZone))))),
    );
  }
  const gone = superseded(corrections);
  const standing = near.filter(({ access }) => !gone.has(keyOf(access)));
  const candidates = candidatesFor(days, standing, await sendersIn(deps, entries), config.timeZone);

  const about = new Set([...matter.employeeIds, ...candidates.map(({ employeeId }) => employeeId)]);
  const looks: MatterLook[] = [];
  let found = 0;
  for await (const page of accessLog.ofCustomer(customerKey, EVER)) {
    const chosen = page.filter(
      (access) => named.has(keyOf(access)) || (about.has(personBehind(access) ?? "") && !gone.has(keyOf(access))),
    );
    for (const judged of await judgePage(chosen)) looks.push({ ...judged, named: named.has(keyOf(judged.access)) });
    found += chosen.length;
    looks.splice(0, Math.max(0, looks.length - MAX_ROWS));
  }
  return { looks: looks.reverse(), candidates, cut: found > MAX_ROWS };
};

const keyOf = ({ source, eventId }: Access): string => eventKey(source, eventId);

/** Writes looks as rows of the desk, with what employees typed and what is held back from the customer. */
export const rowWriter = (
  config: RegardConfig,
  language: Language,
  restricted: ReadonlySet<string>,
): ((look: MatterLook) => DeskRow) => {
  const describe = accessDescriber(config, language);
  return ({ access, evidence, named }) => {
    const { source, eventId, occurredAt, employee, onBehalfOf, action, involvement, outcome } = access;
    const { purpose, purposeText, case: belongsTo } = access;
    return {
      source,
      eventId,
      occurredAt,
      employeeId: employee.id,
      employeeType: employee.type,
      ...(onBehalfOf !== undefined && { onBehalfOf }),
      action,
      involvement,
      outcome,
      purpose,
      ...(purposeText !== undefined && { purposeText }),
      ...(belongsTo !== undefined && { case: belongsTo }),
      ...describe(access, evidence),
      evidence: evidence.level,
      named,
      restricted: restricted.has(purpose),
    };
  };
};
