import { describe, expect, it } from "vitest";
import { isShared } from "../../../../functions/formats/import/foreign.ts";
import { balpRead, patientEntity } from "../../../support/balp.ts";
import { eventIn, readAs, verdictsOf } from "../../../support/foreign.ts";

const idOf = async (record: unknown) => (await eventIn("fhir", [record])).eventId;

describe("FHIR AuditEvents", () => {
  it("say which person read which patient's data", async () => {
    expect(await eventIn("fhir", [balpRead()])).toEqual({
      eventId: expect.stringMatching(/^shared-/),
      source: "fhir",
      occurredAt: "2026-05-03T09:30:00.000Z",
      customerId: "P-1",
      employee: { id: "Robin Vance", type: "employee" },
      action: "view",
      involvement: "opened",
      dataCategories: ["health"],
      fieldsRevealed: ["Observation"],
      purpose: "NOT_RECORDED",
      breakGlass: false,
      outcome: "success",
      correlationId: "76d148b6-586d-11ec-bf63-0242ac130002",
    });
    const known = { identifier: { system: "https://hr.example", value: "emp-7" } };
    expect((await eventIn("fhir", [balpRead({ identity: known })])).employee).toEqual({
      id: "emp-7",
      name: "Robin Vance",
      type: "employee",
    });
    const practitioner = { reference: "https://ehr.example/fhir/Practitioner/p-9/_history/2" };
    expect((await eventIn("fhir", [balpRead({ identity: practitioner })])).employee.id).toBe("p-9");
  });

  it("come in Bundles, one a line, or alone", async () => {
    const two = [balpRead({ request: "r-1" }), balpRead({ request: "r-2", recorded: "2026-05-03T11:30:00+02:00" })];
    const bundle = { resourceType: "Bundle", type: "collection", entry: two.map((resource) => ({ resource })) };
    for (const file of [two, [bundle], JSON.stringify(bundle, null, 2)]) {
      const times = (await readAs("fhir", file)).map(({ value }) => value?.occurredAt);
      expect(times).toEqual(["2026-05-03T09:30:00.000Z", "2026-05-03T09:30:00.000Z"]);
    }
    expect(await verdictsOf("fhir", [{ resourceType: "Patient", id: "P-1" }, { resourceType: "Bundle" }])).toEqual([
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
    ]);
  });

  it("of one request have one id, whichever side reports it and however it writes the name", async () => {
    const server = balpRead();
    const client = balpRead({
      id: "b-2",
      name: "robinVance",
      recorded: "2026-05-03T09:30:01.500Z",
      source: { observer: { display: "tablet-7" } },
      entity: [...balpRead().entity].reverse(),
    });
    expect(await idOf(client)).toBe(await idOf(server));
    expect(isShared(await eventIn("fhir", [server]))).toBe(true);
    const others = [
      balpRead({ request: "another" }),
      balpRead({ name: "Sam Ortiz" }),
      balpRead({ patients: ["P-2"] }),
      balpRead({ patients: ["P-1", "P-2"] }),
      balpRead({ action: "U" }),
    ];
    const ids = await Promise.all([server, ...others].map(idOf));
    expect(new Set(ids).size).toBe(ids.length);
    expect(await idOf(balpRead({ request: "" }))).toBe("a-1");
  });

  it("without a person or a patient are refused, and a patient's own look is nobody's of the staff", async () => {
    const own = {
      type: { coding: [{ code: "IRCP" }] },
      who: { reference: "Patient/P-1" },
      requestor: true,
    };
    expect(
      await verdictsOf("fhir", [
        balpRead({ name: "" }),
        balpRead({ agent: [own] }),
        balpRead({ agent: [{ type: { coding: [{ code: "UserOauthAgent" }] }, requestor: true }] }),
        balpRead({ patients: [] }),
        balpRead({ recorded: undefined }),
        balpRead({ recorded: "2026-05-03" }),
      ]),
    ).toEqual([
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_FIELD_MISSING", "occurredAt"],
      ["EVENT_FIELD_INVALID", "occurredAt"],
    ]);
  });

  it("carry purposes, refusals, searches and what left the house", async () => {
    const reason = (code: string, system = "http://terminology.hl7.org/CodeSystem/v3-ActReason") => [
      { coding: [{ system, code }] },
    ];
    const events = await readAs("fhir", [
      balpRead({ purposeOfEvent: reason("HPAYMT") }),
      balpRead({ purposeOfEvent: reason("TREAT") }),
      balpRead({ purposeOfEvent: reason("PATRQT"), type: { code: "110106" } }),
      balpRead({ subtype: [{ code: "search-type" }], action: "E", entity: [patientEntity("P-1")] }),
      balpRead({ outcome: "4", outcomeDesc: "403 Forbidden" }),
      balpRead({ outcome: "8" }),
    ]);
    expect(events.map(({ value }) => [value?.action, value?.purpose, value?.outcome, value?.recipient])).toEqual([
      ["view", "BILLING", "success", undefined],
      ["view", "TREAT", "success", undefined],
      ["export", "RIGHTS_REQUEST", "success", "tablet-7"],
      ["search", "NOT_RECORDED", "success", undefined],
      ["view", "NOT_RECORDED", "denied", undefined],
      ["view", "NOT_RECORDED", "error", undefined],
    ]);
  });
});
