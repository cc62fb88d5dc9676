import { describe, expect, it } from "vitest";
import type { StaffMember } from "../../../../functions/contract/matter.ts";
import { answerAsk } from "../../../../functions/use-cases/desk/answer-ask.ts";
import { askEmployee } from "../../../../functions/use-cases/desk/ask-employee.ts";
import { approveRelease, declineRelease } from "../../../../functions/use-cases/desk/decide-release.ts";
import { proposeRelease } from "../../../../functions/use-cases/desk/propose-release.ts";
import { restrictPurpose } from "../../../../functions/use-cases/desk/restrict-purpose.ts";
import { tickMatters } from "../../../../functions/use-cases/desk/tick-matters.ts";
import { AMELIA, type Desk, DRIVER, openDesk } from "../../../support/desk-room.ts";
import { APPROVER, DPO, SECOND_DPO } from "../../../support/matters.ts";
import { detailOf, refusalOf } from "../../../support/refusals.ts";

const balancing = { essentialFor: "A claim.", otherMeans: "None.", employeeView: "Silent.", safety: "No risk." };
const propose = async (desk: Desk, reference: string, by: StaffMember = DPO, employeeId = DRIVER) =>
  proposeRelease(desk, { ...(await desk.by(reference, by)), employeeId, balancing, words: "This is who it was." });
const decide = async (desk: Desk, reference: string, by: StaffMember = APPROVER, work = approveRelease) =>
  work(desk, { ...(await desk.by(reference, by)), words: "Agreed." });

/** A matter in hand in which the driver was heard. */
const heard = async (desk: Desk) => {
  const reference = await desk.ask();
  await desk.take(reference);
  await answerAsk(desk, { token: await desk.askDriver(reference), words: "I mistyped." });
  return reference;
};
const proposed = async (desk: Desk) => {
  const reference = await heard(desk);
  await propose(desk, reference);
  return reference;
};

describe("proposing that a name be told", () => {
  it("waits until the employee was heard, or let the time pass", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    expect(await refusalOf(propose(desk, reference))).toBe("RELEASE_NOT_POSSIBLE");
    await desk.askDriver(reference);
    expect(await refusalOf(propose(desk, reference))).toBe("RELEASE_NOT_POSSIBLE");
    desk.waitDays(8);
    await tickMatters(desk);
    expect(await refusalOf(propose(desk, reference))).toBe("done");
  });

  it("tells the approver that something waits, and the customer nothing", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    expect(desk.mailsTo(desk.config.approver.email)).toEqual([{ kind: "desk-news", reference, to: "approver" }]);
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
    expect((await desk.current(reference)).value.release).toMatchObject({
      ...{ state: "proposed", employeeId: DRIVER, proposedBy: DPO },
      expiresAt: "2026-06-29T12:00:00.000Z",
    });
  });

  it("is refused while another waits, of a name that this log does not hold, and to whoever is concerned", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    expect(await detailOf(propose(desk, reference))).toContain("waits for its decision");
    const nameless = await openDesk();
    await nameless.facts.putEmployees([{ id: DRIVER, protected: false, managerId: DPO.id }]);
    const other = await heard(nameless);
    expect(await detailOf(propose(nameless, other))).toContain("somebody you manage");
    expect(await detailOf(propose(nameless, other, { ...SECOND_DPO, unlisted: true }))).toContain("which employee");
    expect(await detailOf(propose(nameless, other, SECOND_DPO))).toBe("done");
    const unnamed = await openDesk();
    await unnamed.log({ eventId: "e-2", employee: { id: "emp-8" } });
    const third = await unnamed.signal({ employeeId: "emp-8", accesses: [{ source: "orders", eventId: "e-2" }] });
    await unnamed.take(third);
    expect(await refusalOf(propose(unnamed, third, DPO, "emp-8"))).toBe("RELEASE_NOT_POSSIBLE");
  });
});

describe("a name", () => {
  it("that stands in held-back or corrected rows alone is proposed, previewed and told by nobody", async () => {
    const desk = await openDesk();
    await desk.log({ eventId: "e-2", employee: { id: "emp-8", name: "Fraud Analyst" }, purpose: "FRAUD_SECURITY" });
    await desk.log({ eventId: "wrong", employee: { id: "emp-9", name: "Wrong Person" } });
    await desk.log({ eventId: "right", supersedes: "wrong" });
    const reference = await desk.ask();
    await desk.take(reference);
    const restriction = { purpose: "FRAUD_SECURITY", until: "2026-12-31", words: "Police." };
    for (const [employeeId, eventId] of [
      ["emp-8", "e-2"],
      ["emp-9", "wrong"],
    ] as const) {
      const asking = { to: "employee", employeeId, email: "they@example.com", words: "Why?" } as const;
      await askEmployee(desk, { ...(await desk.by(reference)), ...asking, accesses: [{ source: "orders", eventId }] });
    }
    desk.waitDays(9);
    await tickMatters(desk);
    // While it is not held back yet, it is proposed; then the second person cannot tell it any more.
    await propose(desk, reference, DPO, "emp-8");
    await restrictPurpose(desk, { ...(await desk.by(reference)), ...restriction });
    expect(await detailOf(decide(desk, reference))).toContain("this customer's record shows");
    await decide(desk, reference, APPROVER, declineRelease);
    for (const employeeId of ["emp-8", "emp-9"])
      expect(await detailOf(propose(desk, reference, DPO, employeeId))).toContain("this customer's record shows");
    expect(JSON.stringify(await desk.story(reference))).not.toMatch(/Fraud Analyst|Wrong Person/);
  });
});

describe("the second person", () => {
  it("agrees: the customer is told the name in a letter, and every later record shows it", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    await decide(desk, reference);
    const deed = JSON.stringify(await desk.lastDeed(reference));
    expect(deed).toContain("Robin Vance, Driver, Deliveries North");
    expect(deed).toContain("This is who it was.");
    expect(await desk.rulings.of("customer-1")).toMatchObject([{ kind: "release", employeeId: DRIVER }]);
    expect(desk.mailsTo(AMELIA.address)).toEqual([{ kind: "news", reference }]);
    const { release, workers } = (await desk.current(reference)).value;
    expect(release).toMatchObject({ state: "approved", decidedBy: APPROVER, reasons: "Agreed." });
    expect(workers).toEqual([DPO.id, APPROVER.id]);
  });

  it("does not agree: the customer is told nothing, and it may be proposed anew", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    await decide(desk, reference, APPROVER, declineRelease);
    expect(await desk.rulings.of("customer-1")).toEqual([]);
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
    expect(await refusalOf(decide(desk, reference))).toBe("RELEASE_NOT_POSSIBLE");
    expect(await refusalOf(propose(desk, reference))).toBe("done");
  });

  it.each<[string, StaffMember, string]>([
    ["the same person with both roles", DPO, "SECOND_PERSON_NEEDED"],
    ["a colleague of the same unit", SECOND_DPO, "SECOND_PERSON_NEEDED"],
    ["somebody whose unit is unknown", { id: "appr-1", name: "Rosalind Keane" }, "SECOND_PERSON_NEEDED"],
    ["the employee", { ...APPROVER, id: DRIVER }, "SECOND_PERSON_NEEDED"],
    ["the employee's manager", { ...APPROVER, id: "boss-1" }, "SECOND_PERSON_NEEDED"],
    ["somebody who could be the employee", { ...APPROVER, id: "key", unlisted: true }, "SECOND_PERSON_NEEDED"],
    ["an approver of another unit", APPROVER, "done"],
  ])("is not %s", async (_, person, outcome) => {
    const desk = await openDesk();
    await desk.facts.putEmployees([{ id: DRIVER, protected: true, managerId: "boss-1" }]);
    for (const work of [approveRelease, declineRelease]) {
      const reference = await proposed(desk);
      expect(await refusalOf(decide(desk, reference, person, work))).toBe(outcome);
      if (outcome === "done") return;
      expect(await desk.rulings.of("customer-1")).toEqual([]);
      desk.waitDays(15);
      await tickMatters(desk);
    }
  });

  it("comes too late after fourteen days, whether or not the clock has said so", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    desk.waitDays(14);
    expect(await detailOf(decide(desk, reference))).toContain("expired");
    expect(await tickMatters(desk)).toBe(1);
    expect(await desk.lastDeed(reference)).toEqual({ act: "expire-release", employeeId: DRIVER });
    expect(await detailOf(decide(desk, reference))).toContain("No proposal waits");
    expect(await refusalOf(propose(desk, reference))).toBe("done");
  });

  it("decides once, however often it is sent", async () => {
    const desk = await openDesk();
    const reference = await proposed(desk);
    const seen = await desk.by(reference, APPROVER);
    const twice = [1, 2].map(() => refusalOf(approveRelease(desk, { ...seen, words: "Agreed." })));
    expect((await Promise.all(twice)).toSorted()).toEqual(["MATTER_CHANGED", "done"]);
    expect(await refusalOf(decide(desk, reference))).toBe("RELEASE_NOT_POSSIBLE");
    expect((await desk.acts(reference)).filter((act) => act === "approve-release")).toHaveLength(1);
  });
});
