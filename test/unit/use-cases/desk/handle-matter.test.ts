import { describe, expect, it } from "vitest";
import { explainLooks } from "../../../../functions/use-cases/desk/explain-looks.ts";
import { messageCustomer } from "../../../../functions/use-cases/desk/message-customer.ts";
import { liftRestriction, restrictPurpose } from "../../../../functions/use-cases/desk/restrict-purpose.ts";
import { writeNote } from "../../../../functions/use-cases/desk/write-note.ts";
import { AMELIA, DRIVER, LOOK, openDesk } from "../../../support/desk-room.ts";
import { APPROVER, DPO, SECOND_DPO } from "../../../support/matters.ts";
import { refusalOf } from "../../../support/refusals.ts";

describe("taking a matter", () => {
  it("puts it into somebody's hands, and them on its case from the same instant", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    expect(await desk.take(reference)).toMatchObject({ revision: 2 });
    const { value } = await desk.current(reference);
    expect([value.state, value.handler, value.workers]).toEqual(["in-hand", DPO, [DPO.id]]);
    const known = await desk.facts.cases([{ type: "matter", id: reference }]);
    expect([...known.values()]).toMatchObject([{ customerKey: "customer-1", employeeIds: [DPO.id] }]);
  });

  it("over from somebody else leaves both on the case", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    await desk.take(reference, SECOND_DPO);
    const { value } = await desk.current(reference);
    expect([value.handler, value.workers]).toEqual([SECOND_DPO, [DPO.id, SECOND_DPO.id]]);
  });

  it("is told to the second of two who saw the same, and neither is lost", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const seen = await desk.by(reference);
    const done = await Promise.all(
      ["first", "second"].map((words) => refusalOf(writeNote(desk, { ...seen, words, role: "dpo" }))),
    );
    expect(done.toSorted()).toEqual(["MATTER_CHANGED", "done"]);
    expect(await desk.acts(reference)).toEqual(["raise", "note"]);
  });

  it("of which there is none is not found, and nobody but the desk's own roles acts", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const nothing = { ...(await desk.by(reference)), reference: "RG-0000-0000", words: "?" };
    expect(await refusalOf(messageCustomer(desk, nothing))).toBe("NOT_FOUND");
    expect(await refusalOf(messageCustomer(desk, { ...(await desk.by(reference)), words: "?" }))).toBe(
      "ACT_NOT_POSSIBLE",
    );
  });
});

describe("a note", () => {
  it("of either role stays at the desk", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await writeNote(desk, { ...(await desk.by(reference)), words: "Odd.", role: "dpo" });
    await writeNote(desk, { ...(await desk.by(reference, APPROVER)), words: "Indeed.", role: "approver" });
    expect((await desk.story(reference)).map(({ by }) => (by.kind === "staff" ? by.role : by.kind))).toEqual([
      ...["customer", "dpo", "approver"],
    ]);
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
  });
});

describe("a message to the customer", () => {
  it("is a letter in the matter, and mail that says nothing but its reference", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    await messageCustomer(desk, { ...(await desk.by(reference)), words: "We are looking into it." });
    expect(await desk.lastDeed(reference)).toMatchObject({
      act: "message",
      letter: { kind: "message", language: "en", paragraphs: expect.arrayContaining(["We are looking into it."]) },
    });
    expect(desk.mailsTo(AMELIA.address)).toEqual([{ kind: "news", reference }]);
  });

  it("to whom a rule's matter is unknown waits in the portal, and no mail tells of it", async () => {
    const desk = await openDesk();
    const reference = await desk.signal();
    await desk.take(reference);
    await messageCustomer(desk, { ...(await desk.by(reference)), words: "Hello." });
    expect(desk.mails.filter(({ content }) => content.kind === "news")).toEqual([]);
  });
});

describe("an explanation", () => {
  const explain = async (desk: Awaited<ReturnType<typeof openDesk>>, reference: string, accesses = [LOOK], by = DPO) =>
    explainLooks(desk, { ...(await desk.by(reference, by)), accesses, words: "They called you back." });

  it("stands in a letter with the time of the look, and in the row of every later record", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    await explain(desk, reference, [LOOK, LOOK]);
    const letter = JSON.stringify(await desk.lastDeed(reference));
    expect(letter).toContain("3 May 2026");
    expect(letter).not.toContain("Robin Vance");
    expect(await desk.rulings.of("customer-1")).toMatchObject([{ kind: "explanation", access: LOOK, reference }]);
  });

  it("is refused of rows that are not this customer's", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    await desk.log({ eventId: "e-2" }, { customerKeys: ["customer-2"] });
    expect(await refusalOf(explain(desk, reference, [{ source: "orders", eventId: "e-2" }]))).toBe("ROWS_UNKNOWN");
    expect(await refusalOf(explain(desk, reference, [LOOK, { source: "crm", eventId: "e-1" }]))).toBe("ROWS_UNKNOWN");
  });

  it("never speaks of a row that is held back, by the configuration or for this customer, nor of a corrected one", async () => {
    const until = "2026-12-31";
    const desk = await openDesk({ restrictions: [{ purpose: "FRAUD_SECURITY", until, reason: "Police." }] });
    const reference = await desk.ask();
    await desk.take(reference);
    await desk.log({ eventId: "held", purpose: "FRAUD_SECURITY" });
    await desk.log({ eventId: "law", purpose: "LEGAL_REQUEST" });
    await desk.log({ eventId: "wrong" });
    await desk.log({ eventId: "right", supersedes: "wrong" });
    await restrictPurpose(desk, { ...(await desk.by(reference)), purpose: "LEGAL_REQUEST", until, words: "Order." });
    for (const eventId of ["held", "law", "wrong"])
      expect([eventId, await refusalOf(explain(desk, reference, [{ source: "orders", eventId }]))]).toEqual([
        eventId,
        "ACT_NOT_POSSIBLE",
      ]);
    expect(await refusalOf(explain(desk, reference, [{ source: "orders", eventId: "right" }]))).toBe("done");
  });

  it("of one's own looks is somebody else's to give", async () => {
    const desk = await openDesk();
    const own = { source: "orders", eventId: "own" };
    await desk.log({ eventId: "own", employee: { id: DPO.id } });
    const reference = await desk.ask([own]);
    await desk.take(reference);
    expect(await refusalOf(explain(desk, reference, [own]))).toBe("SECOND_PERSON_NEEDED");
    expect(await refusalOf(explain(desk, reference, [own], SECOND_DPO))).toBe("done");
  });
});

describe("a matter about somebody's own looks", () => {
  it("is not theirs to act in, whatever their role, but for a note", async () => {
    const desk = await openDesk();
    const reference = await desk.signal({ employeeId: DPO.id });
    expect(await refusalOf(desk.take(reference))).toBe("SECOND_PERSON_NEEDED");
    const note = { ...(await desk.by(reference)), words: "That was me.", role: "dpo" } as const;
    expect(await refusalOf(writeNote(desk, note))).toBe("done");
    expect(await refusalOf(desk.take(reference, SECOND_DPO))).toBe("done");
  });
});

describe("holding a purpose back", () => {
  const restrict = async (
    desk: Awaited<ReturnType<typeof openDesk>>,
    reference: string,
    purpose: string,
    until: string,
  ) => restrictPurpose(desk, { ...(await desk.by(reference)), purpose, until, words: "The police asked." });

  it("lasts through its day, at most a year, and tells the customer nothing", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    for (const until of ["2026-06-14", "2026-06-15", "2027-06-16", "9999-12-31"])
      expect([until, await refusalOf(restrict(desk, reference, "FRAUD_SECURITY", until))]).toEqual([
        until,
        "ACT_NOT_POSSIBLE",
      ]);
    for (const until of ["2026-06-16", "2027-06-15"])
      expect(await refusalOf(restrict(desk, reference, "FRAUD_SECURITY", until))).toBe("done");
    expect(await desk.rulings.of("customer-1")).toMatchObject([{ kind: "restriction", until: "2027-06-15" }]);
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
  });

  it("is refused of whatever the law lets nobody hold back", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    for (const purpose of ["DELIVERY", "NOT_RECORDED", "NO_SUCH_PURPOSE"])
      expect(await refusalOf(restrict(desk, reference, purpose, "2026-07-01"))).toBe("ACT_NOT_POSSIBLE");
  });

  it("ends when it is lifted, and only what is held back can be", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    const lift = async () =>
      liftRestriction(desk, { ...(await desk.by(reference)), purpose: "FRAUD_SECURITY", words: "It is over." });
    expect(await refusalOf(lift())).toBe("ACT_NOT_POSSIBLE");
    await restrict(desk, reference, "FRAUD_SECURITY", "2026-07-01");
    expect(await refusalOf(lift())).toBe("done");
    expect(await desk.rulings.of("customer-1")).toMatchObject([{ until: "2026-06-14" }]);
    expect(await refusalOf(lift())).toBe("ACT_NOT_POSSIBLE");
  });
});

describe("what a question about the driver's look begins with", () => {
  it("is a row that the customer's record shows, and of nobody else's", async () => {
    const desk = await openDesk();
    await desk.log({ eventId: "held", purpose: "FRAUD_SECURITY", employee: { id: DRIVER } });
    expect(await refusalOf(desk.ask([{ source: "orders", eventId: "no" }]))).toBe("ROWS_UNKNOWN");
  });

  it("goes to the approver too where it is about a look of the desk", async () => {
    const desk = await openDesk();
    const own = { source: "regard", eventId: "own" };
    await desk.log({ ...own, employee: { id: DPO.id }, purpose: "RIGHTS_REQUEST" });
    const reference = await desk.ask([own]);
    const { dpo, approver } = desk.config;
    expect(desk.mailsTo(dpo.email)).toEqual([{ kind: "desk-news", reference, to: "dpo" }]);
    expect(desk.mailsTo(approver.email)).toEqual([{ kind: "desk-news", reference, to: "approver" }]);
    await desk.ask([LOOK]);
    expect(desk.mailsTo(approver.email)).toHaveLength(1);
  });
});
