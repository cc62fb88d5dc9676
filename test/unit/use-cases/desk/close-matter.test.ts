import { describe, expect, it } from "vitest";
import { REFUSAL_GROUNDS } from "../../../../functions/domain/matter-vocabulary.ts";
import { closeMatter, refuseMatter } from "../../../../functions/use-cases/desk/close-matter.ts";
import { decideBreach } from "../../../../functions/use-cases/desk/decide-breach.ts";
import { messageCustomer } from "../../../../functions/use-cases/desk/message-customer.ts";
import { proposeRelease } from "../../../../functions/use-cases/desk/propose-release.ts";
import { tickMatters } from "../../../../functions/use-cases/desk/tick-matters.ts";
import { writeInMatter } from "../../../../functions/use-cases/write-in-matter.ts";
import { AMELIA, type Desk, DRIVER, openDesk } from "../../../support/desk-room.ts";
import { DPO } from "../../../support/matters.ts";
import { refusalOf } from "../../../support/refusals.ts";

const close = async (desk: Desk, reference: string, outcome: "explained" | "misuse" | "no-finding" = "no-finding") =>
  closeMatter(desk, { ...(await desk.by(reference)), outcome, words: "This is how it ended." });
const refuse = async (desk: Desk, reference: string, partly = false) =>
  refuseMatter(desk, { ...(await desk.by(reference)), ground: "excessive", partly, words: "It repeats itself." });
const inHand = async (desk: Desk, reference: Promise<string>) => {
  await desk.take(await reference);
  return reference;
};

describe("closing a matter", () => {
  it("tells the customer how it ended, frees their place, and ends its case", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await desk.askDriver(reference);
    await close(desk, reference);
    const { value } = await desk.current(reference);
    expect(value).toMatchObject({ state: "closed", outcome: "no-finding", closedAt: desk.now() });
    expect(value.asks).toMatchObject([{ state: "lapsed" }]);
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: { kind: "closing" } });
    expect(desk.mailsTo(AMELIA.address)).toEqual([{ kind: "news", reference }]);
    expect([...(await desk.facts.cases([{ type: "matter", id: reference }])).values()]).toMatchObject([
      { closedAt: desk.now(), employeeIds: [DPO.id] },
    ]);
    expect(await desk.ask()).not.toBe(reference);
  });

  it("is for somebody who has it in hand, and for good", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    expect(await refusalOf(close(desk, reference))).toBe("ACT_NOT_POSSIBLE");
    await desk.take(reference);
    await close(desk, reference);
    for (const again of [close(desk, reference), refuse(desk, reference), desk.take(reference)])
      expect(await refusalOf(again)).toBe("ACT_NOT_POSSIBLE");
  });

  it("as misuse needs misuse that was marked, and a breach has to be decided on first", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    expect(await refusalOf(close(desk, reference, "misuse"))).toBe("ACT_NOT_POSSIBLE");
    await desk.misuse(reference);
    expect(await refusalOf(close(desk, reference, "misuse"))).toBe("BREACH_UNDECIDED");
    expect(await refusalOf(refuse(desk, reference))).toBe("BREACH_UNDECIDED");
    const decision = { kind: "notified", reasons: "By form." } as const;
    await decideBreach(desk, { ...(await desk.by(reference)), decision });
    expect(await refusalOf(close(desk, reference, "misuse"))).toBe("done");
  });

  it("waits for a proposal to be decided, but not for one that has expired unnoticed", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await desk.askDriver(reference);
    desk.waitDays(8);
    await tickMatters(desk);
    const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };
    await proposeRelease(desk, { ...(await desk.by(reference)), employeeId: DRIVER, balancing, words: "Who." });
    expect(await refusalOf(close(desk, reference))).toBe("ACT_NOT_POSSIBLE");
    desk.waitDays(14);
    expect(await refusalOf(close(desk, reference))).toBe("done");
    expect((await desk.current(reference)).value.release).toMatchObject({ state: "expired" });
  });

  it("that a rule opened stays silent as long as the customer knows nothing of it", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.signal());
    await close(desk, reference, "explained");
    expect(await desk.lastDeed(reference)).not.toHaveProperty("letter");
    expect(desk.mailsTo(AMELIA.address)).toEqual([]);
  });

  it("that a rule opened is not left in silence once the customer was written to, or wrote", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.signal());
    await messageCustomer(desk, { ...(await desk.by(reference)), words: "Something was odd." });
    await writeInMatter(desk, AMELIA, { reference, words: "What was it?" });
    await close(desk, reference, "explained");
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: { kind: "closing" } });
    expect(desk.mailsTo(AMELIA.address)).toEqual([{ kind: "news", reference }]);
  });
});

describe("refusing", () => {
  it.each(REFUSAL_GROUNDS)("names its ground, the reasons and the ways to complain: %s", async (ground) => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    const words = "These are the reasons.";
    await refuseMatter(desk, { ...(await desk.by(reference)), ground, partly: false, words });
    const letter = JSON.stringify(await desk.lastDeed(reference));
    for (const said of [words, "complain to us", "Information Commissioner", "go to court"])
      expect(letter).toContain(said);
    expect((await desk.current(reference)).value).toMatchObject({ state: "closed", outcome: "refused" });
  });

  it("in part is an outcome of its own", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await refuse(desk, reference, true);
    expect((await desk.current(reference)).value.outcome).toBe("partly-refused");
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: { kind: "partial-refusal" } });
  });

  it("is refused where the customer wanted nothing: it would tell them of a rule's finding", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.signal());
    expect(await refusalOf(refuse(desk, reference))).toBe("ACT_NOT_POSSIBLE");
  });
});
