import type { RecordAccess, RecordHeader, RecordStream } from "../../../../functions/contract/record.ts";

/** A row as a record holds it; a test says what matters to it. */
export const anAccess = (of: Partial<RecordAccess> = {}): RecordAccess => ({
  eventId: "e-1",
  occurredAt: "2026-05-03T13:02:31.123Z",
  source: "delivery-desk",
  purpose: "DELIVERY",
  why: "They delivered to you or came to you.",
  evidence: "confirmed",
  evidenceWords: "Matches your order of 3 May 2026.",
  action: "view",
  involvement: "opened",
  outcome: "success",
  dataCategories: ["contact.phone", "contact.address"],
  fieldsRevealed: ["phone", "street"],
  sawWords: "Looked at: your phone number, your address.",
  employee: {
    handle: "Staff member K7P-Robin",
    name: "Zoë Groß",
    role: "Driver",
    unit: "North depot",
    type: "employee",
  },
  case: { type: "order", id: "A-1042" },
  breakGlass: false,
  ...of,
});

export const aHeader = (of: Partial<RecordHeader> = {}): RecordHeader => ({
  format: "regard-record/1",
  reference: "RG-7K2M-Q4XD",
  company: "Marlow & Finch",
  language: "en",
  timeZone: "Europe/London",
  period: { from: "2025-11-24T00:00:00.000Z", to: "2026-11-24T00:00:00.000Z" },
  generatedAt: "2026-11-24T09:12:00.000Z",
  coverage: {
    retentionMonths: 12,
    heldSince: "2025-11-24T00:00:00.000Z",
    sources: [
      {
        source: "delivery-desk",
        since: "2025-11-24T08:00:00.000Z",
        lastReceivedAt: "2026-11-24T09:00:00.000Z",
        gaps: [{ after: "2026-01-04T10:00:00.000Z", before: "2026-01-06T10:00:00.000Z", missing: 3 }],
        shortDays: [],
        silent: false,
      },
    ],
    words: ["delivery-desk: entries since 24 November 2025.", "No gaps are known."],
  },
  summary: {
    accesses: 1,
    employees: 1,
    listed: 0,
    automated: 0,
    byEvidence: { confirmed: 1, stated: 0, contradicted: 0, missing: 0 },
    words: "In the last 12 months 1 person looked at your data once.",
  },
  standing: ["This sentence stands in every record."],
  ...of,
});

/** A record with these rows, in pages of `pageSize`, the way the log hands them out. */
export const aRecord = (
  accesses: readonly RecordAccess[],
  { pageSize = 100, ...header }: Partial<RecordHeader> & { pageSize?: number } = {},
): RecordStream => {
  const made = aHeader(header);
  return {
    header: { ...made, summary: { ...made.summary, accesses: accesses.length } },
    accesses: (async function* () {
      for (let from = 0; from < accesses.length; from += pageSize) yield accesses.slice(from, from + pageSize);
    })(),
  };
};

export const textOf = async (chunks: AsyncIterable<string>): Promise<string> =>
  (await Array.fromAsync(chunks)).join("");
