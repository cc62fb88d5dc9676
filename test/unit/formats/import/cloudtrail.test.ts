import { describe, expect, it } from "vitest";
import type { EventMapInput } from "../../../../functions/contract/event-map.ts";
import { eventIn, readAs, verdictsOf } from "../../../support/foreign.ts";

/** Made by hand in the shape of data events in CloudTrail's files. */
const GET_ITEM = {
  eventVersion: "1.11",
  userIdentity: {
    type: "AssumedRole",
    principalId: "AROAEXAMPLE:robin@marlow.example",
    arn: "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Support/robin@marlow.example",
    accountId: "111122223333",
    sessionContext: { sessionIssuer: { type: "Role", userName: "AWSReservedSSO_Support" } },
  },
  eventTime: "2026-05-03T09:30:00Z",
  eventSource: "dynamodb.amazonaws.com",
  eventName: "GetItem",
  requestParameters: { tableName: "Customers", key: { pk: "CUSTOMER#C-1", sk: "PROFILE" } },
  responseElements: null,
  requestID: "R-1",
  eventID: "e-1",
  readOnly: true,
  managementEvent: false,
  eventCategory: "Data",
};
const GET_OBJECT = {
  ...GET_ITEM,
  userIdentity: { type: "IAMUser", userName: "sam", principalId: "AIDAEXAMPLE" },
  eventSource: "s3.amazonaws.com",
  eventName: "GetObject",
  requestParameters: { bucketName: "files", key: "customers/C-2/passport.pdf" },
  eventID: "e-2",
};
const MAP: EventMapInput = {
  source: "customer-tables",
  values: { dataCategories: ["contact"] },
  templates: {
    customerId: {
      column: ["requestParameters.key.pk", "requestParameters.key", "requestParameters.expressionAttributeValues.:pk"],
      template: ["CUSTOMER#{}", "customers/{}/*"],
    },
  },
};

describe("CloudTrail's data events", () => {
  it("find the customer in the key that was read, and the person behind the role", async () => {
    const file = JSON.stringify({ Records: [GET_ITEM, GET_OBJECT] });
    const [item, object] = await readAs("cloudtrail", file, MAP);
    expect(item?.value).toEqual({
      eventId: "e-1",
      source: "customer-tables",
      occurredAt: "2026-05-03T09:30:00.000Z",
      customerId: "C-1",
      employee: { id: "robin@marlow.example", role: "AWSReservedSSO_Support", type: "employee" },
      action: "view",
      involvement: "opened",
      dataCategories: ["contact"],
      fieldsRevealed: [],
      purpose: "NOT_RECORDED",
      breakGlass: false,
      outcome: "success",
      correlationId: "R-1",
    });
    expect(object?.value).toMatchObject({ customerId: "C-2", employee: { id: "sam" } });
    expect(object).toMatchObject({ line: 1, record: 2 });
  });

  it("of a query name whose partition it read", async () => {
    const query = {
      ...GET_ITEM,
      eventName: "Query",
      requestParameters: { tableName: "Customers", expressionAttributeValues: { ":pk": "CUSTOMER#C-3" } },
    };
    expect(await eventIn("cloudtrail", [query], MAP)).toMatchObject({ customerId: "C-3", action: "list" });
  });

  it("in PartiQL are searches, or changes where any statement changes something", async () => {
    const asks = (...statements: string[]) => ({
      ...GET_ITEM,
      eventName: statements.length === 1 ? "ExecuteStatement" : "BatchExecuteStatement",
      requestParameters:
        statements.length === 1
          ? { statement: statements[0] }
          : { requestItems: statements.map((statement) => ({ statement })) },
    });
    const select = "SELECT * FROM Customers WHERE pk = 'C-4' AND name = ***(Redacted)";
    const change = "update Customers SET name = ***(Redacted) WHERE pk = 'C-5'";
    const map: EventMapInput = {
      source: "customer-tables",
      templates: {
        customerId: {
          column: ["requestParameters.statement", "requestParameters.requestItems[].statement"],
          template: ["* WHERE pk = '{}' AND *", "* WHERE pk = '{}'"],
        },
      },
    };
    expect(await eventIn("cloudtrail", [asks(select)], map)).toMatchObject({ customerId: "C-4", action: "search" });
    expect(await eventIn("cloudtrail", [asks(select, change)], map)).toMatchObject({
      customerId: ["C-4", "C-5"],
      action: "update",
    });
  });

  it("without a customer, or about management, are refused", async () => {
    const scan = { ...GET_ITEM, eventName: "Scan", requestParameters: { tableName: "Customers" } };
    const management = { ...GET_ITEM, managementEvent: true, eventCategory: "Management" };
    expect(await verdictsOf("cloudtrail", [scan, management, { Records: 1 }], MAP)).toEqual([
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_UNREADABLE", ""],
    ]);
    expect(await verdictsOf("cloudtrail", [GET_ITEM])).toEqual([["EVENT_UNATTRIBUTABLE", "customerId"]]);
    expect(await eventIn("cloudtrail", [scan], { ...MAP, values: { recordCount: 50_000 } })).toMatchObject({
      recordCount: 50_000,
      action: "list",
    });
  });

  it("tell services, the root account and refusals, and count a copy in two accounts once", async () => {
    const of = (userIdentity: object, more: object = {}) => ({ ...GET_ITEM, userIdentity, ...more });
    const events = await readAs(
      "cloudtrail",
      [
        of({ type: "AWSService", invokedBy: "backup.amazonaws.com" }),
        of({ type: "Root", accountId: "1", principalId: "1" }),
        of(GET_ITEM.userIdentity, { errorCode: "AccessDenied" }),
        of(GET_ITEM.userIdentity, { errorCode: "ProvisionedThroughputExceededException", sharedEventID: "s-1" }),
        of({ type: "AssumedRole", principalId: "A:agent", onBehalfOf: { userId: "u-1" } }),
      ],
      MAP,
    );
    expect(events.map(({ value }) => [value?.employee.id, value?.employee.type, value?.outcome])).toEqual([
      ["backup.amazonaws.com", "system", "success"],
      ["root of 1", "employee", "success"],
      ["robin@marlow.example", "employee", "denied"],
      ["robin@marlow.example", "employee", "error"],
      ["agent", "employee", "success"],
    ]);
    expect(events[3]?.value?.eventId).toBe("s-1");
    expect(events[4]?.value?.onBehalfOf).toBe("u-1");
    expect(await verdictsOf("cloudtrail", [of({})], MAP)).toEqual([["EVENT_UNATTRIBUTABLE", "employee.id"]]);
  });
});
