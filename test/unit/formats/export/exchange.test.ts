import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AccessEvent } from "../../../../functions/contract/access-event.ts";
import type { RecordAccess } from "../../../../functions/contract/record.ts";
import { PURPOSE_CODES } from "../../../../functions/domain/purposes.ts";
import { ACTIONS, EMPLOYEE_TYPES, INVOLVEMENTS, OUTCOMES } from "../../../../functions/domain/vocabulary.ts";
import { EXCHANGE_FILES, EXCHANGE_FORMATS } from "../../../../functions/formats/export/record-files.ts";
import { readAs } from "../../../support/foreign.ts";
import { anAccess, aRecord, textOf } from "./sample.ts";

const CUSTOMER = "C-1/ß";

/** What an import makes of a row that was exported: everything of the event but what a record keeps back. */
const eventFrom = (row: RecordAccess): AccessEvent => {
  const { eventId, source, occurredAt, purpose, action, involvement, outcome, dataCategories, fieldsRevealed } = row;
  const { handle, name, role, unit, type, onBehalfOf } = row.employee;
  return {
    ...{ eventId, source, occurredAt, purpose, action, involvement, outcome, dataCategories, fieldsRevealed },
    customerId: CUSTOMER,
    employee: {
      id: handle,
      ...(name !== undefined && { name }),
      ...(role !== null && { role }),
      ...(unit !== null && { unit }),
      type,
    },
    ...(onBehalfOf !== undefined && { onBehalfOf }),
    ...(row.recordCount !== undefined && { recordCount: row.recordCount }),
    ...(row.case && { case: row.case }),
    ...(row.recipient !== undefined && { recipient: row.recipient }),
    breakGlass: row.breakGlass,
  };
};

const written = (max: number) =>
  fc
    .string({ unit: "grapheme", minLength: 1, maxLength: max })
    .map((text) => text.replaceAll(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "").trim())
    .filter((text) => text !== "" && text.length <= max && text.isWellFormed());
const instant = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) - 1 }).map((ms) => new Date(ms).toISOString());

const row: fc.Arbitrary<RecordAccess> = fc
  .record(
    {
      eventId: written(200),
      source: fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/),
      occurredAt: instant,
      purpose: fc.constantFrom(...PURPOSE_CODES, "OWN_PURPOSE"),
      action: fc.constantFrom(...ACTIONS),
      involvement: fc.constantFrom(...INVOLVEMENTS),
      outcome: fc.constantFrom(...OUTCOMES),
      dataCategories: fc.uniqueArray(fc.constantFrom("contact.phone", "orders", "health"), { maxLength: 3 }),
      fieldsRevealed: fc.array(written(80), { maxLength: 3 }),
      recordCount: fc.integer({ min: 1, max: 1_000_000 }),
      recipient: written(160),
      case: fc.record({ type: written(40), id: written(120) }),
      breakGlass: fc.boolean(),
      employee: fc.record(
        {
          handle: fc.stringMatching(/^[A-Y][2-9][A-Y]-[A-Z][a-z]{2,8}$/),
          name: written(160),
          role: fc.option(written(120)),
          unit: fc.option(written(120)),
          type: fc.constantFrom(...EMPLOYEE_TYPES),
          onBehalfOf: fc.stringMatching(/^[A-Y][2-9][A-Y]-[A-Z][a-z]{2,8}$/),
        },
        { requiredKeys: ["handle", "role", "unit", "type"] },
      ),
    },
    {
      requiredKeys: [
        ...(["eventId", "source", "occurredAt", "purpose", "action", "involvement", "outcome"] as const),
        ...(["dataCategories", "fieldsRevealed", "breakGlass", "employee"] as const),
      ],
    },
  )
  .map(({ case: named, recordCount, recipient, ...rest }) => {
    const { case: _, ...plain } = anAccess(rest);
    return {
      ...plain,
      ...(named && { case: named }),
      ...(recordCount !== undefined && { recordCount }),
      ...(recipient !== undefined && { recipient }),
    };
  });

describe.each(EXCHANGE_FORMATS)("a record as %s", (format) => {
  const write = (rows: readonly RecordAccess[], pageSize = 2) =>
    textOf(EXCHANGE_FILES[format](aRecord(rows, { pageSize }), CUSTOMER));

  it("comes back as the same accesses, as far as a record says what they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 4 }), async (rows) => {
        const back = await readAs(format, await write(rows));
        expect(back.map(({ value, refusal }) => refusal ?? value)).toEqual(rows.map(eventFrom));
      }),
    );
  });

  it("names nobody whom the record does not name", async () => {
    const { name: _, ...employee } = anAccess().employee;
    expect(await write([anAccess({ employee })])).not.toContain("Zoë");
    expect(await write([anAccess()])).toContain("Zoë Groß");
  });

  it("without rows is a file all the same", async () => {
    expect(await readAs(format, await write([]))).toEqual([]);
  });
});

describe("the OCSF events", () => {
  it("have what schema 1.5 requires of API Activity", async () => {
    const text = await textOf(EXCHANGE_FILES.ocsf(aRecord([anAccess(), anAccess({ action: "delete" })]), CUSTOMER));
    const events = text
      .trimEnd()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    const required = {
      category_uid: 6,
      class_uid: 6003,
      severity_id: 1,
      time: Date.parse("2026-05-03T13:02:31.123Z"),
      metadata: { version: "1.5.0", product: { vendor_name: expect.any(String) } },
      actor: { user: { uid: expect.any(String) } },
      api: { operation: expect.any(String) },
      src_endpoint: { name: expect.any(String) },
    };
    expect(events).toMatchObject([
      { ...required, activity_id: 2, type_uid: 600302 },
      { ...required, activity_id: 4, type_uid: 600304 },
    ]);
    expect(events[0]).toMatchObject({
      enrichments: expect.arrayContaining([
        { name: "purpose", value: "DELIVERY", data: "DELIVERY", provider: "Regard" },
        {
          name: "dataCategories",
          value: "contact.phone; contact.address",
          data: expect.any(Array),
          provider: "Regard",
        },
      ]),
    });
  });
});

describe("the FHIR Bundle", () => {
  it("has what R4 requires of an AuditEvent, and what BALP requires of a patient's", async () => {
    const text = await textOf(EXCHANGE_FILES.fhir(aRecord([anAccess({ outcome: "denied" })]), CUSTOMER));
    expect(JSON.parse(text)).toMatchObject({
      resourceType: "Bundle",
      type: "collection",
      entry: [
        {
          resource: {
            resourceType: "AuditEvent",
            type: { code: "rest" },
            subtype: [{ system: "http://hl7.org/fhir/restful-interaction", code: "read" }],
            action: "R",
            recorded: "2026-05-03T13:02:31.123Z",
            outcome: "4",
            purposeOfEvent: [{ coding: [{ code: "DELIVERY" }] }],
            agent: [{ requestor: true, type: { coding: [{ code: "IRCP" }] } }, { requestor: false }],
            source: { site: "delivery-desk", observer: { display: "Regard" } },
            entity: [
              { type: { code: "1" }, role: { code: "1" }, what: { type: "Patient", identifier: { value: CUSTOMER } } },
              { what: { identifier: { value: "e-1" } } },
            ],
          },
        },
      ],
    });
  });
});
