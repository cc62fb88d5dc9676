import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventIn, readAs, verdictsOf } from "../../../support/foreign.ts";

/** Made by hand in the shape of an API Activity event, as cloud services and SaaS products write it. */
const EVENT = {
  activity_id: 2,
  activity_name: "Read",
  actor: {
    user: {
      uid: "u-51",
      name: "robin",
      full_name: "Robin Vance",
      type_id: 1,
      ldap_person: { job_title: "Agent", department: "Support" },
    },
  },
  api: { operation: "GetCustomer", request: { uid: "req-1" } },
  category_uid: 6,
  class_uid: 6003,
  enrichments: [
    { name: "purpose", value: "SUPPORT_CUSTOMER" },
    { name: "case.type", value: "ticket" },
    { name: "case.id", value: "T-9" },
    { name: "dataCategories", value: "contact.phone;orders" },
  ],
  metadata: { uid: "m-1", version: "1.3.0", product: { name: "Marlow CRM", vendor_name: "Marlow" } },
  resources: [
    { type: "Customer", uid: "C-1" },
    { type: "table", uid: "t-77" },
  ],
  severity_id: 1,
  status_id: 1,
  time: 1_777_800_600_250,
  time_dt: "2026-05-03T09:30:00.250Z",
  type_uid: 600302,
};
const CUSTOMERS = (count: number) => Array.from({ length: count }, (_, n) => ({ type: "Customer", uid: `C-${n}` }));

describe("OCSF events", () => {
  it("say who looked at whose data, when and why", async () => {
    expect(await eventIn("ocsf", [EVENT])).toEqual({
      eventId: "m-1",
      source: "marlow-crm",
      occurredAt: "2026-05-03T09:30:00.250Z",
      customerId: "C-1",
      employee: { id: "u-51", name: "Robin Vance", role: "Agent", unit: "Support", type: "employee" },
      action: "view",
      involvement: "opened",
      dataCategories: ["contact.phone", "orders"],
      fieldsRevealed: [],
      purpose: "SUPPORT_CUSTOMER",
      case: { type: "ticket", id: "T-9" },
      breakGlass: false,
      outcome: "success",
      correlationId: "req-1",
    });
  });

  it("have one time, in whatever unit it is written", async () => {
    const { time_dt: _, ...undated } = EVENT;
    for (const time of [1_777_800_600, 1_777_800_600_000, 1_777_800_600_000_000, "1777800600"]) {
      expect((await eventIn("ocsf", [{ ...undated, time }])).occurredAt).toBe("2026-05-03T09:30:00.000Z");
    }
    expect((await eventIn("ocsf", [{ ...EVENT, time: undefined }])).occurredAt).toBe("2026-05-03T09:30:00.250Z");
    expect((await eventIn("ocsf", [{ ...EVENT, time_dt: "2026-05-03 11:30:00+02:00" }])).occurredAt).toBe(
      "2026-05-03T09:30:00.250Z",
    );
    const wrong = [
      { ...EVENT, time_dt: "2026-05-03T05:30:00.250-00:00" },
      { ...EVENT, time_dt: "2026-05-03T09:30:00" },
      { ...undated, time: 17_778_006 },
      { ...undated, time: 1_777_800_600.5 },
      { ...undated, time: "soon" },
    ];
    expect(await verdictsOf("ocsf", wrong)).toEqual(wrong.map(() => ["EVENT_FIELD_INVALID", "occurredAt"]));
    expect(await verdictsOf("ocsf", [{ ...undated, time: undefined }])).toEqual([
      ["EVENT_FIELD_MISSING", "occurredAt"],
    ]);
  });

  it("never have a time that two units could mean", async () => {
    const { time_dt: _, ...undated } = EVENT;
    const century = fc.integer({ min: Date.UTC(2000), max: Date.UTC(2100) - 1 });
    await fc.assert(
      fc.asyncProperty(century, fc.constantFrom(1, 1_000, 1_000_000), async (ms, perSecond) => {
        const time = Math.floor((ms / 1_000) * perSecond);
        const read = Date.parse((await eventIn("ocsf", [{ ...undated, time }])).occurredAt);
        expect(Math.abs(read - ms)).toBeLessThanOrEqual(perSecond === 1 ? 1_000 : 1);
      }),
    );
  });

  it("that name no customer or nobody are refused, with what to do", async () => {
    const refused = [
      { ...EVENT, resources: [{ name: "acme/dynamite", uid: "383067938" }] },
      { ...EVENT, resources: undefined },
      { ...EVENT, actor: { session: { uid: "s" } } },
      { ...EVENT, actor: undefined },
    ];
    expect(await verdictsOf("ocsf", refused)).toEqual([
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_UNATTRIBUTABLE", "customerId"],
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
      ["EVENT_UNATTRIBUTABLE", "employee.id"],
    ]);
    const [row] = await readAs("ocsf", refused);
    expect(row?.refusal?.detail).toContain("columns.customerId");
    const map = { source: "code-host", columns: { customerId: "resources[].uid" } };
    expect(await eventIn("ocsf", refused.slice(0, 1), map)).toMatchObject({
      source: "code-host",
      customerId: "383067938",
      employee: { id: "u-51" },
    });
  });

  it("are read in every class in which data is seen or changed, and in no other", async () => {
    const of = (class_uid: number, activity_id: number, more: object = {}) => ({
      ...EVENT,
      class_uid,
      activity_id,
      ...more,
    });
    const accountChange = of(3001, 3, { resources: undefined, user: { type: "Customer", uid: "C-7" } });
    const seen = [
      of(6001, 5, { web_resources: CUSTOMERS(1), resources: undefined }),
      of(6003, 99),
      of(6005, 8),
      of(6006, 2),
      of(3004, 4, { entity: { type: "customer", uid: "C-8" }, resources: undefined }),
      accountChange,
    ];
    const actions = (await readAs("ocsf", seen)).map(({ value }) => value?.action);
    expect(actions).toEqual(["search", "view", "list", "export", "delete", "update"]);
    expect((await eventIn("ocsf", [accountChange])).customerId).toBe("C-7");
    expect(await verdictsOf("ocsf", [of(3002, 1), of(4001, 1), of(6005, 3), { a: 1 }])).toEqual([
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_NOT_ACCESS", ""],
      ["EVENT_UNREADABLE", ""],
    ]);
  });

  it("tell a refusal from a failure, and a machine from a person", async () => {
    const outcomes = await readAs("ocsf", [
      { ...EVENT, status_id: 2, status: "Failure" },
      { ...EVENT, status_id: 2, status_code: "AccessDenied" },
      { ...EVENT, action_id: 2 },
    ]);
    expect(outcomes.map(({ value }) => value?.outcome)).toEqual(["error", "denied", "denied"]);
    const machines = await readAs("ocsf", [
      { ...EVENT, actor: { user: { uid: "svc-1", name: "backup", type_id: 3 } } },
      { ...EVENT, actor: { app_name: "nightly-sync" } },
    ]);
    expect(machines.map(({ value }) => value?.employee)).toEqual([
      { id: "svc-1", type: "system" },
      { id: "nightly-sync", type: "system" },
    ]);
  });

  it("at several customers name them all, however many, in events that belong together", async () => {
    expect((await eventIn("ocsf", [{ ...EVENT, resources: CUSTOMERS(45) }])).customerId).toHaveLength(45);
    const resources = CUSTOMERS(100);
    const partsOf = async (changes: object) =>
      (await readAs("ocsf", [{ ...EVENT, resources, ...changes }])).map(({ value }) => value);
    const [first, ...others] = await partsOf({});
    const id = EVENT.metadata.uid;
    expect([first, ...others].map((event) => [event?.eventId, event?.partOf])).toEqual([
      [id, id],
      [`${id}.2`, id],
      [`${id}.3`, id],
    ]);
    const named = [first, ...others].flatMap((event) => event?.customerId);
    expect(named.toSorted()).toEqual(resources.map(({ uid }) => uid).toSorted());
    expect(others.every((event) => event?.recordCount === 100)).toBe(true);
    // Written in another order, it is the same look.
    expect(await partsOf({ resources: resources.toReversed() })).toEqual([first, ...others]);
    const counted = [{ name: "recordCount", value: 1_000 }];
    const wider = await partsOf({ enrichments: counted });
    expect(wider.map((event) => [event?.partOf, event?.recordCount])).toEqual([
      [undefined, 1_000],
      [id, 1_000],
      [id, 1_000],
    ]);
    expect(await partsOf({ resources: undefined, enrichments: counted })).toMatchObject([{ recordCount: 1_000 }]);
  });

  it("may not pass for the other side of somebody else's look", async () => {
    const forged = { ...EVENT, metadata: { ...EVENT.metadata, uid: "shared-AAAA" } };
    expect(await verdictsOf("ocsf", [forged])).toEqual([["EVENT_FIELD_INVALID", "eventId"]]);
  });

  it("get an id from their content and number where they carry none", async () => {
    const { uid: _, ...metadata } = EVENT.metadata;
    const rows = await readAs("ocsf", [
      { ...EVENT, metadata },
      { ...EVENT, metadata },
    ]);
    expect(rows.map(({ value }) => value?.eventId)).toEqual([
      expect.stringMatching(/^row-1-/),
      expect.stringMatching(/^row-2-/),
    ]);
  });
});
