import { describe, expect, it } from "vitest";
import type { PreviewLetter } from "../../../../functions/contract/desk-acts.ts";
import { deskMatter, deskQueue } from "../../../../functions/contract/desk-matters.ts";
import { WAITS } from "../../../../functions/domain/matter-vocabulary.ts";
import type { StaffRole } from "../../../../functions/domain/staff.ts";
import { answerAsk } from "../../../../functions/use-cases/desk/answer-ask.ts";
import { closeMatter } from "../../../../functions/use-cases/desk/close-matter.ts";
import { explainLooks } from "../../../../functions/use-cases/desk/explain-looks.ts";
import { extendTime } from "../../../../functions/use-cases/desk/extend-time.ts";
import { pauseClock } from "../../../../functions/use-cases/desk/pause-clock.ts";
import { previewLetter } from "../../../../functions/use-cases/desk/preview-letter.ts";
import { proposeRelease } from "../../../../functions/use-cases/desk/propose-release.ts";
import { readDeskMatter } from "../../../../functions/use-cases/desk/read-desk-matter.ts";
import { readQueue } from "../../../../functions/use-cases/desk/read-queue.ts";
import { restrictPurpose } from "../../../../functions/use-cases/desk/restrict-purpose.ts";
import { knowEmployees } from "../../../../functions/use-cases/know-employees.ts";
import { raisePart } from "../../../../functions/use-cases/raise-part.ts";
import { AMELIA, type Desk, DRIVER, LOOK, openDesk } from "../../../support/desk-room.ts";
import { DPO } from "../../../support/matters.ts";
import { refusalOf } from "../../../support/refusals.ts";

const read = async (desk: Desk, reference: string, roles: readonly StaffRole[] = ["dpo"], staff = DPO) =>
  deskMatter.parse(await readDeskMatter(desk, { reference, staff, roles, language: "en" }));
const ownLooks = async (desk: Desk, customerKey = "customer-1") =>
  (await desk.looksAt(customerKey)).filter(({ source }) => source === "regard");
const withoutLog = (desk: Desk) => ({
  ...desk,
  accessLog: { ...desk.accessLog, append: () => Promise.reject(new Error("The log stays away.")) },
});

describe("reading a matter", () => {
  it("is a look at its customer, in their log before anything is shown", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await read(desk, reference);
    expect(await ownLooks(desk)).toMatchObject([
      {
        ...{ occurredAt: desk.now(), action: "view", purpose: "RIGHTS_REQUEST" },
        ...{ employee: { id: DPO.id, name: DPO.name, unit: DPO.unit }, case: { type: "matter", id: reference } },
      },
    ]);
  });

  it("shows nothing where the look could not be logged, and is no look where there is no such matter", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const asked = { reference, staff: DPO, roles: ["dpo"], language: "en" } as const;
    expect(await refusalOf(readDeskMatter(withoutLog(desk), asked))).toBe("LOOK_NOT_LOGGED");
    const unnoted = { ...desk, sources: { note: () => Promise.reject(new Error("No.")) } };
    expect(await refusalOf(readDeskMatter(unnoted, asked))).toBe("LOOK_NOT_LOGGED");
    const before = (await ownLooks(desk)).length;
    expect(await refusalOf(readDeskMatter(desk, { ...asked, reference: "RG-0000-0000" }))).toBe("NOT_FOUND");
    expect(await ownLooks(desk)).toHaveLength(before);
  });

  it("by somebody whom the provider cannot place is logged under the key that stands for them", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await read(desk, reference, ["dpo"], { id: "key", name: "Somebody", unlisted: true });
    expect(await ownLooks(desk)).toMatchObject([{ employee: { id: "key", name: "Somebody" } }]);
  });

  it("shows the customer's words, the rows, the evidence, the clock and what each role may do", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const shown = await read(desk, reference);
    expect(shown).toMatchObject({
      ...{ reference, revision: 1, state: "received", kinds: ["question"], hasAddress: true, urgency: "running" },
      clock: { dueOn: "2026-07-15", houseTargetOn: "2026-07-13", mayPause: false },
      rows: [{ ...LOOK, named: true, restricted: false, employeeId: DRIVER, evidence: "stated" }],
      ...{ rowsCut: false, candidates: [], employees: [{ id: DRIVER, name: "Robin Vance", protected: false }] },
    });
    expect(shown.acts.toSorted()).toEqual(["note", "take"]);
    expect((await read(desk, reference, ["approver"])).acts).toEqual(["note"]);
    await desk.take(reference);
    expect((await read(desk, reference)).acts).toEqual(
      expect.arrayContaining(["close", "explain", "extend", "pause", "propose-release"]),
    );
    expect((await read(desk, reference)).acts).not.toContain("approve-release");
    expect((await read(desk, reference, ["approver"])).acts).toEqual(["note", "approve-release", "decline-release"]);
    expect(JSON.stringify(await read(desk, reference))).not.toContain(AMELIA.address);
  });

  it("ranks who saw how to reach the customer, whoever's number it was first, and says what does not follow", async () => {
    const desk = await openDesk();
    await knowEmployees(desk, [{ id: "emp-9", protected: true, contacts: ["07700 900123", "@quiet"] }]);
    const reference = await desk.report({ from: "+44 7700 900123" });
    const { candidates, employees } = await read(desk, reference);
    expect(candidates).toMatchObject([
      { employeeId: "emp-9", numberMatches: true, looks: 0, words: expect.stringContaining("no proof") },
      { employeeId: DRIVER, numberMatches: false, looks: 1 },
    ]);
    expect(candidates[0]).not.toHaveProperty("lastAt");
    expect(employees).toContainEqual({ id: "emp-9", protected: true });
  });

  it("makes nobody a candidate by a look that was corrected, and shows such a row only where it was named", async () => {
    const desk = await openDesk();
    await desk.log({ eventId: "wrong", employee: { id: "emp-8" } });
    await desk.log({ eventId: "right", employee: { id: DRIVER }, supersedes: "wrong" });
    const reference = await desk.report();
    expect((await read(desk, reference)).candidates.map(({ employeeId, looks }) => [employeeId, looks])).toEqual([
      [DRIVER, 2],
    ]);
    await desk.signal({ employeeId: "emp-8", accesses: [{ source: "orders", eventId: "wrong" }] });
    const { rows } = await read(desk, reference);
    expect(rows.filter(({ employeeId }) => employeeId === "emp-8")).toMatchObject([{ eventId: "wrong", named: true }]);
  });

  it("marks what is held back from the customer today", async () => {
    const desk = await openDesk();
    await desk.log({ eventId: "held", purpose: "FRAUD_SECURITY" });
    const reference = await desk.report();
    await desk.take(reference);
    const restriction = { purpose: "FRAUD_SECURITY", until: "2026-06-20", words: "Police." };
    await restrictPurpose(desk, { ...(await desk.by(reference)), ...restriction });
    const held = async () => (await read(desk, reference)).rows.filter(({ restricted }) => restricted).length;
    expect(await held()).toBe(1);
    desk.setClock("2026-06-20T23:00:00.000Z");
    expect(await held()).toBe(0);
  });

  it("gives the newest 500 rows of those whom it is about, and says that there are more", async () => {
    const desk = await openDesk();
    const at = (n: number) => new Date(Date.parse("2026-05-04T09:00:00Z") + n * 1_000).toISOString();
    for (let n = 0; n < 510; n += 1) await desk.log({ eventId: `n-${n}`, occurredAt: at(n) });
    const { rows, rowsCut } = await read(desk, await desk.report());
    expect([rows.length, rowsCut, rows[0]?.eventId]).toEqual([500, true, "n-509"]);
  });
});

describe("the queue", () => {
  it("says what is overdue first, then what is due soon, then by date, and nothing of whose it is", async () => {
    const desk = await openDesk();
    const raise = async (customerKey: string) =>
      (
        await raisePart(desk, {
          ...{ customerKey, by: { kind: "customer" }, language: "en", address: AMELIA.address },
          part: { kind: "contact-report", contactedOn: "2026-05-01", channel: "call", safety: "safe", words: "secret" },
        })
      ).reference;
    const overdue = await raise("customer-1");
    desk.waitDays(10);
    const soon = await raise("customer-2");
    desk.waitDays(10);
    const later = await raise("customer-3");
    const breached = await raise("customer-4");
    await desk.take(breached);
    desk.setClock("2026-07-22T10:00:00.000Z");
    const closed = await raise("customer-5");
    await desk.take(closed);
    await closeMatter(desk, { ...(await desk.by(closed)), outcome: "explained", words: "Done." });
    const { matters } = deskQueue.parse({ matters: await readQueue(desk) });
    expect(matters.map(({ reference, urgency }) => [reference, urgency])).toEqual([
      [overdue, "overdue"],
      [soon, "soon"],
      [later, "running"],
      [breached, "running"],
    ]);
    expect(matters[0]).toMatchObject({ dueOn: "2026-07-15", waitsFor: ["handler"] });
    expect(JSON.stringify(matters)).not.toMatch(/customer-|amelia|secret/);
    expect(await ownLooks(desk)).toEqual([]);
  });

  it("says for whom or what each matter waits", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    const waits = new Set<string>();
    const look = async () => {
      for (const { waitsFor } of await readQueue(desk)) for (const one of waitsFor) waits.add(one);
    };
    await look();
    await desk.take(reference);
    const token = await desk.askDriver(reference);
    await look();
    await answerAsk(desk, { token, words: "I mistyped." });
    const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };
    await proposeRelease(desk, { ...(await desk.by(reference)), employeeId: DRIVER, balancing, words: "Who." });
    await desk.misuse(reference);
    await pauseClock(desk, { ...(await desk.by(reference)), words: "Which one?" });
    await look();
    expect([...waits].sort()).toEqual([...WAITS].sort());
  });

  it("presses by a breach that nobody decided on, whatever the rest does", async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    await desk.misuse(reference);
    const [row] = await readQueue(desk);
    expect(row).toMatchObject({ urgency: "soon", waitsFor: ["breach"], notifyBy: "2026-06-18T12:00:00.000Z" });
    desk.setClock("2026-06-18T12:00:00.000Z");
    expect((await readQueue(desk))[0]).toMatchObject({ urgency: "overdue" });
  });
});

describe("the preview of a letter", () => {
  const preview = (desk: Desk, asked: PreviewLetter) => previewLetter(desk, { ...asked, staff: DPO });
  const inHand = async () => {
    const desk = await openDesk();
    const reference = await desk.ask();
    await desk.take(reference);
    return { desk, reference };
  };

  it("is the letter, word for word", async () => {
    const { desk, reference } = await inHand();
    const words = "They called you back.";
    const explanation = await preview(desk, { kind: "explanation", reference, words, accesses: [LOOK] });
    await explainLooks(desk, { ...(await desk.by(reference)), words, accesses: [LOOK] });
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: explanation });
    const extension = await preview(desk, { kind: "extension", reference, words });
    await extendTime(desk, { ...(await desk.by(reference)), words });
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: extension });
    const closing = await preview(desk, { kind: "closing", reference, words, outcome: "explained" });
    await closeMatter(desk, { ...(await desk.by(reference)), words, outcome: "explained" });
    expect(await desk.lastDeed(reference)).toMatchObject({ letter: closing });
  });

  it("that quotes the customer's rows is a look at them, and no other one is", async () => {
    const { desk, reference } = await inHand();
    const words = "Words.";
    for (const kind of ["message", "clarification", "extension"] as const)
      await preview(desk, { kind, reference, words });
    await preview(desk, { kind: "refusal", reference, words, ground: "excessive" });
    expect(await ownLooks(desk)).toEqual([]);
    await preview(desk, { kind: "explanation", reference, words, accesses: [LOOK] });
    await preview(desk, { kind: "misuse", reference, words, accesses: [LOOK] });
    const named = await preview(desk, { kind: "name-released", reference, words, employeeId: DRIVER });
    expect(named.paragraphs.join()).toContain("Robin Vance");
    expect(await ownLooks(desk)).toHaveLength(3);
    const asked = { kind: "name-released", reference, words, employeeId: DRIVER, staff: DPO } as const;
    expect(await refusalOf(previewLetter(withoutLog(desk), asked))).toBe("LOOK_NOT_LOGGED");
  });

  it("is refused as its act would be", async () => {
    const { desk, reference } = await inHand();
    const words = "Words.";
    const none = [{ source: "orders", eventId: "none" }];
    expect(await refusalOf(preview(desk, { kind: "message", reference: "RG-0000-0000", words }))).toBe("NOT_FOUND");
    expect(await refusalOf(preview(desk, { kind: "misuse", reference, words, accesses: none }))).toBe("ROWS_UNKNOWN");
    expect(await refusalOf(preview(desk, { kind: "name-released", reference, words, employeeId: "emp-8" }))).toBe(
      "RELEASE_NOT_POSSIBLE",
    );
    desk.waitDays(60);
    expect(await refusalOf(preview(desk, { kind: "extension", reference, words }))).toBe("EXTENSION_NOT_POSSIBLE");
  });
});
