import { describe, expect, it } from "vitest";
import { answerAsk, readAsk } from "../../../../functions/use-cases/desk/answer-ask.ts";
import { askEmployee } from "../../../../functions/use-cases/desk/ask-employee.ts";
import { closeMatter } from "../../../../functions/use-cases/desk/close-matter.ts";
import { tickMatters } from "../../../../functions/use-cases/desk/tick-matters.ts";
import { knowEmployees } from "../../../../functions/use-cases/know-employees.ts";
import { type Desk, DRIVER, LOOK, openDesk } from "../../../support/desk-room.ts";
import { refusalOf } from "../../../support/refusals.ts";

const inHand = async (desk: Desk, reference: string) => {
  await desk.take(reference);
  return reference;
};
const asking = { to: "employee", employeeId: DRIVER, email: "driver@example.com", words: "Why?" } as const;

describe("asking an employee", () => {
  it("mails a link that says nothing of the customer, and notes where it went", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const token = await desk.askDriver(reference);
    expect(desk.mailsTo("driver@example.com")).toEqual([
      { kind: "ask", token, answerBy: "2026-06-22", to: "employee" },
    ]);
    expect(await desk.lastDeed(reference)).toMatchObject({ act: "ask", sentTo: "driver@example.com" });
    expect(JSON.stringify(await desk.story(reference))).not.toContain(token);
    const { value } = await desk.current(reference);
    expect([value.employeeIds, value.asks.map(({ state }) => state)]).toEqual([[DRIVER], ["open"]]);
    const shown = await readAsk(desk, token);
    expect([shown.words, shown.answerBy, shown.looks.length]).toEqual(["Why?", "2026-06-22", 1]);
    expect(JSON.stringify(shown)).not.toMatch(/amelia|did they look/i);
  });

  it("gives five working days to the end of the last one, over a bank holiday and by local time", async () => {
    const desk = await openDesk();
    // 23:30 in London on Wednesday 1 April; Good Friday and Easter Monday follow.
    desk.setClock("2026-04-01T22:30:00.000Z");
    const reference = await inHand(desk, await desk.signal());
    const token = await desk.askDriver(reference);
    expect((await readAsk(desk, token)).answerBy).toBe("2026-04-10");
    desk.setClock("2026-04-10T22:59:59.999Z");
    expect(await refusalOf(readAsk(desk, token))).toBe("done");
    desk.setClock("2026-04-10T23:00:00.000Z");
    expect(await refusalOf(readAsk(desk, token))).toBe("LINK_SPENT");
    expect(await refusalOf(answerAsk(desk, { token, words: "Late." }))).toBe("LINK_SPENT");
  });

  it("is about their own looks, each of them this customer's", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    await desk.log({ eventId: "theirs", employee: { id: "emp-8" } });
    await desk.log({ eventId: "e-3", employee: { id: DRIVER } }, { customerKeys: ["customer-2"] });
    const ask = async (...eventIds: string[]) =>
      askEmployee(desk, {
        ...(await desk.by(reference)),
        ...asking,
        accesses: eventIds.map((eventId) => ({ source: "orders", eventId })),
      });
    const toCustomer = { ...asking, email: "Amelia@example.com", accesses: [LOOK] };
    expect(await refusalOf(askEmployee(desk, { ...(await desk.by(reference)), ...toCustomer }))).toBe(
      "ACT_NOT_POSSIBLE",
    );
    expect(await refusalOf(ask("e-1", "theirs"))).toBe("ACT_NOT_POSSIBLE");
    expect(await refusalOf(ask("e-3"))).toBe("ROWS_UNKNOWN");
    expect(await refusalOf(ask())).toBe("ROWS_UNKNOWN");
    expect(await refusalOf(ask("e-1", "e-1"))).toBe("done");
  });

  it("whose number the customer was contacted from needs no look of theirs", async () => {
    const desk = await openDesk();
    await knowEmployees(desk, [{ id: "emp-9", protected: false, contacts: ["07700 900123"] }]);
    const reference = await inHand(desk, await desk.report({ from: "+44 7700 900 123" }));
    const ask = async (employeeId: string) =>
      askEmployee(desk, { ...(await desk.by(reference)), ...asking, employeeId, accesses: [] });
    expect(await refusalOf(ask("emp-8"))).toBe("ROWS_UNKNOWN");
    expect(await refusalOf(ask("emp-9"))).toBe("done");
  });

  it("has an end somewhere: fifty questions in one matter, and 250 rows", async () => {
    const desk = await openDesk();
    const eventIds = Array.from({ length: 50 }, (_, n) => `many-${n}`);
    for (const eventId of eventIds) await desk.log({ eventId });
    const reference = await inHand(desk, await desk.ask());
    const accesses = eventIds.map((eventId) => ({ source: "orders", eventId }));
    const ask = async () => askEmployee(desk, { ...(await desk.by(reference)), ...asking, accesses });
    for (let n = 0; n < 5; n += 1) expect(await refusalOf(ask())).toBe("done");
    expect(await refusalOf(ask())).toBe("ACT_NOT_POSSIBLE");
    const other = await openDesk();
    await knowEmployees(other, [{ id: "emp-9", protected: false, contacts: ["@quiet"] }]);
    const about = await inHand(other, await other.report({ channel: "social", from: "@quiet" }));
    const again = async () =>
      askEmployee(other, { ...(await other.by(about)), ...asking, employeeId: "emp-9", accesses: [] });
    for (let n = 0; n < 50; n += 1) expect(await refusalOf(again())).toBe("done");
    expect(await refusalOf(again())).toBe("ACT_NOT_POSSIBLE");
  });
});

describe("the answer", () => {
  it("stands in the story, spends the link, and tells the desk", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const token = await desk.askDriver(reference, "manager");
    await answerAsk(desk, { token, words: "She called us back." });
    expect((await desk.story(reference)).at(-1)).toMatchObject({
      by: { kind: "employee", to: "manager", employeeId: DRIVER },
      deed: { act: "answer", words: "She called us back." },
    });
    expect((await desk.current(reference)).value.asks).toMatchObject([{ state: "answered" }]);
    expect(await refusalOf(readAsk(desk, token))).toBe("LINK_SPENT");
    expect(await refusalOf(answerAsk(desk, { token, words: "Again." }))).toBe("LINK_SPENT");
    expect(desk.mailsTo(desk.config.dpo.email)).toHaveLength(2);
  });

  it("is taken once, however many are sent at the same instant", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const token = await desk.askDriver(reference);
    const done = await Promise.all(
      ["one", "two", "three"].map((words) => refusalOf(answerAsk(desk, { token, words }))),
    );
    expect(done.toSorted()).toEqual(["LINK_SPENT", "LINK_SPENT", "done"]);
    expect((await desk.acts(reference)).filter((act) => act === "answer")).toHaveLength(1);
  });

  it("to one question leaves the others open", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const first = await desk.askDriver(reference);
    const second = await desk.askDriver(reference, "manager");
    await answerAsk(desk, { token: second, words: "He was on tour." });
    expect((await desk.current(reference)).value.asks.map(({ state }) => state)).toEqual(["open", "answered"]);
    expect(await refusalOf(readAsk(desk, first))).toBe("done");
  });

  it("says of a link that it has ended, and nothing else, whatever the reason", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const closed = await desk.askDriver(reference);
    await closeMatter(desk, { ...(await desk.by(reference)), outcome: "no-finding", words: "Nothing." });
    const codes = await Promise.all(
      [closed, "x".repeat(43)].flatMap((token) => [
        refusalOf(readAsk(desk, token)),
        refusalOf(answerAsk(desk, { token, words: "?" })),
      ]),
    );
    expect(codes).toEqual(Array(4).fill("LINK_SPENT"));
  });

  it("that never comes lets the question end by itself, and tells the desk", async () => {
    const desk = await openDesk();
    const reference = await inHand(desk, await desk.ask());
    const token = await desk.askDriver(reference);
    desk.setClock("2026-06-22T22:59:59.999Z");
    expect(await tickMatters(desk)).toBe(0);
    desk.setClock("2026-06-22T23:00:00.000Z");
    expect(await tickMatters(desk)).toBe(1);
    expect(await tickMatters(desk)).toBe(0);
    expect((await desk.current(reference)).value.asks).toMatchObject([{ state: "lapsed" }]);
    expect(await refusalOf(answerAsk(desk, { token, words: "Late." }))).toBe("LINK_SPENT");
    expect((await desk.story(reference)).at(-1)).toMatchObject({ by: { kind: "clock" }, deed: { act: "lapse" } });
  });
});
