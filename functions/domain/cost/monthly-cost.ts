import { ASSUMED, METERED, STANDING } from "./metered-units.ts";
import { PRICES } from "./price-list.ts";

/** A month of a company. */
export interface Usage {
  /** Accesses that arrive. */
  readonly accesses: number;
  /** Requests of customers that are answered. */
  readonly requests: number;
}

/** US dollars a month, by what they are paid for. */
export interface MonthlyCost {
  /** Key, secret, alarms, dashboard, web ACL, and the schedule that finds nothing to do. */
  readonly idle: number;
  /** Writing the accesses, their index and their claims. */
  readonly accesses: number;
  /** Keeping a whole retention time of them, recoverable. */
  readonly storage: number;
  /** The table alone, whole, for each backup in the vault. */
  readonly backups: number;
  /** Answering customers: database, functions, API, pages, mails, logs. */
  readonly requests: number;
  readonly total: number;
}

const GB = 1e9;

const database = ({ writeUnits, readUnits }: { readonly writeUnits: number; readonly readUnits: number }): number =>
  (writeUnits * PRICES.millionWriteUnits + readUnits * PRICES.millionReadUnits) / 1e6;

/** Runs of a function: the runs themselves, their time, their log and trace, and the secret that cold ones read. */
const runs = (count: number, ms: number, gb: number): number =>
  count *
  (PRICES.millionInvocations / 1e6 +
    (ms / 1_000) * gb * PRICES.gbSecond +
    (ASSUMED.logBytesARun / GB) * PRICES.logGb +
    (ASSUMED.tracedShare * PRICES.millionTraces) / 1e6 +
    (ASSUMED.coldShare * PRICES.tenThousandSecretRequests) / 1e4);

const idle = (): number => {
  const { scheduleRunsAMonth, scheduleMs, scheduleGb, keyRequestsAMonth } = ASSUMED;
  return (
    STANDING.keys * PRICES.keyMonth +
    STANDING.secrets * PRICES.secretMonth +
    STANDING.alarmMetrics * PRICES.alarmMetricMonth +
    STANDING.dashboards * PRICES.dashboardMonth +
    STANDING.webAcls * PRICES.webAclMonth +
    STANDING.webAclRules * PRICES.webAclRuleMonth +
    (keyRequestsAMonth / 1e4) * PRICES.tenThousandKeyRequests +
    scheduleRunsAMonth * database(METERED.idleRun) +
    runs(scheduleRunsAMonth, scheduleMs, scheduleGb)
  );
};

/** US dollars for one access written, and for one written alone. */
export const costOfAccess = (how: "together" | "alone" = "together"): number =>
  database(how === "together" ? METERED.thousandAccesses : METERED.thousandAccessesAlone) / 1_000;

/** US dollars for one call of the API and the run behind it. */
export const costOfCall = (): number => PRICES.millionApiRequests / 1e6 + runs(1, ASSUMED.requestMs, ASSUMED.requestGb);

/** US dollars for one request that is answered: the visit, the record, one file of it, and the mails. */
export const costOfRequest = (): number => {
  const { request, download } = METERED;
  const apiRequests = request.apiRequests + download.apiRequests;
  return (
    database(request) +
    database(download) +
    apiRequests * costOfCall() +
    runs(request.mails, ASSUMED.mailMs, ASSUMED.mailGb) +
    (request.mails * PRICES.thousandMails) / 1e3 +
    ((ASSUMED.edgeRequestsAVisit + apiRequests) * (PRICES.millionEdgeRequests + PRICES.millionWebAclRequests)) / 1e6 +
    (ASSUMED.edgeRequestsAVisit * 2 * PRICES.millionEdgeFunctionRuns) / 1e6 +
    (ASSUMED.edgeBytesAVisit / GB) * PRICES.edgeGb
  );
};

/**
 * The bill of a month at list prices, modelled: what was metered times what AWS lists, once the log is a whole retention
 * time long. Without people at the desk, whose use is small, and without the company's own taxes and discounts.
 */
export const monthlyCost = ({ accesses, requests }: Usage): MonthlyCost => {
  const { bytesInTable, bytesInIndex } = METERED.thousandAccesses;
  const kept = (bytes: number) => (accesses * ASSUMED.monthsKept * bytes) / 1_000 / GB;
  // Neither recovery nor backups hold the index: it is made anew from the table (DynamoDB, "billing for backups").
  const parts = {
    idle: idle(),
    accesses: accesses * costOfAccess(),
    storage: kept(bytesInTable + bytesInIndex) * PRICES.tableGbMonth + kept(bytesInTable) * PRICES.recoveryGbMonth,
    backups: kept(bytesInTable) * ASSUMED.backupCopies * PRICES.backupGbMonth,
    requests: requests * costOfRequest(),
  };
  return { ...parts, total: Object.values(parts).reduce((sum, part) => sum + part, 0) };
};
