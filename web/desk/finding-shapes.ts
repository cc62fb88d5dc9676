import type { DeskFindings, Finding, FindingHit } from "../../functions/contract/finding.ts";
import { FINDING_STATES } from "../../functions/domain/findings.ts";
import { SIGNAL_RULES } from "../../functions/domain/signals/signal.ts";
import { isText, isWhole, listOf, oneOf, shape } from "../shape.ts";
import { isStaffMember } from "./shapes.ts";

export type DeskFinding = DeskFindings["findings"][number];

const isHit = shape<FindingHit>(
  { rule: oneOf(...SIGNAL_RULES), foundAt: isText, accesses: isWhole, words: isText },
  {},
);

export const areFindings = shape<DeskFindings>(
  {
    findings: listOf(
      shape<DeskFinding>(
        {
          ...{ findingId: isText, state: oneOf(...FINDING_STATES), revision: isWhole },
          ...{ hits: listOf(isHit), foundAt: isText, lastFoundAt: isText },
        },
        {
          ...{ employeeId: isText, source: isText },
          acknowledged: shape<NonNullable<Finding["acknowledged"]>>(
            {
              by: isStaffMember,
              ...{ at: isText, words: isText },
            },
            {},
          ),
        },
      ),
    ),
  },
  {},
);
