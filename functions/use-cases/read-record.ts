import type { RegardConfig } from "../contract/config.ts";
import type { RecordAccess, RecordHeader, RecordStream } from "../contract/record.ts";
import type { Access, Period } from "../domain/access.ts";
import { addDays } from "../domain/civil-date.ts";
import { eventKey, noteCorrection, superseded } from "../domain/corrections.ts";
import { coverageOf, type SourceReport } from "../domain/coverage.ts";
import { Refusal } from "../domain/errors.ts";
import { makeHandles } from "../domain/handles.ts";
import { ANNOUNCED_DAYS, shortDaysOf } from "../domain/manifest.ts";
import { mayBeNamed } from "../domain/naming.ts";
import { civilDateOf, EVER } from "../domain/period.ts";
import { makeTally, type Totals } from "../domain/record.ts";
import { restrictedPurposes } from "../domain/restrictions.ts";
import { retentionHorizon } from "../domain/retention.ts";
import { decidedBy } from "../domain/rulings.ts";
import type { Language } from "../domain/vocabulary.ts";
import { type AccessDescription, accessDescriber } from "../words/describe-access.ts";
import { describeRecord, type RecordSubject } from "../words/describe-record.ts";
import type { Erasures } from "./erasure-ports.ts";
import { accessJudge, type JudgedAccess } from "./judge-accesses.ts";
import type { Rulings } from "./matter-ports.ts";
import type { AccessLog, Facts, Keyring, Sources } from "./ports.ts";
import { readBulk } from "./read-bulk.ts";

export interface ReadRecordParts {
  readonly accessLog: Pick<AccessLog, "ofCustomer">;
  readonly sources: Pick<Sources, "all" | "unsettled" | "announcedDays">;
  readonly facts: Pick<Facts, "cases" | "protectedAmong">;
  readonly rulings: Rulings;
  readonly erasures: Pick<Erasures, "among">;
  readonly keyring: Pick<Keyring, "mac">;
  readonly config: RegardConfig;
}

export interface RecordQuestion {
  readonly customerKey: string;
  /** Of the request that this record answers. */
  readonly reference: string;
  /** An end that is left open means everything held, kept-on-purpose rows older than the retention rule included. */
  readonly period: Partial<Period>;
  readonly language: Language;
  /** UTC instant: what is accepted after it belongs to the next record. */
  readonly generatedAt: string;
}

/** What a first reading of the log finds out. Grows with the number of employees and corrections, not of accesses. */
interface Survey {
  readonly totals: Totals;
  readonly superseded: ReadonlySet<string>;
  readonly handleOf: (employeeId: string) => string;
  readonly employeeIds: ReadonlySet<string>;
  /** The oldest access that may be shown, in the period or before it. */
  readonly firstAt: string | undefined;
  readonly unreadable: number;
}

/**
 * Makes a customer's record. The log is read twice, once for the header and once for the rows (and once more where
 * events were corrected), so memory stays flat; the whole of it each time for the header, because a correction may lie
 * outside the period. Totals and rows speak of the same accesses: where the log or the facts changed in between, the
 * rows end with `UNAVAILABLE`, and asking again is safe.
 */
export const readRecord = async (parts: ReadRecordParts, question: RecordQuestion): Promise<RecordStream> => {
  const { accessLog, config, facts, keyring, rulings } = parts;
  const { customerKey, generatedAt, language, period: asked } = question;
  const { explanations, released, restrictions } = decidedBy(await rulings.of(customerKey));
  const today = civilDateOf(generatedAt, config.timeZone);
  const restricted = restrictedPurposes([...config.restrictions, ...restrictions], today);
  const judgePage = accessJudge(facts, config, generatedAt);

  const shownOf = (page: readonly Access[], gone: ReadonlySet<string>): readonly Access[] =>
    page.filter(
      ({ purpose, receivedAt, source, eventId }) =>
        !restricted.has(purpose) && receivedAt <= generatedAt && !gone.has(eventKey(source, eventId)),
    );

  const survey = async (within: Period, gone: ReadonlySet<string>): Promise<Survey> => {
    const tally = makeTally();
    const corrections = new Map<string, string>();
    const employeeIds = new Set<string>();
    const handleOf = makeHandles((employeeId) => keyring.mac("handle", employeeId, customerKey));
    let firstAt: string | undefined;
    let unreadable = 0;
    const unread = (rows: number) => {
      unreadable += rows;
    };
    for await (const page of accessLog.ofCustomer(customerKey, EVER, unread)) {
      const shown = shownOf(page, gone);
      firstAt ??= shown[0]?.occurredAt;
      for (const access of shown) {
        noteCorrection(corrections, access);
        employeeIds.add(access.employee.id);
        handleOf(access.employee.id);
        if (access.onBehalfOf !== undefined) handleOf(access.onBehalfOf);
      }
      const inPeriod = shown.filter(({ occurredAt }) => within.from <= occurredAt && occurredAt < within.to);
      for (const { access, evidence } of await judgePage(inPeriod)) tally.add(access, evidence.level);
    }
    return { totals: tally.totals(), superseded: superseded(corrections), handleOf, employeeIds, firstAt, unreadable };
  };

  const upTo = earlier(asked.to ?? generatedAt, generatedAt);
  const within = { from: asked.from ?? EVER.from, to: later(asked.from ?? EVER.from, upTo) };
  const first = await survey(within, new Set());
  const gone = first.superseded;
  const found = gone.size === 0 ? first : await survey(within, gone);

  const horizon = retentionHorizon(generatedAt, config.retention.months);
  const reach = earlier(horizon, found.firstAt ?? horizon);
  const period = { from: asked.from ?? earlier(reach, within.to), to: within.to };
  const bulk = await readBulk(accessLog, period, (page) => shownOf(page, new Set()));
  const named = new Set([...found.employeeIds, ...(bulk?.each ?? []).map(({ employee }) => employee.id)]);
  const protectedIds = config.staffIdentity === "name" ? await facts.protectedAmong([...named]) : new Set<string>();

  // Two people weighed a release against the very mark and setting that it goes past.
  const mayName = (employeeId: string): boolean =>
    released.has(employeeId) || mayBeNamed(config.staffIdentity, protectedIds.has(employeeId));

  const describe = accessDescriber(config, language);
  const rowOf = (judged: JudgedAccess): RecordAccess =>
    recordAccess(judged, describe(judged.access, judged.evidence), {
      handleOf: found.handleOf,
      mayName,
      explanationOf: ({ source, eventId }) => explanations.get(eventKey(source, eventId)),
    });

  async function* rows(): AsyncGenerator<readonly RecordAccess[]> {
    const tally = makeTally();
    for await (const page of accessLog.ofCustomer(customerKey, period)) {
      const judged = await judgePage(shownOf(page, gone));
      for (const { access, evidence } of judged) tally.add(access, evidence.level);
      if (judged.length > 0) yield judged.map(rowOf);
    }
    if (JSON.stringify(tally.totals()) !== JSON.stringify(found.totals)) {
      throw new Refusal("UNAVAILABLE", { detail: "The log changed while it was read. Ask again." });
    }
  }

  // After the survey: whoever read in bulk takes no handle from somebody who has a row.
  const nameOf = (employeeId: string, name: string | undefined): string =>
    name !== undefined && mayName(employeeId) ? name : found.handleOf(employeeId);

  return {
    header: await headerOf(parts, question, { ...found, period, horizon, reach, bulk, nameOf }),
    accesses: rows(),
  };
};

const headerOf = async (
  { sources, erasures, config }: ReadRecordParts,
  { customerKey, reference, language, generatedAt, period: asked }: RecordQuestion,
  found: Survey & Pick<RecordSubject, "period" | "horizon" | "reach" | "bulk" | "nameOf">,
): Promise<RecordHeader> => {
  const { period, horizon, reach, totals, unreadable, bulk, nameOf } = found;
  const reports = await sources.all();
  const short = shortDaysOf(await sources.unsettled(), config.timeZone);
  const known = { reach, period, shortDays: short, now: generatedAt, expected: config.sources };
  const covered = reports.flatMap((report) => coverageOf(report, known) ?? []);
  const uncounted = await uncountedAmong(sources, reports, civilDateOf(generatedAt, config.timeZone));
  const unreported = short.filter(({ source }) => reports.every((report) => report.source !== source));
  const erasedUpTo = (await erasures.among([customerKey])).get(customerKey);
  const missing = { ...(erasedUpTo !== undefined && { erasedUpTo }), ...(unreadable > 0 && { unreadable }) };
  const subject = { period, asked, horizon, reach, totals, bulk, nameOf, reports, covered, uncounted, unreported };
  const words = describeRecord(config, language, { ...subject, ...missing });
  const { accesses, employees, listed, automated, byEvidence } = totals;
  return {
    format: "regard-record/1",
    reference,
    company: config.brand.name,
    language,
    timeZone: config.timeZone,
    period,
    generatedAt,
    coverage: {
      heldSince: horizon,
      retentionMonths: config.retention.months,
      ...missing,
      sources: covered.map((one) => ({ ...one, gaps: [...one.gaps], shortDays: [...one.shortDays] })),
      words: [...words.coverage],
    },
    summary: { accesses, employees, listed, automated, byEvidence, words: words.summary },
    standing: [...words.standing],
  };
};

/** The sources whose missing entries nobody would see: they send neither numbers nor, lately, what they counted. */
const uncountedAmong = async (
  { announcedDays }: Pick<Sources, "announcedDays">,
  reports: readonly SourceReport[],
  today: string,
): Promise<ReadonlySet<string>> => {
  const lately = addDays(today, -ANNOUNCED_DAYS);
  const without = reports.filter(({ ranges }) => ranges.length === 0).map(({ source }) => source);
  const announced = await Promise.all(without.map((source) => announcedDays(source, lately)));
  return new Set(without.filter((_, n) => announced[n]?.length === 0));
};

/** The row as it leaves: field by field, so that nothing of an access gets out by being forgotten. */
const recordAccess = (
  { access, evidence }: JudgedAccess,
  { why, evidenceWords, sawWords }: AccessDescription,
  known: {
    handleOf: (employeeId: string) => string;
    mayName: (employeeId: string) => boolean;
    explanationOf: (access: Access) => RecordAccess["explanation"];
  },
): RecordAccess => {
  const { employee, onBehalfOf, recordCount, recipient } = access;
  const explanation = known.explanationOf(access);
  return {
    eventId: access.eventId,
    occurredAt: access.occurredAt,
    source: access.source,
    purpose: access.purpose,
    why,
    evidence: evidence.level,
    evidenceWords,
    action: access.action,
    involvement: access.involvement,
    outcome: access.outcome,
    dataCategories: access.dataCategories,
    fieldsRevealed: access.fieldsRevealed,
    sawWords,
    ...(recordCount !== undefined && { recordCount }),
    employee: {
      handle: known.handleOf(employee.id),
      ...(employee.name !== undefined && known.mayName(employee.id) && { name: employee.name }),
      role: employee.role ?? null,
      unit: employee.unit ?? null,
      type: employee.type,
      ...(onBehalfOf !== undefined && { onBehalfOf: known.handleOf(onBehalfOf) }),
    },
    ...(evidence.showsCase && access.case !== undefined && { case: access.case }),
    ...(recipient !== undefined && { recipient }),
    ...(explanation !== undefined && { explanation }),
    breakGlass: access.breakGlass,
  };
};

const earlier = (a: string, b: string): string => (a < b ? a : b);
const later = (a: string, b: string): string => (a > b ? a : b);
