/**
 * What Regard uses, in the units that AWS bills: measured on the running portal, and held to these very
 * numbers by `test/integration/metering.test.ts`: whoever changes what a journey costs changes this file with it.
 */
export const METERED = {
  /** A thousand ordinary accesses that arrive 500 at a time, their index and the cases that are asked for included. */
  thousandAccesses: { writeUnits: 5_050, readUnits: 130, bytesInTable: 958_750, bytesInIndex: 733_750 },
  /** The same, each sent alone: what batches save. */
  thousandAccessesAlone: { writeUnits: 8_050, readUnits: 2_950 },
  /** A customer signs in, the page asks who they are, they read a record of 40 looks, and a mail confirms it. */
  request: { writeUnits: 46, readUnits: 75, mails: 2, apiRequests: 4 },
  /** The same record as a file. */
  download: { writeUnits: 0, readUnits: 68, apiRequests: 1 },
  /** One run of the schedule with nothing to do. */
  idleRun: { writeUnits: 0, readUnits: 10 },
} as const;

/**
 * What no engine on a computer can measure. Each is an assumption and says why; it errs on the expensive side. Memory is
 * the functions' own (infra/constructs/portal-functions.ts).
 */
export const ASSUMED = {
  /** Milliseconds billed of an ordinary request, the share of its cold start included. */
  requestMs: 150,
  requestGb: 1.769,
  /** A mail is one run of `OnChange`. */
  mailMs: 300,
  mailGb: 0.5,
  /** A run of the schedule with nothing to do, cold: it starts every five minutes and is often put away between. */
  scheduleMs: 1_200,
  scheduleGb: 1.769,
  scheduleRunsAMonth: 12 * 24 * 30,
  /** Pages, scripts and styles of one visit, and their bytes: first view, nothing cached. */
  edgeRequestsAVisit: 16,
  edgeBytesAVisit: 120_000,
  /** Bytes of log for a run of a function: Lambda's own lines and ours. */
  logBytesARun: 1_200,
  /** DynamoDB asks for the table's key at most once in five minutes for each caller: eleven functions, two tables. */
  keyRequestsAMonth: 12 * 24 * 30 * 11 * 2,
  /** Each cold start reads the secret once; as many as a tenth of the runs. */
  coldShare: 0.1,
  /** Months that the log keeps an access, for the storage of a portal that has run so long. */
  monthsKept: 12,
  /** Whole copies of the log in the vault at any time: one a week for 35 days (infra/constructs/backups.ts). */
  backupCopies: 5,
  /** X-Ray traces the first run of each second and a twentieth of the others: of a function that is not always busy, all. */
  tracedShare: 1,
} as const;

/** What a stack has, whatever happens: held to the template by this folder's test. */
export const STANDING = { keys: 1, secrets: 1, alarmMetrics: 56, dashboards: 1, webAcls: 1, webAclRules: 3 } as const;
