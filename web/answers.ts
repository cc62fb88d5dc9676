import type { CustomerRequest, Session } from "../functions/contract/customer-api.ts";
import type { Problem } from "../functions/contract/problem.ts";
import type { RecordHeader } from "../functions/contract/record.ts";
import { isText, isWhole, listOf, oneOf, shape } from "./shape.ts";

/** As much of a problem as a page reads. */
export const isProblem = shape<Pick<Problem, "code" | "retryAfterSeconds">>(
  { code: isText },
  { retryAfterSeconds: isWhole },
);

export const isSession = shape<Session>({ accounts: isWhole, idleEndsAt: isText, endsAt: isText }, {});

export const isPeriod = shape<RecordHeader["period"]>({ from: isText, to: isText }, {});

export const isRequests = shape<{ requests: CustomerRequest[] }>(
  {
    requests: listOf(
      shape<CustomerRequest>(
        {
          reference: isText,
          account: isWhole,
          state: oneOf("received", "answered"),
          receivedAt: isText,
          period: isPeriod,
        },
        { answeredAt: isText },
      ),
    ),
  },
  {},
);
