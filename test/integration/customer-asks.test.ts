import { beforeEach, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { ALLOWANCES } from "../../functions/domain/allowance.ts";
import { newId } from "../../functions/use-cases/commit.ts";
import {
  ask,
  customerAtTheDoor,
  deskAt,
  listMatters,
  logLooks,
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
  ({ door, nadia, customerId, email } = await customerAtTheDoor(engine, mails, `asks.${count}`));
});

const row = (eventId: string, source = "orders") => ({ source, eventId: `${eventId}-${count}` });
const deskMails = () => mails.taken.filter(({ to }) => to === door.config.dpo.email);

describe("asking about a look", () => {
  it("is kept under a reference, acknowledged at once with its due date, and told to the desk by reference alone", async () => {
    await logLooks(door, customerId, { eventId: row("a").eventId }, { eventId: row("b").eventId });
    const answer = await ask(nadia, [row("a"), row("b")]);
    expect(answer.statusCode).toBe(201);
    const reference = referenceOf(answer);

    const { matter, lines } = await readMatter(nadia, reference);
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
    await logLooks(door, other, { eventId: row("theirs").eventId });
    await logLooks(
      door,
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
    expect(await listMatters(nadia)).toEqual([]);
    expect((await ask(nadia, [row("mine"), row("new")])).statusCode).toBe(201);
  });

  it("joins what is open already, however much is asked at once, and begins anew after the end", async () => {
    await logLooks(door, customerId, { eventId: row("a").eventId });
    const again = { words: "And again?" };
    // What is sent twice, because the answer was lost, is kept once.
    const bothTwice = () => [
      ask(nadia, [row("a")]),
      report(nadia),
      ask(nadia, [row("a")], again),
      report(nadia, again),
    ];
    const answers = await Promise.all([...bothTwice(), ...bothTwice()]);
    const references = new Set(answers.map(referenceOf));
    expect(references.size).toBe(1);
    const [reference = ""] = references;
    const { matter, lines } = await readMatter(nadia, reference);
    expect([...matter.kinds].sort()).toEqual(["contact-report", "question"]);
    expect(lines.filter(({ kind }) => kind !== "letter")).toHaveLength(4);
    await deskAt(door).take(reference);
    await deskAt(door).close(reference);
    expect(referenceOf(await report(nadia))).not.toBe(reference);
    expect((await listMatters(nadia)).map(({ state }) => state).sort()).toEqual(["closed", "received"]);
  });

  it("takes 2,000 characters and no more, and leaves out what nobody can see", async () => {
    await logLooks(door, customerId, { eventId: row("a").eventId });
    expect(refusalOf(await ask(nadia, [row("a")], { words: "x".repeat(2_001) }))).toBe("REQUEST_INVALID");
    expect(refusalOf(await ask(nadia, [row("a")], { words: " \u202e\u2066 \n " }))).toBe("REQUEST_INVALID");
    expect(refusalOf(await ask(nadia, [], {}))).toBe("REQUEST_INVALID");
    const longest = "字".repeat(2_000);
    const reference = referenceOf(await ask(nadia, [row("a")], { words: longest }));
    door.wait(1_000);
    expect((await ask(nadia, [row("a")], { words: "Ann\u202enA\u0000\r\nnext" })).statusCode).toBe(201);
    const { lines } = await readMatter(nadia, reference);
    expect(lines.flatMap((line) => (line.kind === "question" ? [line.words] : []))).toEqual([longest, "AnnnA\nnext"]);
  });
});

describe("reporting a contact", () => {
  it("needs nothing but the day, the channel and how they feel", async () => {
    const reference = referenceOf(await report(nadia));
    const { lines } = await readMatter(nadia, reference);
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
    expect((await readMatter(nadia, reference)).lines[0]).toMatchObject({ senderTail: "0123" });
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
