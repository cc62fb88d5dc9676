import type { RecordPage } from "../../functions/contract/customer-api.ts";
import type { Coverage, RecordAccess, RecordHeader, RecordSummary } from "../../functions/contract/record.ts";
import {
  ACTIONS,
  EMPLOYEE_TYPES,
  EVIDENCE_LEVELS,
  INVOLVEMENTS,
  LANGUAGES,
  OUTCOMES,
} from "../../functions/domain/vocabulary.ts";
import { isPeriod } from "../answers.ts";
import { either, isFlag, isText, isWhole, listOf, oneOf, shape } from "../shape.ts";

const isCoverage = shape<Coverage>(
  {
    heldSince: isText,
    sources: listOf(
      shape<Coverage["sources"][number]>(
        {
          source: isText,
          since: isText,
          lastReceivedAt: isText,
          gaps: listOf(
            shape<Coverage["sources"][number]["gaps"][number]>({ after: isText, before: isText, missing: isWhole }, {}),
          ),
          shortDays: listOf(
            shape<Coverage["sources"][number]["shortDays"][number]>(
              { day: isText, announced: isWhole, received: isWhole, missing: isWhole },
              {},
            ),
          ),
          silent: isFlag,
        },
        {},
      ),
    ),
    words: listOf(isText),
    retentionMonths: isWhole,
  },
  { erasedUpTo: isText, unreadable: isWhole },
);

const isSummary = shape<RecordSummary>(
  {
    accesses: isWhole,
    employees: isWhole,
    listed: isWhole,
    automated: isWhole,
    byEvidence: shape<RecordSummary["byEvidence"]>(
      { confirmed: isWhole, stated: isWhole, contradicted: isWhole, missing: isWhole },
      {},
    ),
    words: isText,
  },
  {},
);

const isHeader = shape<RecordHeader>(
  {
    format: oneOf("regard-record/1"),
    reference: isText,
    company: isText,
    language: oneOf(...LANGUAGES),
    timeZone: isText,
    period: isPeriod,
    generatedAt: isText,
    coverage: isCoverage,
    summary: isSummary,
    standing: listOf(isText),
  },
  {},
);

const isTextOrNull = either(isText, oneOf(null));

const isAccess = shape<RecordAccess>(
  {
    eventId: isText,
    occurredAt: isText,
    source: isText,
    purpose: isText,
    why: isText,
    evidence: oneOf(...EVIDENCE_LEVELS),
    evidenceWords: isText,
    action: oneOf(...ACTIONS),
    involvement: oneOf(...INVOLVEMENTS),
    outcome: oneOf(...OUTCOMES),
    dataCategories: listOf(isText),
    fieldsRevealed: listOf(isText),
    sawWords: isText,
    employee: shape<RecordAccess["employee"]>(
      { handle: isText, role: isTextOrNull, unit: isTextOrNull, type: oneOf(...EMPLOYEE_TYPES) },
      { name: isText, onBehalfOf: isText },
    ),
    breakGlass: isFlag,
  },
  {
    recordCount: isWhole,
    case: shape<{ type: string; id: string }>({ type: isText, id: isText }, {}),
    recipient: isText,
    explanation: shape<NonNullable<RecordAccess["explanation"]>>({ words: isText, at: isText }, {}),
  },
);

export const isRecordPage = shape<RecordPage>(
  { header: isHeader, accesses: listOf(isAccess) },
  { nextOffset: isWhole },
);
