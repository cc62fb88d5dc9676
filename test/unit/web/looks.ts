import type { RecordAccess } from "../../../functions/contract/record.ts";
import { dayIn, type Look } from "../../../web/record/look.ts";

/** A row as the page holds it, in London time; what a test says about it replaces the rest. */
export const look = (occurredAt: string, more: Partial<RecordAccess> = {}): Look => ({
  day: dayIn("Europe/London")(occurredAt),
  access: {
    eventId: occurredAt,
    occurredAt,
    source: "crm",
    purpose: "DELIVERY",
    why: "They delivered to you.",
    evidence: "confirmed",
    evidenceWords: "Matches your delivery.",
    action: "view",
    involvement: "opened",
    outcome: "success",
    dataCategories: [],
    fieldsRevealed: [],
    sawWords: "Looked at your address.",
    employee: { handle: "K7R-Robin", role: "Driver", unit: "South", type: "employee" },
    breakGlass: false,
    ...more,
  },
});
