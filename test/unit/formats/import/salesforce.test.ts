import { describe, expect, it } from "vitest";
import { recordIdOf } from "../../../../functions/formats/import/salesforce-ids.ts";
import { eventIn, readAs, verdictsOf } from "../../../support/foreign.ts";

const shown = (count: number, type = "Account") =>
  JSON.stringify({
    totalSize: count,
    records: Array.from({ length: count }, (_, n) => ({ attributes: { type }, Id: `001000000000${100 + n}AAA` })),
  });

/** Made by hand in the shape of Salesforce's event streams. */
const streamed = (kind: string, payload: object) => ({
  channel: `/event/${kind}Stream`,
  data: {
    event: { replayId: "1" },
    payload: {
      EventDate: "2026-05-03T09:30:00.250+0000",
      EventIdentifier: "id-1",
      UserId: "005000000000001AAA",
      Username: "robin@marlow.example",
      attributes: { type: kind },
      ...payload,
    },
  },
});
const OPENED = streamed("LightningUriEvent", {
  Operation: "Read",
  RecordId: "0030000000abcDE",
  QueriedEntities: "Contact",
});

/** And of its event log files, which are CSV. */
const LOG_FILE = `"EVENT_TYPE","TIMESTAMP","USER_ID","ENTITY_NAME","METHOD_NAME","ROWS_PROCESSED","REQUEST_ID","URI_ID_DERIVED"
"API","20260503093000.250","005000000000001","Contact","query","1000","REQ-1",""
"API","20260503093000.250","005000000000001","Contact","query","1000","REQ-1",""
"API","20260503093001.000","005000000000001","Product2","query","30","REQ-2",""
"URI","20260503093002.000","005000000000001","","","","REQ-3","0010000000abcDEAA2"
"Login","20260503093003.000","005000000000001","","","","REQ-4",""
"API","20260503093004.000","","Contact","query","5","REQ-5",""
`;

describe("Salesforce's events", () => {
  it("say who opened whose record", async () => {
    expect(await eventIn("salesforce", [OPENED])).toEqual({
      eventId: "LightningUriEvent-id-1",
      source: "salesforce",
      occurredAt: "2026-05-03T09:30:00.250Z",
      customerId: [recordIdOf("0030000000abcDE")],
      employee: { id: "005000000000001AAA", type: "employee" },
      action: "view",
      involvement: "opened",
      dataCategories: [],
      fieldsRevealed: [],
      purpose: "NOT_RECORDED",
      breakGlass: false,
      outcome: "success",
    });
  });

  it("name those whom a list or report showed, and say how many more there were", async () => {
    const list = (rows: number, named: number) =>
      eventIn("salesforce", [streamed("ListViewEvent", { RowsProcessed: rows, Records: shown(named) })]);
    expect(await list(2, 2)).toMatchObject({ recordCount: 2, involvement: "listed", action: "list" });
    expect((await list(2, 2)).customerId).toHaveLength(2);
    expect(await list(1_000, 2)).toMatchObject({
      recordCount: 1_000,
      customerId: [expect.any(String), expect.any(String)],
    });
    const many = await list(46, 46);
    expect(many.customerId).toHaveLength(45);
    expect(many).toMatchObject({ recordCount: 46, partOf: many.eventId });
    const report = { Operation: "ReportExported", RowsProcessed: 20_680, QueriedEntities: "Contact,Case" };
    const bulk = await eventIn("salesforce", [streamed("ReportEvent", { ...report, Records: "{cut off" })]);
    expect(bulk).toMatchObject({ action: "export", recordCount: 20_680 });
    expect(bulk).not.toHaveProperty("customerId");
  });

  it("come as event log files too: in UTC, with ids of 18, and each row once", async () => {
    const rows = await readAs("salesforce", LOG_FILE);
    expect(
      rows.map(({ line, value, refusal }) => [line, refusal?.code ?? value?.recordCount ?? value?.customerId]),
    ).toEqual([
      [2, 1_000],
      [3, 1_000],
      [4, "EVENT_UNATTRIBUTABLE"],
      [5, ["0010000000abcDEAA2"]],
      [6, "EVENT_NOT_ACCESS"],
      [7, "EVENT_UNATTRIBUTABLE"],
    ]);
    expect(rows[0]?.value).toMatchObject({
      occurredAt: "2026-05-03T09:30:00.250Z",
      employee: { id: recordIdOf("005000000000001") },
      correlationId: "REQ-1",
    });
    expect(rows[1]?.value?.eventId).toBe(rows[0]?.value?.eventId);
  });

  it("that show nobody a customer are refused, and a map says which other records are customers", async () => {
    const own = streamed("UriEvent", {
      Operation: "Update",
      RecordId: "a01000000000001AAA",
      QueriedEntities: "Guest__c",
    });
    const others = [
      own,
      streamed("LoginEvent", { Status: "Success" }),
      streamed("ReportEvent", { RowsProcessed: 0, QueriedEntities: "Contact" }),
      streamed("ReportEvent", { RowsProcessed: 50, QueriedEntities: "Product2" }),
      { action: "createduser", section: "Manage Users", sfdc_created_by_id: "005000000000001AAA" },
    ];
    expect(await verdictsOf("salesforce", others)).toEqual([
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_NOT_ACCESS", ""],
    ]);
    const map = { source: "crm", columns: { customerId: "RecordId" }, only: { QueriedEntities: ["Guest__c"] } };
    expect(await eventIn("salesforce", [own], map)).toMatchObject({
      customerId: "a01000000000001AAA",
      action: "update",
      source: "crm",
    });
    expect(await verdictsOf("salesforce", [OPENED], map)).toEqual([["EVENT_NOT_ACCESS", ""]]);
  });

  it("know a record by its id of 15 characters as by that of 18", () => {
    expect(recordIdOf("0010000000abcDE")).toBe("0010000000abcDEAAY");
    expect(recordIdOf("001D000000IqhSL")).toBe("001D000000IqhSLIAZ"); // Salesforce's own example
    expect(recordIdOf("001D000000IqhSLIAZ")).toBe("001D000000IqhSLIAZ");
    expect(recordIdOf("robin@marlow.example")).toBe("robin@marlow.example");
  });
});
