import type { DeskMatter, DeskRow, LookBackAnswer, QueueRow } from "../../functions/contract/desk-matters.ts";
import type { Ask, Breach, Release, StaffMember } from "../../functions/contract/matter.ts";
import {
  ASK_STATES,
  ASKED,
  BREACH_DECISIONS,
  MATTER_STATES,
  OUTCOMES,
  PART_KINDS,
  RELEASE_STATES,
  URGENCIES,
  WAITS,
} from "../../functions/domain/matter-vocabulary.ts";
import { REGIME_IDS } from "../../functions/domain/regimes.ts";
import {
  ACTIONS,
  EMPLOYEE_TYPES,
  EVIDENCE_LEVELS,
  INVOLVEMENTS,
  LANGUAGES,
  OUTCOMES as LOOK_OUTCOMES,
} from "../../functions/domain/vocabulary.ts";
import { isFlag, isText, isWhole, listOf, oneOf, shape } from "../shape.ts";
import { isBalancing, isEntry, isEventRef } from "./entry-shapes.ts";

export const isStaffMember = shape<StaffMember>({ id: isText, name: isText }, { unit: isText });
const isState = oneOf(...MATTER_STATES);
const areKinds = listOf(oneOf(...PART_KINDS));
const isUrgency = oneOf(...URGENCIES);

export const isQueue = shape<{ matters: QueueRow[] }>(
  {
    matters: listOf(
      shape<QueueRow>(
        {
          ...{ reference: isText, state: isState, kinds: areKinds, openedAt: isText, urgency: isUrgency },
          waitsFor: listOf(oneOf(...WAITS)),
        },
        { handler: isStaffMember, dueOn: isText, notifyBy: isText },
      ),
    ),
  },
  {},
);

const isClock = shape<DeskMatter["clock"]>(
  {
    regime: oneOf(...REGIME_IDS),
    receivedOn: isText,
    clarifications: listOf(
      shape<DeskMatter["clock"]["clarifications"][number]>({ askedOn: isText }, { answeredOn: isText }),
    ),
    ...{ why: listOf(isText), mayPause: isFlag, mayExtend: isFlag },
  },
  { extendedOn: isText, dueOn: isText, houseTargetOn: isText, extensionNoticeBy: isText },
);

const isAsk = shape<Ask>(
  {
    ...{ askId: isText, state: oneOf(...ASK_STATES), to: oneOf(...ASKED), employeeId: isText },
    ...{ accesses: listOf(isEventRef), askedAt: isText, answerBy: isText },
  },
  {},
);

const isRelease = shape<Release>(
  {
    ...{ state: oneOf(...RELEASE_STATES), employeeId: isText, balancing: isBalancing, words: isText },
    ...{ proposedBy: isStaffMember, proposedAt: isText, expiresAt: isText },
  },
  { decidedBy: isStaffMember, decidedAt: isText, reasons: isText },
);

const isBreach = shape<Breach>(
  { employeeId: isText, awareAt: isText, notifyBy: isText },
  {
    decision: shape<NonNullable<Breach["decision"]>>(
      { kind: oneOf(...BREACH_DECISIONS), reasons: isText, decidedAt: isText, decidedBy: isStaffMember },
      { authorityReference: isText },
    ),
  },
);

const isRow = shape<DeskRow>(
  {
    ...{ source: isText, eventId: isText, occurredAt: isText, employeeId: isText, purpose: isText },
    ...{ employeeType: oneOf(...EMPLOYEE_TYPES), action: oneOf(...ACTIONS), involvement: oneOf(...INVOLVEMENTS) },
    ...{ outcome: oneOf(...LOOK_OUTCOMES), why: isText, sawWords: isText },
    ...{ evidence: oneOf(...EVIDENCE_LEVELS), evidenceWords: isText, named: isFlag, restricted: isFlag },
  },
  {
    onBehalfOf: isText,
    purposeText: isText,
    case: shape<{ type: string; id: string }>({ type: isText, id: isText }, {}),
  },
);

export const isDeskMatter = shape<DeskMatter>(
  {
    ...{ reference: isText, revision: isWhole, state: isState, kinds: areKinds, language: oneOf(...LANGUAGES) },
    ...{ openedAt: isText, urgency: isUrgency, clock: isClock, asks: listOf(isAsk), hasAddress: isFlag },
    ...{ entries: listOf(isEntry), rows: listOf(isRow), rowsCut: isFlag, acts: listOf(isText) },
    candidates: listOf(
      shape<DeskMatter["candidates"][number]>(
        {
          ...{ employeeId: isText, numberMatches: isFlag, looks: isWhole, unconfirmed: isWhole },
          ...{ near: isWhole, words: isText },
        },
        { lastAt: isText },
      ),
    ),
    employees: listOf(
      shape<DeskMatter["employees"][number]>(
        { id: isText, protected: isFlag },
        { name: isText, role: isText, unit: isText },
      ),
    ),
  },
  {
    ...{ handler: isStaffMember, release: isRelease, breach: isBreach },
    ...{ outcome: oneOf(...OUTCOMES), closedAt: isText },
  },
);

export const isLookBack = shape<LookBackAnswer>(
  {
    ...{ revision: isWhole, since: isText, looks: isWhole, cut: isFlag },
    customers: listOf(
      shape<LookBackAnswer["customers"][number]>(
        {
          ...{ customerKey: isText, looks: isWhole, unconfirmed: isWhole, contact: isWhole },
          ...{ firstAt: isText, lastAt: isText },
        },
        { open: isText, own: oneOf(true) },
      ),
    ),
  },
  {},
);

export const isActed = shape<{ revision: number }>({ revision: isWhole }, {});
export const isOpened = shape<{ references: string[] }>({ references: listOf(isText) }, {});
