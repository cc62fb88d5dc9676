import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { customerMatter, customerMatters, raised } from "../../functions/contract/customer-matters.ts";
import { ALLOWANCES } from "../../functions/domain/allowance.ts";
import { actOnMatter } from "../../functions/use-cases/act-on-matter.ts";
import { newId } from "../../functions/use-cases/commit.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import { arrival } from "../support/arrivals.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { type Browser, type FrontDoor, openFrontDoor, refusalOf, signIn } from "../support/front-door.ts";
import { type MailService, startMailService } from "../support/mail-service.ts";

const DAY = 24 * 3_600_000;
const OFFICER = { kind: "staff", role: "dpo", id: "E-1", name: "Canary Officer" } as const;
const LETTER = {
  kind: "message",
  language: "en",
  title: "About your question",
  paragraphs: ["We look into it."],
} as const;

let engine: Engine;
let mails: MailService;
let door: FrontDoor;
let nadia: Browser;
let customerId: string;
let email: string;
let count = 0;
beforeAll(async () => {
  engine = await startEngine();
  mails = await startMailService();
});
beforeEach(async () => {
  door = openFrontDoor(engine, mails);
  count += 1;
  customerId = `C-${count}`;
  email = `nadia.matters.${count}@example.org`;
  await door.know(email, customerId);
  nadia = await signIn(door, mails, email);
  mails.taken.length = 0;
});
afterAll(async () => {
  await mails.stop();
  await engine.stop();
});

const log = (id: string, ...events: readonly Partial<AccessEventInput>[]) =>
  door.accessLog.append(
    events.map((event) =>
      arrival(event, { customerKeys: [door.keyring.customerKey(id)], receivedAt: "2026-06-01T00:00:00.000Z" }),
    ),
  );
const row = (eventId: string, source = "orders") => ({ source, eventId: `${eventId}-${count}` });
const ask = (browser: Browser, accesses: readonly object[], more: object = {}) =>
  browser.send(CUSTOMER_ROUTES.askAbout, { language: "en", accesses, words: "Why did they look?", ...more });
const report = (browser: Browser, more: object = {}) =>
  browser.send(CUSTOMER_ROUTES.reportContact, {
    language: "en",
    contactedOn: "2026-06-14",
    channel: "text",
    safety: "unsure",
    ...more,
  });
const referenceOf = ({ body = "" }: { body?: string }) => raised.parse(JSON.parse(body)).reference;
const list = async (browser: Browser, language = "en") =>
  customerMatters.parse(JSON.parse((await browser.send(CUSTOMER_ROUTES.readMatters, { language })).body ?? "")).matters;
const read = async (browser: Browser, reference: string) =>
  customerMatter.parse(
    JSON.parse((await browser.send(CUSTOMER_ROUTES.readMatter, { reference, language: "en" })).body ?? ""),
  );
const deskMails = () => mails.taken.filter(({ to }) => to === door.config.dpo.email);
/** What the desk does, as far as a customer notices it. */
const desk = {
  take: (reference: string) => actOnMatter(door, { reference, by: OFFICER }, "take", () => ({ deed: { act: "take" } })),
  message: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "message", () => ({
      deed: { act: "message", words: "canary", letter: { ...LETTER, paragraphs: [...LETTER.paragraphs] } },
    })),
  note: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "note", () => ({ deed: { act: "note", words: "canary note" } })),
  pause: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "pause", ({ clock }) => ({
      deed: {
        act: "pause",
        words: "Which look do you mean?",
        letter: { ...LETTER, kind: "clarification", paragraphs: ["Which look do you mean?"] },
      },
      to: { clock: { ...clock, clarifications: [{ askedOn: new Date(door.clock()).toISOString().slice(0, 10) }] } },
    })),
  close: (reference: string) =>
    actOnMatter(door, { reference, by: OFFICER }, "close", () => ({
      deed: { act: "close", outcome: "explained", words: "canary" },
      to: { outcome: "explained" },
    })),
};

describe("asking about a look", () => {
  it("is kept under a reference, acknowledged at once with its due date, and told to the desk by reference alone", async () => {
    await log(customerId, { eventId: row("a").eventId }, { eventId: row("b").eventId });
    const answer = await ask(nadia, [row("a"), row("b")]);
    expect(answer.statusCode).toBe(201);
    const reference = referenceOf(answer);

    const { matter, lines } = await read(nadia, reference);
    expect(matter).toMatchObject({ reference, account: 1, state: "received", kinds: ["question"], unread: 0 });
    expect(matter.due.on).toBe("2026-07-15");
    expect(matter.due.why[0]).toMatch(/^Due by the end of Wednesday 15 July 2026: received 15 June 2026/);
    expect(lines[0]).toMatchObject({ kind: "question", words: "Why did they look?" });
    expect(lines[0]).toHaveProperty("looks", ["2026-05-03T09:30:00.000Z", "2026-05-03T09:30:00.000Z"]);
    expect(lines[1]).toMatchObject({ kind: "letter", about: "acknowledgement", language: "en" });
    expect(JSON.stringify(lines[1])).toContain(reference);

    await door.ring();
    expect(deskMails()).toHaveLength(1);
    expect(`${deskMails()[0]?.subject}${deskMails()[0]?.text}`).toContain(reference);
    expect(JSON.stringify(deskMails())).not.toMatch(/Why did they|nadia/);
  });

  it("refuses rows that are another's, held back, corrected or nobody's, all in the same way, and keeps nothing", async () => {
    const other = `other-${count}`;
    await log(other, { eventId: row("theirs").eventId });
    await log(
      customerId,
      { eventId: row("mine").eventId },
      { eventId: row("secret").eventId, purpose: "FRAUD_SECURITY" },
      { eventId: row("old").eventId },
      { eventId: row("new").eventId, supersedes: row("old").eventId, occurredAt: "2026-05-20T09:30:00Z" },
      { eventId: row("ruled").eventId, purpose: "LEGAL_REQUEST" },
    );
    await door.store.commit([
      {
        kind: "rule",
        customerKey: door.keyring.customerKey(customerId),
        ruling: {
          kind: "restriction",
          at: "2026-06-01T00:00:00.000Z",
          reference: "RG-0000-0000",
          purpose: "LEGAL_REQUEST",
          until: "2026-12-31",
        },
      },
    ]);
    const refused = [row("theirs"), row("secret"), row("old"), row("ruled"), row("never"), row("mine", "billing")];
    const answers = await Promise.all(refused.map((one) => ask(nadia, [row("mine"), one])));
    expect(new Set(answers.map(({ statusCode, body }) => `${statusCode} ${body}`)).size).toBe(1);
    expect(answers.map(refusalOf)).toEqual(refused.map(() => "ROWS_UNKNOWN"));
    expect(await list(nadia)).toEqual([]);
    expect((await ask(nadia, [row("mine"), row("new")])).statusCode).toBe(201);
  });

  it("joins what is open already, however much is asked at once, and begins anew after the end", async () => {
    await log(customerId, { eventId: row("a").eventId });
    const answers = await Promise.all([ask(nadia, [row("a")]), report(nadia), ask(nadia, [row("a")]), report(nadia)]);
    const references = new Set(answers.map(referenceOf));
    expect(references.size).toBe(1);
    const [reference = ""] = references;
    const { matter, lines } = await read(nadia, reference);
    expect([...matter.kinds].sort()).toEqual(["contact-report", "question"]);
    expect(lines.filter(({ kind }) => kind !== "letter")).toHaveLength(4);
    await desk.take(reference);
    await desk.close(reference);
    expect(referenceOf(await report(nadia))).not.toBe(reference);
    expect((await list(nadia)).map(({ state }) => state).sort()).toEqual(["closed", "received"]);
  });

  it("takes 2,000 characters and no more, and leaves out what nobody can see", async () => {
    await log(customerId, { eventId: row("a").eventId });
    expect(refusalOf(await ask(nadia, [row("a")], { words: "x".repeat(2_001) }))).toBe("REQUEST_INVALID");
    expect(refusalOf(await ask(nadia, [row("a")], { words: " \u202e\u2066 \n " }))).toBe("REQUEST_INVALID");
    expect(refusalOf(await ask(nadia, [], {}))).toBe("REQUEST_INVALID");
    const longest = "字".repeat(2_000);
    const reference = referenceOf(await ask(nadia, [row("a")], { words: longest }));
    door.wait(1_000);
    expect((await ask(nadia, [row("a")], { words: "Ann\u202enA\u0000\r\nnext" })).statusCode).toBe(201);
    const { lines } = await read(nadia, reference);
    expect(lines.flatMap((line) => (line.kind === "question" ? [line.words] : []))).toEqual([longest, "AnnnA\nnext"]);
  });
});

describe("reporting a contact", () => {
  it("needs nothing but the day, the channel and how they feel", async () => {
    const reference = referenceOf(await report(nadia));
    const { lines } = await read(nadia, reference);
    expect(lines[0]).toEqual({
      kind: "contact-report",
      at: expect.any(String),
      contactedOn: "2026-06-14",
      channel: "text",
    });
  });

  it("keeps the number as a hash that is the same however it was typed, and its last digits", async () => {
    const reference = referenceOf(await report(nadia, { from: "07700 900123", safeWay: "By mail only" }));
    await report(nadia, { from: "+44 (0)7700-900123" });
    const entries = await door.matters.entriesOf(reference);
    const senders = entries.map(({ deed }) =>
      (deed.act === "raise" || deed.act === "join") && deed.part.kind === "contact-report"
        ? deed.part.sender
        : undefined,
    );
    expect(senders[0]).toEqual({ key: door.keyring.mac("sender", "447700900123").toString("base64url"), tail: "0123" });
    expect(senders[1]).toEqual(senders[0]);
    expect(JSON.stringify(entries)).not.toMatch(/7700/);
    expect((await read(nadia, reference)).lines[0]).toMatchObject({ senderTail: "0123" });
  });

  it("refuses a day to come, but no customer's today", async () => {
    expect(refusalOf(await report(nadia, { contactedOn: "2026-06-17" }))).toBe("REQUEST_INVALID");
    expect((await report(nadia, { contactedOn: "2026-06-15" })).statusCode).toBe(201);
    door.wait(2 * 3_600_000);
    nadia = await signIn(door, mails, email);
    // 11:00 UTC is already the next day on Kiritimati.
    expect((await report(nadia, { contactedOn: "2026-06-16" })).statusCode).toBe(201);
  });
});

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
    expect(await list(stranger)).toEqual([]);
    expect(await door.matters.entriesOf(reference)).toHaveLength(1);
  });

  it("shows letters, counts those that are new, and nothing of the desk's inside", async () => {
    const reference = referenceOf(await report(nadia));
    door.wait(60_000);
    await desk.take(reference);
    await desk.note(reference);
    await desk.message(reference);
    const [summary] = await list(nadia, "fr");
    expect(summary).toMatchObject({ reference, state: "in-hand", unread: 1 });
    expect(summary?.due.why[0]).toMatch(/15 juillet 2026/);
    const { lines } = await read(nadia, reference);
    expect(lines.at(-1)).toMatchObject({ kind: "letter", title: "About your question", paragraphs: LETTER.paragraphs });
    expect(JSON.stringify([summary, lines])).not.toMatch(/canary/i);
    expect((await list(nadia))[0]?.unread).toBe(0);
  });

  it("gives each letter as a PDF, by its own name only", async () => {
    const reference = referenceOf(await report(nadia));
    const { lines } = await read(nadia, reference);
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
    await desk.take(reference);
    await desk.pause(reference);
    expect((await list(nadia))[0]).toMatchObject({ state: "paused", awaitsWords: true });
    expect((await list(nadia))[0]?.due.on).toBeUndefined();
    door.wait(3 * DAY);
    nadia = await signIn(door, mails, email);
    mails.taken.length = 0;
    const answer = await nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: "The one in May." });
    expect(answer.statusCode).toBe(204);
    const { matter, lines } = await read(nadia, reference);
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
    await desk.take(reference);
    await desk.close(reference);
    expect(refusalOf(await write())).toBe("ACT_NOT_POSSIBLE");
    expect((await list(nadia))[0]).toMatchObject({ state: "closed", outcome: "explained" });
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
    expect(await list(nadia)).toEqual([]);
    expect((await nadia.send(CUSTOMER_ROUTES.readMatter, { reference, language: "en" })).statusCode).toBe(404);
    expect(
      (await nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: "Anything about me?" })).statusCode,
    ).toBe(404);

    door.wait(10 * DAY);
    nadia = await signIn(door, mails, email);
    expect(referenceOf(await report(nadia))).toBe(reference);
    const { matter, lines } = await read(nadia, reference);
    expect(matter).toMatchObject({ kinds: ["contact-report"], openedAt: "2026-06-25T09:00:00.000Z" });
    expect(matter.due.why[0]).toContain("received 25 June 2026");
    expect(JSON.stringify([matter, lines])).not.toContain("canary");
    // From 19 June 2026 on, what is asked is a complaint under UK law too, and acknowledged at once (LAW L12).
    expect(JSON.stringify(lines)).toMatch(/complaint/i);
  });
});

describe("somebody who floods the desk", () => {
  it("is stopped for the day, told when to go on, and can then", async () => {
    const reference = referenceOf(await report(nadia));
    const write = () => nadia.send(CUSTOMER_ROUTES.writeInMatter, { reference, words: newId(door.random) });
    for (let sent = 1; sent < ALLOWANCES.words; sent += 1) expect((await write()).statusCode).toBe(204);
    const refused = [await write(), await report(nadia)];
    expect(refused.map(refusalOf)).toEqual(["TOO_MANY_TODAY", "TOO_MANY_TODAY"]);
    expect(Number(refused[0]?.headers["retry-after"])).toBe(DAY / 1_000);
    door.wait(DAY);
    nadia = await signIn(door, mails, email);
    expect((await write()).statusCode).toBe(204);
  });
});
