import { describe, expect, it } from "vitest";
import type { PartKind } from "../../../functions/domain/matter-vocabulary.ts";
import { closeMatter } from "../../../functions/use-cases/desk/close-matter.ts";
import { messageCustomer } from "../../../functions/use-cases/desk/message-customer.ts";
import { type Raise, raisePart } from "../../../functions/use-cases/raise-part.ts";
import { writeInMatter } from "../../../functions/use-cases/write-in-matter.ts";
import { AMELIA, type Desk, DRIVER, LOOK, openDesk } from "../../support/desk-room.ts";
import { refusalOf } from "../../support/refusals.ts";

const write = (desk: Desk, reference: string, words = "And another thing.") =>
  writeInMatter(desk, AMELIA, { reference, words });

const REPORT: Raise = {
  ...{ customerKey: "customer-1", by: { kind: "customer" }, language: "en", address: AMELIA.address },
  part: { kind: "contact-report", contactedOn: "2026-06-01", channel: "call", safety: "safe" },
};

describe("bringing something up", () => {
  it("opens a matter with an acknowledgement, its case, an audit line and mail to the desk", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    expect((await desk.current(reference)).value).toMatchObject({
      state: "received",
      kinds: ["question"],
      workers: [],
    });
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: { kind: "acknowledgement" } });
    // By when the desk may extend the time is no word to the customer.
    expect(JSON.stringify(await desk.lastDeed(reference))).not.toContain("extension");
    expect((await desk.facts.cases([{ type: "matter", id: reference }])).size).toBe(1);
    expect(desk.audit).toMatchObject([{ act: "matter-raise", subject: "customer-1", reference }]);
    expect(desk.mails.map(({ content }) => content)).toEqual([{ kind: "desk-news", reference, to: "dpo" }]);
  });

  it("is a complaint under UK law from 19 June 2026 on, in a matter that is older too, and acknowledged at once", async () => {
    const desk = await openDesk();
    const isComplaint = async (reference: string) =>
      JSON.stringify(await desk.lastDeed(reference)).includes("section 164A");
    expect(await isComplaint(await desk.ask())).toBe(false);
    desk.setClock("2026-06-18T22:59:59.999Z");
    expect(await isComplaint(await desk.ask())).toBe(false);
    desk.setClock("2026-06-18T23:00:00.000Z");
    expect(await isComplaint(await desk.ask())).toBe(true);
    const french = await openDesk({ jurisdictions: ["FR"] });
    french.setClock("2026-07-01T12:00:00.000Z");
    expect(JSON.stringify(await french.lastDeed(await french.ask()))).not.toContain("164A");
  });

  it("joins what is open already, so that the four looks and the message are seen together", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    expect(await desk.report({ from: "07700 900123", words: "Hi it is Kieran" })).toBe(reference);
    expect(await desk.signal()).toBe(reference);
    const { value } = await desk.current(reference);
    const kinds: readonly PartKind[] = ["question", "contact-report", "signal"];
    expect([value.kinds, value.employeeIds]).toEqual([kinds, [DRIVER]]);
    expect(await desk.acts(reference)).toEqual(["raise", "join", "join"]);
  });

  it("by any number of people and rules at once ends in one matter with all of it", async () => {
    const desk = await openDesk();
    const references = await Promise.all([
      desk.ask(),
      desk.report(),
      desk.signal(),
      desk.ask(),
      desk.report({ words: "Hi." }),
    ]);
    expect(new Set(references).size).toBe(1);
    expect(await desk.acts(references[0] ?? "")).toEqual(["raise", "join", "join", "join", "join"]);
  });

  it("is kept once where the answer was lost and it is sent again, at once or within the hour", async () => {
    const desk = await openDesk();
    const ask = () => desk.ask([LOOK], "Why?");
    const report = () => desk.report({ from: "07700 900123", words: "Hi it is Kieran" });
    const references = await Promise.all([ask(), ask()]);
    references.push(await report(), await report());
    desk.wait(59 * 60_000);
    references.push(await ask(), await report());
    const [reference = "", ...others] = [...new Set(references)];
    expect([others, await desk.acts(reference)]).toEqual([[], ["raise", "join"]]);
    await write(desk, reference, "Hello?");
    await write(desk, reference, "Hello?");
    expect(await desk.acts(reference)).toEqual(["raise", "join", "write"]);
    desk.wait(60_001);
    await ask();
    await write(desk, reference, "Is anybody there?");
    expect(await desk.acts(reference)).toEqual(["raise", "join", "write", "join", "write"]);
  });

  it("opens another matter where the first was closed meanwhile", async () => {
    const desk = await openDesk();
    const first = await desk.ask();
    await desk.take(first);
    const matters = {
      ...desk.matters,
      // What was open when it was looked at is closed by the time it is moved.
      openMatterOf: async (customerKey: string) => {
        const open = await desk.matters.openMatterOf(customerKey);
        if (open === first)
          await closeMatter(desk, { ...(await desk.by(first)), outcome: "explained", words: "Done." });
        return open;
      },
    };

    const raised = await raisePart({ ...desk, matters }, REPORT);
    expect(raised.reference).not.toBe(first);
    expect(raised.state).toBe("received");
  });

  it("says that it could not, and goes on for ever for nobody, where others are always faster", async () => {
    const desk = await openDesk();
    // Something written along, such as what was raised before, moved on each time.
    let tries = 0;
    const along = async () => {
      tries += 1;
      const untold = { value: 1, revision: 7 };
      return [{ kind: "count-untold", untold } as const];
    };
    expect(await refusalOf(raisePart(desk, { ...REPORT, along }))).toBe("UNAVAILABLE");
    expect([tries, await desk.matters.openMatterOf("customer-1")]).toEqual([8, undefined]);
  });

  it("starts the customer's time when they ask, not when a rule found something", async () => {
    const desk = await openDesk();
    const reference = await desk.signal();
    desk.waitDays(20);
    await desk.ask();
    const { value } = await desk.current(reference);
    expect([value.clock.receivedOn, value.address]).toEqual(["2026-07-05", AMELIA.address]);
    desk.waitDays(3);
    await desk.report();
    expect((await desk.current(reference)).value.clock.receivedOn).toBe("2026-07-05");
  });

  it("by a rule tells nobody but the desk", async () => {
    const desk = await openDesk();
    const reference = await desk.signal();
    expect(await desk.lastDeed(reference)).not.toHaveProperty("letter");
    expect(desk.mails.map(({ address }) => address)).toEqual([desk.config.dpo.email]);
    expect(await refusalOf(write(desk, reference))).toBe("NOT_FOUND");
  });

  it("has an end for one day and address", async () => {
    const desk = await openDesk();
    for (let n = 0; n < 20; n += 1) await desk.report();
    expect(await refusalOf(desk.report())).toBe("TOO_MANY_TODAY");
    expect(await refusalOf(desk.ask())).toBe("TOO_MANY_TODAY");
    desk.waitDays(1);
    expect(await refusalOf(desk.ask())).toBe("done");
  });

  it("of a day to come is refused, wherever the customer is", async () => {
    const desk = await openDesk();
    // Noon in London is the next day already where days begin first.
    expect(await refusalOf(desk.report({ contactedOn: "2026-06-16" }))).toBe("done");
    expect(await refusalOf(desk.report({ contactedOn: "2026-06-17" }))).toBe("REQUEST_INVALID");
  });
});

describe("writing in one's matter", () => {
  it("adds words, tells the desk, and gives news the address of this sign-in", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await writeInMatter(desk, { ...AMELIA, address: "new@example.com" }, { reference, words: "One more." });
    expect((await desk.current(reference)).value.address).toBe("new@example.com");
    expect(desk.mailsTo(desk.config.dpo.email)).toHaveLength(2);
  });

  it("is not possible in another's, an unknown or a closed one", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const stranger = { ...AMELIA, accounts: ["customer-2"] };
    expect(await refusalOf(writeInMatter(desk, stranger, { reference, words: "?" }))).toBe("NOT_FOUND");
    expect(await refusalOf(write(desk, "RG-0000-0000"))).toBe("NOT_FOUND");
    await desk.take(reference);
    await closeMatter(desk, { ...(await desk.by(reference)), outcome: "explained", words: "Done." });
    expect(await refusalOf(write(desk, reference))).toBe("ACT_NOT_POSSIBLE");
  });

  it("is possible in a rule's matter from the first letter on", async () => {
    const desk = await openDesk();
    const reference = await desk.signal();
    await desk.take(reference);
    await messageCustomer(desk, { ...(await desk.by(reference)), words: "Something was odd." });
    expect(await refusalOf(write(desk, reference))).toBe("done");
  });
});
