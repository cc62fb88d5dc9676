import { describe, expect, it } from "vitest";
import { judge } from "../../../../functions/domain/evidence.ts";
import type { BreachDecision } from "../../../../functions/domain/matter-vocabulary.ts";
import { decideBreach } from "../../../../functions/use-cases/desk/decide-breach.ts";
import { lookBack, openForOthers } from "../../../../functions/use-cases/desk/look-back.ts";
import { markMisuse } from "../../../../functions/use-cases/desk/mark-misuse.ts";
import { knowEmployees } from "../../../../functions/use-cases/know-employees.ts";
import { AMELIA, type Desk, DRIVER, openDesk } from "../../../support/desk-room.ts";
import { DPO, SECOND_DPO } from "../../../support/matters.ts";
import { refusalOf } from "../../../support/refusals.ts";

const inHand = async (desk: Desk, reference: Promise<string>) => {
  await desk.take(await reference);
  return reference;
};
const others = async (desk: Desk, ...customers: readonly string[]) => {
  for (const [n, customer] of customers.entries())
    await desk.log({ eventId: `o-${n}`, occurredAt: "2026-05-04T09:00:00Z" }, { customerKeys: [customer] });
};
const back = async (desk: Desk, reference: string, employeeId = DRIVER, by = DPO) =>
  lookBack(desk, { ...(await desk.by(reference, by)), employeeId });
const open = (
  desk: Desk,
  reference: string,
  customerKeys: readonly string[],
  employeeId = DRIVER,
  staff = SECOND_DPO,
) => openForOthers(desk, { reference, employeeId, customerKeys, staff });
const ownLooks = async (desk: Desk, customerKey: string) =>
  (await desk.looksAt(customerKey)).filter(({ source }) => source === "regard");

describe("marking misuse", () => {
  it("starts the 72 hours, and tells the customer only where people decide to", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await desk.misuse(reference);
    const { breach, employeeIds } = (await desk.current(reference)).value;
    expect([breach, employeeIds]).toEqual([
      { employeeId: DRIVER, awareAt: "2026-06-15T12:00:00.000Z", notifyBy: "2026-06-18T12:00:00.000Z" },
      [DRIVER],
    ]);
    expect(await desk.lastDeed(reference)).not.toHaveProperty("letter");
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
    expect(await refusalOf(desk.misuse(reference))).toBe("ACT_NOT_POSSIBLE");
    const told = await openDesk();
    const other = await inHand(told, told.ask());
    await told.misuse(other, "He kept your number.");
    expect(JSON.stringify(await told.lastDeed(other))).toContain("He kept your number.");
    expect(told.mailsTo(AMELIA.address)).toEqual([{ kind: "news", reference: other }]);
  });

  it("is about that employee's looks, and no letter tells of one that is held back", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await desk.log({ eventId: "theirs", employee: { id: "emp-8" } });
    const mark = async (eventId: string, letterWords?: string) =>
      markMisuse(desk, {
        ...(await desk.by(reference)),
        ...{ employeeId: DRIVER, accesses: [{ source: "orders", eventId }], words: "No reason.", letterWords },
      });
    expect(await refusalOf(mark("theirs"))).toBe("ACT_NOT_POSSIBLE");
    expect(await refusalOf(mark("none"))).toBe("ROWS_UNKNOWN");
    await desk.log({ eventId: "wrong" });
    await desk.log({ eventId: "right", supersedes: "wrong" });
    expect(await refusalOf(mark("wrong", "He looked."))).toBe("ACT_NOT_POSSIBLE");
    expect(await refusalOf(mark("wrong"))).toBe("done");
  });

  it.each<BreachDecision>(["notified", "risk-unlikely"])(
    "is followed by a decision about the authority, which needs it: %s",
    async (kind) => {
      const desk = await openDesk();
      const reference = await inHand(desk, desk.ask());
      const decide = async () =>
        decideBreach(desk, { ...(await desk.by(reference)), decision: { kind, reasons: "It was blanked." } });
      expect(await refusalOf(decide())).toBe("ACT_NOT_POSSIBLE");
      await desk.misuse(reference);
      expect(await refusalOf(decide())).toBe("done");
      expect((await desk.current(reference)).value.breach?.decision).toMatchObject({
        ...{ kind, decidedBy: DPO, decidedAt: desk.now() },
      });
    },
  );
});

describe("looking back", () => {
  it("adds up what an employee opened, most without evidence first, and stands in all of those logs before", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await others(desk, "customer-2", "customer-3", "customer-3");
    const answer = await back(desk, reference);
    expect(answer.customers.map(({ customerKey, looks }) => [customerKey, looks])).toEqual([
      ...[
        ["customer-3", 2],
        ["customer-1", 1],
        ["customer-2", 1],
      ],
    ]);
    expect(answer).toMatchObject({ looks: 4, cut: false, revision: 3 });
    expect(await desk.lastDeed(reference)).toEqual({
      ...{ act: "look-back", employeeId: DRIVER, customers: 3, accesses: 4 },
    });
    expect(await ownLooks(desk, "customer-1")).toMatchObject([
      { purpose: "RIGHTS_REQUEST", employee: { id: DPO.id }, case: { type: "matter", id: reference } },
    ]);
  });

  it("counts no try that was denied, and nothing that a correction replaced, whoever it names now", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    const to = { customerKeys: ["customer-2"] };
    await desk.log({ eventId: "denied", outcome: "denied" }, to);
    await desk.log({ eventId: "wrong-time" }, to);
    await desk.log({ eventId: "right-time", supersedes: "wrong-time" }, to);
    await desk.log({ eventId: "wrong-person" }, to);
    await desk.log({ eventId: "right-person", supersedes: "wrong-person", employee: { id: "emp-8" } }, to);
    const { customers } = await back(desk, reference);
    expect(customers.find(({ customerKey }) => customerKey === "customer-2")).toMatchObject({ looks: 1 });
    await desk.misuse(reference);
    const [opened = ""] = await open(desk, reference, ["customer-2"]);
    expect((await desk.story(opened)).map(({ deed }) => "part" in deed && deed.part)).toMatchObject([
      { accesses: [{ eventId: "right-time" }] },
    ]);
  });

  it("is at other customers the company that checks itself: no case of theirs, nothing that contradicts it", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await others(desk, "customer-2");
    await back(desk, reference);
    const [look] = await ownLooks(desk, "customer-2");
    expect(look).toMatchObject({ purpose: "AUDIT_OVERSIGHT", employee: { id: DPO.id } });
    expect(look).not.toHaveProperty("case");
    if (look === undefined) return;
    const facts = { known: undefined, completeSince: undefined, needsCase: false, judgedAt: desk.now() };
    expect(judge({ ...facts, access: look }).level).toBe("stated");
  });

  it("of somebody whom nothing in the matter leads to is refused, and no log tells of a look that never was", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await others(desk, "customer-2");
    await desk.log({ eventId: "x", employee: { id: "emp-8" } }, { customerKeys: ["customer-2"] });
    expect(await refusalOf(back(desk, reference, "emp-8"))).toBe("ACT_NOT_POSSIBLE");
    const stale = { ...(await desk.by(reference)), revision: 1, employeeId: DRIVER };
    expect(await refusalOf(lookBack(desk, stale))).toBe("MATTER_CHANGED");
    expect(await refusalOf(lookBack(desk, { ...stale, reference: "RG-0000-0000" }))).toBe("NOT_FOUND");
    expect(await ownLooks(desk, "customer-1")).toEqual([]);
    expect(await ownLooks(desk, "customer-2")).toEqual([]);
  });

  it("of whoever's number the customer was contacted from is possible without a look of theirs", async () => {
    const desk = await openDesk();
    await knowEmployees(desk, [{ id: "emp-9", protected: false, contacts: ["@kieran.d"] }]);
    const reference = await inHand(desk, desk.report({ channel: "social", from: "https://example.com/Kieran.D/" }));
    expect((await back(desk, reference, "emp-9")).customers).toEqual([]);
  });

  it("shows nothing where the looks cannot be logged, and leaves the matter as it was", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    const accessLog = { ...desk.accessLog, append: () => Promise.reject(new Error("The log stays away.")) };
    const work = lookBack({ ...desk, accessLog }, { ...(await desk.by(reference)), employeeId: DRIVER });
    expect(await refusalOf(work)).toBe("LOOK_NOT_LOGGED");
    expect(await desk.acts(reference)).toEqual(["raise", "take"]);
  });
});

describe("opening matters for other customers", () => {
  it("needs misuse that was marked of that employee, by somebody who is not the employee", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await others(desk, "customer-2");
    expect(await refusalOf(open(desk, reference, ["customer-2"]))).toBe("ACT_NOT_POSSIBLE");
    expect(await refusalOf(open(desk, "RG-0000-0000", ["customer-2"]))).toBe("NOT_FOUND");
    await desk.misuse(reference);
    expect(await refusalOf(open(desk, reference, ["customer-2"], "emp-8"))).toBe("ACT_NOT_POSSIBLE");
    const asThemselves = { ...SECOND_DPO, id: DRIVER };
    expect(await refusalOf(open(desk, reference, ["customer-2"], DRIVER, asThemselves))).toBe("SECOND_PERSON_NEEDED");
  });

  it("opens one for each whom the employee looked up, once, and tells none of them", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await others(desk, "customer-2", "customer-3");
    await desk.misuse(reference);
    const asked = ["customer-2", "customer-2", "customer-1", "customer-9", "customer-3"];
    const opened = await open(desk, reference, asked);
    expect(opened).toHaveLength(2);
    expect(await open(desk, reference, asked)).toEqual(opened);
    for (const one of opened) {
      expect(await desk.acts(one)).toEqual(["raise"]);
      expect((await desk.current(one)).value).toMatchObject({ kinds: ["signal"], employeeIds: [DRIVER] });
    }
    expect(await desk.acts(reference)).toEqual(["raise", "take", "mark-misuse"]);
    expect(await ownLooks(desk, "customer-9")).toEqual([]);
    expect(new Set(desk.mails.map(({ address }) => address))).toEqual(new Set([desk.config.dpo.email]));
  });
});
