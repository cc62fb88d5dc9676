import { describe, expect, it } from "vitest";
import { actOnMatter } from "../../../functions/use-cases/act-on-matter.ts";
import { raisePart } from "../../../functions/use-cases/raise-part.ts";
import { readDecisions } from "../../../functions/use-cases/read-decisions.ts";
import { signalDesk } from "../../support/signal-desk.ts";
import { WATCHED_AT } from "../../support/watched-company.ts";

type Desk = ReturnType<typeof signalDesk>;
const SENDER = "s".repeat(43);

const report = (desk: Desk, customerId: string, contactedOn: string) =>
  raisePart(desk, {
    customerKey: desk.keyring.customerKey(customerId),
    part: {
      kind: "contact-report",
      contactedOn,
      channel: "text",
      safety: "safe",
      sender: { key: SENDER, tail: "0123" },
    },
    by: { kind: "customer" },
    language: "en",
    address: `${customerId}@example.com`,
  });

const markMisuse = (desk: Desk, reference: string, employeeId: string) =>
  actOnMatter(desk, { reference, by: { kind: "clock" } }, "lapse", () => ({
    deed: { act: "lapse", askId: "none" },
    to: { breach: { employeeId, awareAt: WATCHED_AT, notifyBy: WATCHED_AT } },
  }));

/** MARKETING needs no case: alone it says nothing, and every rule about people's decisions sees it. */
const quiet = (eventId: string, day: string, customerId = "C-1", employee = "emp-7") => ({
  ...{ eventId, customerId, occurredAt: `2026-${day}T10:00:00Z`, purpose: "MARKETING" },
  employee: { id: employee },
});

describe("what people decide and report", () => {
  it("comes to the rules from the matters, open and closed, as long as accesses of the time are kept", async () => {
    const desk = signalDesk();
    const { reference } = await report(desk, "C-1", "2026-05-20");
    const customerKey = desk.keyring.customerKey("C-1");
    const reported = { customerKey, contactedAt: "2026-05-20T22:59:59.999Z", senderHashes: [SENDER] };
    expect(await readDecisions(desk, WATCHED_AT)).toEqual({ misuses: [], reports: [reported] });

    await actOnMatter(desk, { reference, by: { ...STAFF } }, "take", () => ({ deed: { act: "take" } }));
    await markMisuse(desk, reference, "emp-7");
    const misuse = { employeeId: "emp-7", customerKey, confirmedAt: WATCHED_AT };
    expect(await readDecisions(desk, WATCHED_AT)).toEqual({ misuses: [misuse], reports: [reported] });
    await desk.closeAll("misuse");
    expect(await readDecisions(desk, WATCHED_AT)).toEqual({ misuses: [misuse], reports: [reported] });
    expect(await readDecisions(desk, "2027-09-15T12:00:00.000Z")).toEqual({ misuses: [], reports: [] });
  });

  it("a reported contact makes looks worth another look that were read before, and once", async () => {
    const desk = signalDesk();
    await desk.arrive(quiet("in", "05-10"), quiet("old", "03-10"), quiet("other", "05-10", "C-2"));
    expect(await desk.turn()).toMatchObject({ raised: 0 });
    await report(desk, "C-1", "2026-05-20");
    await desk.turn();
    expect(await desk.turn()).toMatchObject({ read: 1, raised: 1, failures: [] });
    const [part, ...more] = await desk.partsRaised();
    expect([part?.rules, part?.accesses, more]).toEqual([["contact-report"], ["orders in"], []]);
    expect(await desk.matters.openMatters()).toMatchObject([{ kinds: ["contact-report", "signal"] }]);
    expect(await desk.turn()).toMatchObject({ read: 0, raised: 0 });
  });

  it("a contact from an employee's own number is raised where they opened nothing", async () => {
    const desk = signalDesk();
    await desk.facts.putEmployees([{ id: "emp-8", protected: false, senderKeys: [SENDER] }]);
    await report(desk, "C-1", "2026-05-20");
    expect(await desk.turn()).toMatchObject({ raised: 1 });
    expect(await desk.partsRaised()).toMatchObject([{ employeeId: "emp-8", rules: ["contact-report"], accesses: [] }]);
    expect(await desk.turn()).toMatchObject({ raised: 0 });
  });

  it("a run that is cut off before it raised them forgets no report", async () => {
    const desk = signalDesk();
    await desk.facts.putEmployees([{ id: "emp-8", protected: false, senderKeys: [SENDER] }]);
    await report(desk, "C-1", "2026-05-20");
    const allEmployees = () => {
      throw new Error("The store is away.");
    };
    await expect(desk.turn({ facts: { ...desk.facts, allEmployees } })).rejects.toThrow("The store is away.");
    expect(await desk.turn()).toMatchObject({ raised: 1, failures: [] });
    expect(await desk.partsRaised()).toMatchObject([{ employeeId: "emp-8", rules: ["contact-report"] }]);
    expect(await desk.turn()).toMatchObject({ raised: 0 });
  });

  it("marked misuse makes everything worth another look that this employee opened, at all customers", async () => {
    const desk = signalDesk();
    await desk.arrive(quiet("a", "05-10"), quiet("b", "03-10", "C-2"), quiet("c", "05-10", "C-3", "emp-9"));
    await report(desk, "C-1", "2026-05-20");
    for (let n = 0; n < 3; n += 1) await desk.turn();
    const before = await desk.partsRaised();
    const [matter] = await desk.matters.openMatters();
    const reference = matter?.reference ?? "";
    await actOnMatter(desk, { reference, by: { ...STAFF } }, "take", () => ({ deed: { act: "take" } }));
    await markMisuse(desk, reference, "emp-7");
    for (let n = 0; n < 3; n += 1) expect(await desk.turn()).toMatchObject({ failures: [] });
    expect((await desk.partsRaised()).slice(before.length)).toEqual([
      {
        customerKey: desk.keyring.customerKey("C-2"),
        employeeId: "emp-7",
        rules: ["look-back"],
        accesses: ["orders b"],
      },
    ]);
    expect(await desk.turn()).toMatchObject({ read: 0, raised: 0 });
  });
});

const STAFF = { kind: "staff", role: "dpo", id: "dpo-1", name: "Eleanor Ashby" } as const;
