import * as z from "zod/mini";
import { compiledObject } from "../../contract/compiled-object.ts";
import { Refusal } from "../../domain/errors.ts";
import type { Action, EmployeeType } from "../../domain/vocabulary.ts";
import { draftOf, optional, optionalText } from "./draft.ts";
import type { ForeignFormat } from "./foreign.ts";
import { instantOf } from "./local-time.ts";
import { readRecordsIn } from "./records-in.ts";
import { readRows } from "./split-rows.ts";

const auditRecord = compiledObject({
  Id: optionalText,
  CreationTime: optionalText,
  Operation: z.string(),
  UserId: optionalText,
  UserType: optional(z.int()),
  ResultStatus: optionalText,
  CorrelationId: optionalText,
  AppAccessContext: optional(compiledObject({ CorrelationId: optionalText })),
});

/** Where exports put the record itself: the search's CSV as text in a column, the Graph API as an object. */
const wrapped = compiledObject({ AuditData: z.optional(z.unknown()), auditData: z.optional(z.unknown()) });
const unwrapped = (record: unknown): unknown => {
  const { AuditData, auditData = AuditData } = wrapped.safeParse(record).data ?? {};
  if (auditData === undefined) return record;
  if (typeof auditData !== "string") return auditData;
  try {
    return JSON.parse(auditData);
  } catch {
    throw new Refusal("EVENT_UNREADABLE", { detail: "The column AuditData is not JSON." });
  }
};

/** Operations in which somebody sees or changes what a file, a page, a list or a mail says. */
const ACTIONS: readonly (readonly [RegExp, Action])[] = [
  [/^(File|Folder|ListItem)\w*(Delet|Recycl)/, "delete"],
  [/^File\w*Download|^(File|Folder)Copied$/, "export"],
  [/^SearchQuery/, "search"],
  [/^ListViewed$/, "list"],
  [/^(File|Folder|Page|ListItem|ClientView|MailItems|Attachment)\w*(Access|View|Preview)/, "view"],
  [/^(File|Folder|ListItem|Page)/, "update"],
];

/** AuditLogRecord's UserType: what is no regular user (0), administrator (2) or reserved (1). */
const TYPES: Readonly<Record<number, EmployeeType>> = {
  3: "processor",
  4: "system",
  5: "system",
  6: "system",
  7: "system",
  8: "system",
  9: "contractor",
  10: "contractor",
};
const SYSTEM_USER = /^(SHAREPOINT\\system|app@sharepoint|S-1-0-0)$/i;

/** Microsoft 365's unified audit log. Field by field in FORMATS.md. */
export const M365: ForeignFormat = {
  recordsOf: (chunks) => readRows(readRecordsIn(chunks, ["value"]), unwrapped),
  read: (record) => {
    const parsed = auditRecord.safeParse(record);
    if (!parsed.success) throw new Refusal("EVENT_UNREADABLE", { detail: "The record has no Operation." });
    const { data: event } = parsed;
    const action = ACTIONS.find(([pattern]) => pattern.test(event.Operation))?.[1];
    if (action === undefined) {
      throw new Refusal("EVENT_NOT_ACCESS", {
        detail: "The operation shows nobody what a file, page, list or mail says.",
      });
    }
    const { UserId: id, ResultStatus: result = "" } = event;
    return {
      draft: draftOf({
        source: "m365",
        eventId: event.Id,
        // Written without an offset, and always UTC.
        occurredAt: event.CreationTime && instantOf(event.CreationTime, "UTC"),
        "employee.id": id,
        "employee.type": SYSTEM_USER.test(id ?? "") ? "system" : TYPES[event.UserType ?? 0],
        action,
        outcome: /denied/i.test(result) ? "denied" : /fail/i.test(result) ? "error" : "success",
        correlationId: event.CorrelationId || event.AppAccessContext?.CorrelationId,
      }),
    };
  },
  advice: {
    customer:
      "The map finds no customer in the record. Name the form of the address under which a customer's files lie: templates.customerId, such as https://*/customers/{}/* in ObjectId.",
    employee: "The record has no UserId.",
  },
};
