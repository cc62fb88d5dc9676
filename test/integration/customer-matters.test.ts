import { beforeEach, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import {
  customerAtTheDoor,
  deskAt,
  listMatters,
  readMatter,
  referenceOf,
  report,
} from "../support/customer-matters.ts";
import { type Browser, type FrontDoor, refusalOf, signIn, useServices } from "../support/front-door.ts";

const DAY = 24 * 3_600_000;

const { engine, mails } = await useServices();
let door: FrontDoor;
let nadia: Browser;
let customerId: string;
let email: string;
let count = 0;
beforeEach(async () => {
  count += 1;
  ({ door, nadia, customerId, email } = await customerAtTheDoor(engine, mails, `matters.${count}`));
});

const deskMails = () => mails.taken.filter(({ to }) => to === door.config.dpo.email);

describe("what becomes of a matter", () => {
  it("is read by its customer alone: everybody else finds nothing, by every route, and changes nothing", async () => {
    const reference = referenceOf(await report(nadia));
    const other = `somebody.${count}@example.org`;
    await door.know(other, `other-${count}`);
    const stranger = await signIn(door, mails, other);
    const tries = [
      [CUSTOMER_ROUTES.readMatter, { reference, language: "en" }],
      [CUSTOMER_ROUTES.writeInMatter, { reference, words: "Hello" }],
      [CUSTOMER_ROUTES.downloadLetter, { reference, letterId: (await door.matters.entriesOf(reference))[0]?.id }],
    ] as const;
    for (const [route, body] of tries) {
      const theirs = await stranger.send(route, body);
      const nobodys = await stranger.send(route, { ...body, reference: "RG-0000-0000" });
      expect([theirs.statusCode, theirs.body]).toEqual([404, nobodys.body]);
    }
    expect(await listMatters(stranger)).toEqual([]);
    expect(await door.matters.entriesOf(reference)).toHaveLength(1);
  });

  it("shows letters, counts those that are new, and nothing of the desk's inside", async () => {
    const reference = referenceOf(await report(nadia));
    door.wait(60_000);
    await deskAt(door).take(reference);
    await deskAt(door).note(reference);
    await deskAt(door).message(reference);
    const [summary] = await listMatters(nadia, "fr");
    expect(summary).toMatchObject({ reference, state: "in-hand", unread: 1 });
    expect(summary?.due.why[0]).toMatch(/15 juillet 2026/);
    const { lines } = await readMatter(nadia, reference);
    expect(lines.at(-1)).toMatchObject({
      kind: "letter",
      title: "About your question",
      paragraphs: ["We look into it."],
    });
    expect(JSON.stringify([summary, lines])).not.toMatch(/canary/i);
    expect((await listMatters(nadia))[0]?.unread).toBe(0);
  });

  it("gives each letter as a PDF, by its own name only", async () => {
    const reference = referenceOf(await report(nadia));
    const { lines } = await readMatter(nadia, reference);
    const [letter] = lines.flatMap((line) => (line.kind === "letter" ? [line.letterId] : []));
    const answer = await nadia.send(CUSTOMER_ROUTES.downloadLetter, { reference, letterId: letter });
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": `attachment; filename="regard-${reference}-2026-06-15.pdf"`,
    });
    expect(
      Buffer.from(answer.body ?? "", "base64")
        .subarray(0, 5)
        .toString(),
    ).toBe("%PDF-");
    const none = await nadia.send(CUSTOMER_ROUTES.downloadLetter, { reference, letterId: "none" });
    expect(none.statusCode).toBe(404);
  });

  it("goes on when the customer says what they meant, and only then", async () => {
    const reference = referenceOf(await report(nadia));
    await deskAt(door).take(reference);
    await deskAt(door).pause(reference);
    expect((await listMatters(nadia))[0]).toMatchObject({ state: "paused", awaitsWords: true });
    expect((await listMatters(nadia))[0]?.due.on).toBeUndefined();
    door.wait(3 * DAY);
    nadia = await signIn(door, mails, email);
    mails.taken.length = 0;
    const answer = await nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: "The one in May." });
    expect(answer.statusCode).toBe(204);
    const { matter, lines } = await readMatter(nadia, reference);
    expect(matter).toMatchObject({ state: "in-hand", awaitsWords: false });
    expect(matter.due.on).toBe("2026-07-20");
    expect(lines.at(-1)).toMatchObject({ kind: "words", words: "The one in May." });
    await door.ring();
    expect(deskMails()).toHaveLength(1);
  });

  it("takes more words while it is open, and none once it is closed", async () => {
    const reference = referenceOf(await report(nadia));
    const write = () => nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: "One more thing." });
    expect((await write()).statusCode).toBe(204);
    await deskAt(door).take(reference);
    await deskAt(door).close(reference);
    expect(refusalOf(await write())).toBe("ACT_NOT_POSSIBLE");
    expect((await listMatters(nadia))[0]).toMatchObject({ state: "closed", outcome: "explained" });
  });

  it("that a rule opened is nothing to its customer, until they ask themselves: then the time counts from that day", async () => {
    const customerKey = door.keyring.customerKey(customerId);
    const part = { kind: "signal", rule: "canary", employeeId: "E-9", accesses: [], words: "canary" } as const;
    const { reference } = await raisePart(door, {
      customerKey,
      part: { ...part, accesses: [] },
      by: { kind: "rule" },
      language: "en",
    });
    expect(await listMatters(nadia)).toEqual([]);
    expect((await nadia.send(CUSTOMER_ROUTES.readMatter, { reference, language: "en" })).statusCode).toBe(404);
    expect(
      (await nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: "Anything about me?" })).statusCode,
    ).toBe(404);

    door.wait(10 * DAY);
    nadia = await signIn(door, mails, email);
    expect(referenceOf(await report(nadia))).toBe(reference);
    const { matter, lines } = await readMatter(nadia, reference);
    expect(matter).toMatchObject({ kinds: ["contact-report"], openedAt: "2026-06-25T09:00:00.000Z" });
    expect(matter.due.why[0]).toContain("received 25 June 2026");
    expect(JSON.stringify([matter, lines])).not.toContain("canary");
    // From 19 June 2026 on, what is asked is a complaint under UK law too, and acknowledged at once (LAW L12).
    expect(JSON.stringify(lines)).toMatch(/complaint/i);
  });
});
