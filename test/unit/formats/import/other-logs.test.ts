import { describe, expect, it } from "vitest";
import { eventIn, readAs, verdictsOf } from "../../../support/foreign.ts";

describe("Microsoft 365's unified audit log", () => {
  /** Made by hand in the shape of a record of SharePoint. */
  const DOWNLOAD = {
    CreationTime: "2026-05-03T09:30:00",
    Id: "m-1",
    Operation: "FileDownloaded",
    RecordType: 6,
    UserType: 0,
    Workload: "SharePoint",
    UserId: "robin@marlow.example",
    CorrelationId: "c-1",
    ObjectId: "https://marlow.sharepoint.com/sites/service/customers/C-1/contract.docx",
  };
  const MAP = {
    source: "sharepoint",
    templates: { customerId: { column: "ObjectId", template: "https://*/customers/{}/*" } },
  };

  it("says who opened a customer's file, in UTC", async () => {
    expect(await eventIn("m365", [DOWNLOAD], MAP)).toMatchObject({
      eventId: "m-1",
      source: "sharepoint",
      occurredAt: "2026-05-03T09:30:00.000Z",
      customerId: "C-1",
      employee: { id: "robin@marlow.example", type: "employee" },
      action: "export",
      correlationId: "c-1",
    });
  });

  it("is read out of the Graph API's answers and of the search's CSV", async () => {
    const graph = JSON.stringify({ value: [{ id: "x", auditData: DOWNLOAD }], "@odata.nextLink": "…" });
    const csv = `RecordId,Operations,AuditData\nr,FileDownloaded,"${JSON.stringify(DOWNLOAD).replaceAll('"', '""')}"\nr,x,{`;
    expect((await eventIn("m365", graph, MAP)).eventId).toBe("m-1");
    expect((await eventIn("m365", csv, MAP)).eventId).toBe("m-1");
    expect((await verdictsOf("m365", csv, MAP))[1]).toEqual(["EVENT_UNREADABLE", ""]);
  });

  it("tells looks from what is none, and people from machines", async () => {
    const of = (Operation: string, more: object = {}) => ({ ...DOWNLOAD, Operation, ...more });
    const read = await readAs(
      "m365",
      ["PageViewed", "FileModified", "FileRecycled", "FileAccessed"].map((o) => of(o)),
      MAP,
    );
    expect(read.map(({ value }) => value?.action)).toEqual(["view", "update", "delete", "view"]);
    const none = ["SiteDeleted", "AddedToGroup", "SignInEvent", "SiteIBModeChanged", "SearchQueryInitiatedSharePoint"];
    expect(await verdictsOf("m365", [...none.map((o) => of(o, { ObjectId: "https://x/sites/y" })), {}], MAP)).toEqual([
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_UNREADABLE", ""],
    ]);
    const users = [{ UserId: "SHAREPOINT\\system" }, { UserType: 5 }, { UserType: 9 }, { UserType: 3 }];
    const types = await readAs(
      "m365",
      users.map((user) => of("PageViewed", user)),
      MAP,
    );
    expect(types.map(({ value }) => value?.employee.type)).toEqual(["system", "system", "contractor", "processor"]);
    expect(await verdictsOf("m365", [of("PageViewed", { UserId: undefined })], MAP)).toEqual([
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
    ]);
  });
});

describe("pgaudit's lines in PostgreSQL's log", () => {
  it("name no customer, and say what to do instead", async () => {
    const line = (message: string) =>
      `2026-05-03 09:30:00.250 UTC,"app","shop",1,"[local]",5.1,1,"SELECT",2026-05-03 09:30:00 UTC,2/1,0,LOG,00000,"${message}",,,,,,,,"","psql"`;
    const log = [line("connection received"), line("AUDIT: SESSION,1,1,READ,SELECT,,,\nselect 1,<none>")].join("\n");
    const rows = await readAs("pgaudit", log);
    expect(rows.map(({ line: at, refusal }) => [at, refusal?.code])).toEqual([
      [1, "EVENT_NOT_ACCESS"],
      [2, "EVENT_UNATTRIBUTABLE"],
    ]);
    expect(rows[1]?.refusal?.detail).toMatch(/application report the look/);
  });
});

describe("the answer of Estonia's data tracker", () => {
  const usages = [
    ["2026-05-03T12:30:00", "Päring: isiku andmed", "70008440"],
    ["2026-05-03T09:31:00Z", "Kiri &amp; teade", "70001490"],
  ] as const;
  const soap = `<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xrd="http://x-road.eu/xsd/xroad.xsd">
  <SOAP-ENV:Header><xrd:userId>EE38001085718</xrd:userId></SOAP-ENV:Header>
  <SOAP-ENV:Body><p:findUsageResponse xmlns:p="http://dumonitor.x-road.eu/producer">
${usages.map(([time, action, receiver]) => `    <usage><logtime>${time}</logtime><action>${action}</action><receiver>${receiver}</receiver></usage>`).join("\n")}
    <usage><logtime>2026-05-03T09:32:00Z</logtime><action>x</action></usage>
  </p:findUsageResponse></SOAP-ENV:Body>
</SOAP-ENV:Envelope>`;

  it("says which authority received whose data, when and what for", async () => {
    const rows = await readAs("find-usage", soap);
    expect(rows.map(({ line, record }) => [line, record])).toEqual([
      [5, 1],
      [6, 2],
      [7, 3],
    ]);
    expect(rows[0]?.value).toMatchObject({
      source: "data-tracker",
      occurredAt: "2026-05-03T09:30:00.000Z",
      customerId: "EE38001085718",
      employee: { id: "70008440", type: "processor" },
      recipient: "70008440",
      purposeText: "Päring: isiku andmed",
    });
    expect(rows[1]?.value?.purposeText).toBe("Kiri & teade");
    expect(rows[2]?.refusal).toMatchObject({ code: "EVENT_UNATTRIBUTABLE", field: "employee.id" });
    const again = await readAs("find-usage", soap.replace(/<usage>.*\n/, "")); // the next page overlaps this one
    expect(again[0]?.value?.eventId).toBe(rows[1]?.value?.eventId);
  });

  it("comes as JSON, where a map says whose it is", async () => {
    const json = JSON.stringify({
      findUsageResponses: usages.map(([logtime, action, receiver]) => ({ logtime, action, receiver })),
    });
    expect(await verdictsOf("find-usage", json)).toEqual([
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_UNATTRIBUTABLE", "customerId"],
    ]);
    const map = { source: "rr", values: { customerId: "EE38001085718" } };
    expect(await eventIn("find-usage", json, map)).toMatchObject({ source: "rr", customerId: "EE38001085718" });
  });

  it("has the authority's name and system in protocol 2", async () => {
    const usage = {
      logtime: "2021-01-31T10:20:30Z",
      action: "Isiku nime päring",
      receiverCode: "12345678",
      receiverName: "Amet",
      receiverSystem: "Terviseportaal",
    };
    const answer = { totalUsages: 1_000, usages: [usage, { ...usage, receiverName: undefined }] };
    const map = { source: "rr", values: { customerId: "EE38001085718" } };
    const rows = await readAs("find-usage", JSON.stringify(answer), map);
    expect(rows.map(({ value }) => [value?.employee, value?.recipient])).toEqual([
      [{ id: "12345678", name: "Amet", unit: "Terviseportaal", type: "processor" }, "Amet"],
      [{ id: "12345678", unit: "Terviseportaal", type: "processor" }, "12345678"],
    ]);
  });

  it("of two people is never taken for the same, even where it reads the same", async () => {
    const json = JSON.stringify({
      findUsageResponses: [{ logtime: "2026-05-03T09:31:00Z", action: "x", receiver: "7" }],
    });
    const of = (customerId: string) => eventIn("find-usage", json, { source: "rr", values: { customerId } });
    expect((await of("EE1")).eventId).not.toBe((await of("EE2")).eventId);
    expect((await of("EE1")).eventId).toBe((await of("EE1")).eventId);
  });

  it("that is no well-formed XML is refused as a file", async () => {
    await expect(readAs("find-usage", "<a><b></a>")).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
  });
});
