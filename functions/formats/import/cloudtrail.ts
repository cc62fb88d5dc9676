import * as z from "zod/mini";
import { compiledObject } from "../../contract/compiled-object.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Action } from "../../domain/vocabulary.ts";
import { draftOf, optional, optionalText, shortened } from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { instantOf } from "./local-time.ts";
import { readJsonRecords } from "./split-json.ts";

const userIdentity = compiledObject({
  type: optionalText,
  principalId: optionalText,
  arn: optionalText,
  accountId: optionalText,
  userName: optionalText,
  invokedBy: optionalText,
  sessionContext: optional(compiledObject({ sessionIssuer: optional(compiledObject({ userName: optionalText })) })),
  onBehalfOf: optional(compiledObject({ userId: optionalText })),
});

const statement = compiledObject({ statement: optionalText });

const trailEvent = compiledObject({
  eventVersion: z.string(),
  userIdentity: optional(userIdentity),
  eventTime: optionalText,
  eventName: optionalText,
  eventID: optionalText,
  sharedEventID: optionalText,
  requestID: optionalText,
  eventCategory: optionalText,
  managementEvent: optional(z.boolean()),
  errorCode: optionalText,
  /** Of PartiQL alone: what else was asked for, the map finds. */
  requestParameters: optional(
    compiledObject({ ...statement.shape, requestItems: optional(z.array(optional(statement))) }),
  ),
});
type TrailEvent = z.infer<typeof trailEvent>;

const afterLast = (separator: string, text: string | undefined): string | undefined => text?.split(separator).at(-1);

/**
 * Who called. Behind an assumed role it is the session's name, which single sign-on sets to the person's; the role is
 * what they were allowed to do. The same role may be a function's: a map tells the two apart (`employee.type`).
 */
const employeeOf = ({ userIdentity: identity }: TrailEvent) => {
  if (identity === undefined) return {};
  const { type, arn, principalId, accountId, userName, invokedBy, sessionContext, onBehalfOf } = identity;
  const session = afterLast(":", principalId) ?? afterLast("/", arn);
  const isService = type === "AWSService" || (userName ?? session) === undefined;
  const id = isService ? invokedBy : type === "Root" ? `root of ${accountId ?? "the account"}` : (userName ?? session);
  return {
    "employee.id": id,
    "employee.role": shortened(sessionContext?.sessionIssuer?.userName, 120),
    "employee.type": isService || invokedBy !== undefined ? "system" : undefined,
    onBehalfOf: onBehalfOf?.userId,
  };
};

const ACTIONS: readonly (readonly [RegExp, Action])[] = [
  [/^(Batch|Transact)?(Get|Head|Describe)/, "view"],
  [/^(Query|Scan|List)/, "list"],
  [/^(Search|Select)/, "search"],
  [/^Delete/, "delete"],
];
const actionOf = ({ eventName = "", requestParameters }: TrailEvent): Action => {
  if (!/^(Batch)?Execute/.test(eventName)) return ACTIONS.find(([pattern]) => pattern.test(eventName))?.[1] ?? "update";
  const statements = [requestParameters, ...(requestParameters?.requestItems ?? [])];
  return statements.some((one) => /^\s*(insert|update|delete)\b/i.test(one?.statement ?? "")) ? "update" : "search";
};

const outcomeOf = ({ errorCode }: TrailEvent): string =>
  errorCode === undefined ? "success" : /Denied|Unauthori[sz]ed|Forbidden/.test(errorCode) ? "denied" : "error";

/** Data events of AWS CloudTrail, in the files that it writes to S3. Field by field in FORMATS.md. */
export const CLOUDTRAIL: ForeignFormat = {
  recordsOf: (chunks) => readJsonRecords(chunks, ["Records"]),
  read: (record) => {
    const parsed = trailEvent.safeParse(record);
    if (!parsed.success) throw new Refusal("EVENT_UNREADABLE", { detail: "The record is no event of CloudTrail." });
    const event = parsed.data;
    if (event.managementEvent === true || (event.eventCategory ?? "Data") !== "Data") {
      throw new Refusal("EVENT_NOT_ACCESS", {
        detail: "Management events read no data. Log data events in the trail.",
      });
    }
    return {
      draft: draftOf({
        source: "cloudtrail",
        // Each account that sees an event has a copy with an id of its own.
        eventId: event.sharedEventID || event.eventID,
        occurredAt: event.eventTime && instantOf(event.eventTime, undefined),
        ...employeeOf(event),
        action: actionOf(event),
        outcome: outcomeOf(event),
        correlationId: event.requestID,
      }),
    };
  },
  advice: {
    customer:
      "The map finds no customer in the request. Name where the id stands and its form: templates.customerId, such as customers/{}/* in requestParameters.key.",
    employee: "The event's userIdentity names nobody.",
  },
};
