import { describe, expect, it } from "vitest";
import { describeClock, standingOf } from "../../../../functions/use-cases/desk/describe-clock.ts";
import { extendTime } from "../../../../functions/use-cases/desk/extend-time.ts";
import { pauseClock } from "../../../../functions/use-cases/desk/pause-clock.ts";
import { resumeClock } from "../../../../functions/use-cases/desk/resume-clock.ts";
import { tickMatters } from "../../../../functions/use-cases/desk/tick-matters.ts";
import { writeInMatter } from "../../../../functions/use-cases/write-in-matter.ts";
import { AMELIA, type Desk, openDesk } from "../../../support/desk-room.ts";
import { detailOf, refusalOf } from "../../../support/refusals.ts";

const pause = async (desk: Desk, reference: string) =>
  pauseClock(desk, { ...(await desk.by(reference)), words: "Which look do you mean?" });
const resume = async (desk: Desk, reference: string) =>
  resumeClock(desk, { ...(await desk.by(reference)), words: "She said it on the phone." });
const extend = async (desk: Desk, reference: string) =>
  extendTime(desk, { ...(await desk.by(reference)), words: "There is much to look at." });
const clockOf = async (desk: Desk, reference: string) =>
  describeClock(desk.config, "en", (await desk.current(reference)).value, desk.clock());
const standing = async (desk: Desk, reference: string) =>
  standingOf(desk.config, (await desk.current(reference)).value, desk.clock());
const inHand = async (desk: Desk, reference: Promise<string>) => {
  await desk.take(await reference);
  return reference;
};

describe("the clock of a matter", () => {
  it("starts on the local day of receipt, a minute after midnight too", async () => {
    const desk = await openDesk();
    desk.setClock("2026-03-31T23:30:00.000Z");
    const reference = await desk.report({ contactedOn: "2026-03-01" });
    expect(await clockOf(desk, reference)).toMatchObject({ receivedOn: "2026-04-01", dueOn: "2026-05-01" });
  });

  it("rests from the question to the answer, both days not counted", async () => {
    const desk = await openDesk();
    desk.setClock("2026-03-02T10:00:00.000Z");
    const reference = await inHand(desk, desk.report({ contactedOn: "2026-03-01" }));
    expect(await clockOf(desk, reference)).toMatchObject({ dueOn: "2026-04-02", mayPause: true, mayExtend: true });
    desk.setClock("2026-03-10T10:00:00.000Z");
    await pause(desk, reference);
    expect((await clockOf(desk, reference)).dueOn).toBeUndefined();
    expect(await standing(desk, reference)).toMatchObject({ urgency: "waiting", waitsFor: ["customer"] });
    desk.setClock("2026-03-17T10:00:00.000Z");
    await writeInMatter(desk, AMELIA, { reference, words: "The one of 3 May." });
    expect(await clockOf(desk, reference)).toMatchObject({ dueOn: "2026-04-10" });
    expect((await desk.current(reference)).value.state).toBe("in-hand");
    await writeInMatter(desk, AMELIA, { reference, words: "The one of 3 May." });
    expect((await desk.acts(reference)).at(-1)).toBe("clarify");
  });

  it("goes on where the desk says how the customer answered, once", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await pause(desk, reference);
    desk.waitDays(3);
    await resume(desk, reference);
    expect((await desk.current(reference)).value.clock.clarifications).toEqual([
      { askedOn: "2026-06-15", answeredOn: "2026-06-18" },
    ]);
    expect(await refusalOf(resume(desk, reference))).toBe("ACT_NOT_POSSIBLE");
    await writeInMatter(desk, AMELIA, { reference, words: "I said so on the phone." });
    expect((await desk.acts(reference)).at(-1)).toBe("write");
  });

  it("knows no pause in the EU, none after the due date, none twice, and none where nobody asked", async () => {
    const french = await openDesk({ jurisdictions: ["FR"] });
    const inFrance = await inHand(french, french.ask());
    expect(await detailOf(pause(french, inFrance))).toContain("knows no pause");
    expect((await clockOf(french, inFrance)).mayPause).toBe(false);
    const late = await openDesk();
    const overdue = await inHand(late, late.ask());
    late.setClock("2026-07-15T23:00:00.000Z");
    expect(await detailOf(pause(late, overdue))).toContain("has passed");
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await pause(desk, reference);
    expect(await refusalOf(pause(desk, reference))).toBe("ACT_NOT_POSSIBLE");
    const ruled = await openDesk();
    const signal = await inHand(ruled, ruled.signal());
    expect(await refusalOf(pause(ruled, signal))).toBe("PAUSE_NOT_POSSIBLE");
    expect(await refusalOf(extend(ruled, signal))).toBe("EXTENSION_NOT_POSSIBLE");
    expect(await clockOf(ruled, signal)).toMatchObject({ mayPause: false, mayExtend: false });
  });

  it("is extended once, from its start, by a letter that derives the new date", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await extend(desk, reference);
    expect(await clockOf(desk, reference)).toMatchObject({ dueOn: "2026-09-15", mayExtend: false });
    const letter = JSON.stringify(await desk.lastDeed(reference));
    expect(letter).toContain("15 September 2026");
    expect(letter).toContain("There is much to look at.");
    expect(await refusalOf(extend(desk, reference))).toBe("EXTENSION_NOT_POSSIBLE");
  });

  it("is not extended any more once the first month has ended, by local time", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    desk.setClock("2026-07-15T22:59:59.999Z");
    expect((await clockOf(desk, reference)).mayExtend).toBe(true);
    desk.setClock("2026-07-15T23:00:00.000Z");
    expect(await detailOf(extend(desk, reference))).toContain("before the first month ended");
  });
});

describe("a matter that is overdue", () => {
  it("is told to the data protection officer in the morning after, once, however often the clock ticks", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const told = () => desk.mailsTo(desk.config.dpo.email).filter(({ kind }) => kind === "desk-overdue");
    desk.setClock("2026-07-15T23:00:00.000Z");
    expect(await standing(desk, reference)).toMatchObject({ urgency: "overdue", dueOn: "2026-07-15" });
    await tickMatters(desk);
    expect(told()).toEqual([]);
    desk.setClock("2026-07-16T06:00:00.000Z");
    await Promise.all([tickMatters(desk), tickMatters(desk), tickMatters(desk)]);
    await tickMatters(desk);
    desk.waitDays(1);
    await tickMatters(desk);
    expect(told()).toEqual([{ kind: "desk-overdue", reference, what: "answer" }]);
    expect((await desk.story(reference)).filter(({ deed }) => deed.act === "overdue")).toMatchObject([
      { by: { kind: "clock" }, deed: { what: "answer", deadline: "2026-07-15" } },
    ]);
  });

  it("is no answer owed to anybody where only a rule brought it up, until the customer asks", async () => {
    const desk = await openDesk();
    const reference = await desk.signal();
    desk.setClock("2026-07-20T12:00:00.000Z");
    expect(await tickMatters(desk)).toBe(0);
    expect(await standing(desk, reference)).toMatchObject({ urgency: "overdue" });
    await desk.ask();
    expect(await standing(desk, reference)).toMatchObject({ urgency: "running", dueOn: "2026-08-20" });
    desk.setClock("2026-08-21T12:00:00.000Z");
    expect(await tickMatters(desk)).toBe(1);
  });

  it("by a breach that nobody decided on is told at its very hour, on a Sunday too", async () => {
    const desk = await openDesk();
    desk.setClock("2026-06-19T02:00:00.000Z");
    const reference = await inHand(desk, desk.ask());
    await desk.misuse(reference);
    desk.setClock("2026-06-22T01:59:59.999Z");
    expect(await tickMatters(desk)).toBe(0);
    desk.setClock("2026-06-22T02:00:00.000Z");
    expect(await tickMatters(desk)).toBe(1);
    expect(await tickMatters(desk)).toBe(0);
    expect(desk.mailsTo(desk.config.dpo.email).at(-1)).toEqual({ kind: "desk-overdue", reference, what: "breach" });
  });

  it("is told even where something else that time ends could not be written", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, desk.ask());
    await desk.askDriver(reference);
    desk.waitDays(10);
    let failures = 0;
    const store = {
      ...desk.store,
      commit: async (changes: Parameters<typeof desk.store.commit>[0]) => {
        if (changes.some((one) => one.kind === "move-matter" && one.entry.deed.act === "lapse")) {
          failures += 1;
          throw new Error("The store stays away.");
        }
        return desk.store.commit(changes);
      },
    };
    desk.setClock("2026-07-20T08:00:00.000Z");
    await expect(tickMatters({ ...desk, store })).rejects.toThrow("stays away");
    expect(failures).toBe(1);
    expect((await desk.current(reference)).value.overdueTold).toEqual(["2026-07-15"]);
  });
});
