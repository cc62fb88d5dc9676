import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { deskMatter } from "../../functions/contract/desk-matters.ts";
import { arrival } from "../support/arrivals.ts";
import { DESK_ROUTE_LIST } from "../support/desk-bodies.ts";
import { codeIn, type DeskPerson, openDeskDoor, PEOPLE } from "../support/desk-door.ts";
import { type Browser, openFrontDoor, signIn, useServices } from "../support/front-door.ts";

const { engine, mails } = await useServices();
const door = openFrontDoor(engine, mails);
const desk = openDeskDoor(door);

const DRIVER = "emp-7";
const raised = z.object({ reference: z.string() });
/** A customer of their own with one look of the driver, who asked about it. */
const asked = async (words = "Why?"): Promise<{ reference: string; customer: Browser; customerKey: string }> => {
  const id = randomUUID();
  const email = `${id}@example.org`;
  await door.know(email, id);
  const customerKey = door.keyring.customerKey(id);
  const look = arrival({ eventId: id }, { customerKeys: [customerKey], receivedAt: "2026-06-01T00:00:00.000Z" });
  await door.accessLog.append([look]);
  const customer = await signIn(door, mails, email);
  const accesses = [{ source: "orders", eventId: id }];
  const { body = "" } = await customer.send(CUSTOMER_ROUTES.askAbout, { language: "en", accesses, words });
  return { reference: raised.parse(JSON.parse(body)).reference, customer, customerKey };
};
const inHand = async () => {
  const found = await asked();
  const { reference } = found;
  await desk.as(PEOPLE.dpo)(DESK_ROUTES.takeMatter, { reference, revision: 1 });
  return found;
};
/** A matter in which the driver was heard and somebody proposed to tell the name. */
const proposed = async (by: DeskPerson = PEOPLE.dpo) => {
  const { reference, customerKey } = await inHand();
  const accesses = [...(await Array.fromAsync(door.accessLog.ofCustomer(customerKey, { from: "2026", to: "2027" })))]
    .flat()
    .map(({ source, eventId }) => ({ source, eventId }));
  const act = desk.as(PEOPLE.dpo);
  const to = { to: "employee", employeeId: DRIVER, email: "driver@example.org" };
  await act(DESK_ROUTES.askEmployee, { reference, revision: 2, words: "Why?", accesses, ...to });
  await door.ring();
  const token = /#([\w-]{43})/.exec(mails.taken.findLast((mail) => mail.to === to.email)?.text ?? "")?.[1];
  await desk.send(DESK_ROUTES.answerAsk, { token, words: "I mistyped." });
  const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };
  const proposal = { reference, revision: 4, employeeId: DRIVER, balancing, words: "This is who it was." };
  expect((await desk.as(by)(DESK_ROUTES.proposeRelease, proposal)).statusCode).toBe(200);
  return { reference, decide: { reference, revision: 5, approve: true, words: "Agreed." } };
};

describe("a matter at the desk", () => {
  it("is not shown where the look could not be logged: 503, and no word of it", async () => {
    const { reference } = await asked("canary question");
    const lost = openFrontDoor({ ...engine, accessLogTable: "no-such-table" }, mails);
    const blind = openDeskDoor(lost).as(PEOPLE.dpo);
    const answer = await blind(DESK_ROUTES.readDeskMatter, { reference, language: "en" });
    expect([answer.statusCode, codeIn(answer)]).toEqual([503, "LOOK_NOT_LOGGED"]);
    expect(answer.sent).not.toMatch(/canary|orders|received/);
    const preview = { kind: "name-released", reference, words: "x", employeeId: DRIVER };
    expect(codeIn(await blind(DESK_ROUTES.previewLetter, preview))).toBe("LOOK_NOT_LOGGED");
  });

  it("tells the second of two that somebody was faster, with 409, and both words are kept in the end", async () => {
    const { reference } = await asked();
    const [one, other] = [desk.as(PEOPLE.dpo), desk.as(PEOPLE.colleague)];
    const body = { reference, revision: 1 };
    const answers = await Promise.all([
      one(DESK_ROUTES.writeNote, { ...body, words: "first" }),
      other(DESK_ROUTES.writeNote, { ...body, words: "second" }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409]);
    const late = answers[0]?.statusCode === 409 ? one : other;
    const words = late === one ? "first" : "second";
    expect((await late(DESK_ROUTES.writeNote, { ...body, revision: 2, words })).statusCode).toBe(200);
    const shown = deskMatter.parse((await one(DESK_ROUTES.readDeskMatter, { reference, language: "en" })).json);
    expect(shown.entries.flatMap(({ deed }) => (deed.act === "note" ? [deed.words] : [])).toSorted()).toEqual([
      ...["first", "second"],
    ]);
  });

  it("of another customer is nowhere in what its own customer sees, and theirs not to find", async () => {
    const [mine, theirs] = [await asked("my words"), await asked("their words")];
    const { body = "" } = await mine.customer.send(CUSTOMER_ROUTES.readMatters, { language: "en" });
    expect(body).toContain(mine.reference);
    expect(body).not.toContain(theirs.reference);
    const found = await mine.customer.send(CUSTOMER_ROUTES.readMatter, { reference: theirs.reference, language: "en" });
    expect(found.statusCode).toBe(404);
    const written = { reference: theirs.reference, words: "Let me in." };
    expect((await mine.customer.send(CUSTOMER_ROUTES.writeInMatter, written)).statusCode).toBe(404);
  });
});

describe("a name over HTTP", () => {
  it.each<[string, DeskPerson, number, string]>([
    ["who proposed it", { ...PEOPLE.dpo, roles: ["dpo", "approver"] }, 403, "SECOND_PERSON_NEEDED"],
    ["of the same unit", PEOPLE.colleague, 403, "SECOND_PERSON_NEEDED"],
    ["who is the employee", { ...PEOPLE.approver, employeeId: DRIVER }, 403, "SECOND_PERSON_NEEDED"],
    ["whom the provider cannot place", { ...PEOPLE.approver, employeeId: undefined }, 403, "SECOND_PERSON_NEEDED"],
    ["whose unit nobody knows", { ...PEOPLE.approver, unit: undefined }, 403, "SECOND_PERSON_NEEDED"],
    ["without the role", { ...PEOPLE.approver, roles: ["dpo"] }, 403, "STAFF_ROLE_WRONG"],
    ["who signed in five minutes ago", { ...PEOPLE.approver, signedInAgo: 300_000 }, 403, "STAFF_SIGN_IN_STALE"],
  ])("is not decided on by somebody %s", async (_, person, status, code) => {
    const { reference, decide } = await proposed();
    for (const approve of [true, false]) {
      const answer = await desk.as(person)(DESK_ROUTES.decideRelease, { ...decide, approve });
      expect([answer.statusCode, codeIn(answer)]).toEqual([status, code]);
    }
    expect((await door.matters.matterOf(reference))?.value.release?.state).toBe("proposed");
  });

  it("is told by a second person of another unit who just signed in, once", async () => {
    const { reference, decide } = await proposed();
    const approver = desk.as({ ...PEOPLE.approver, signedInAgo: 299_000 });
    expect((await approver(DESK_ROUTES.decideRelease, decide)).statusCode).toBe(200);
    const again = await approver(DESK_ROUTES.decideRelease, { ...decide, revision: await desk.revisionOf(reference) });
    expect([again.statusCode, codeIn(again)]).toEqual([409, "RELEASE_NOT_POSSIBLE"]);
  });

  it("is not proposed by somebody whom the provider cannot place", async () => {
    const { reference } = await inHand();
    const balancing = { essentialFor: "a", otherMeans: "b", employeeView: "c", safety: "d" };
    const proposal = { reference, revision: 2, employeeId: DRIVER, balancing, words: "Who." };
    const unlisted = desk.as({ ...PEOPLE.dpo, employeeId: undefined });
    expect(codeIn(await unlisted(DESK_ROUTES.proposeRelease, proposal))).toBe("RELEASE_NOT_POSSIBLE");
  });
});

describe("what is sent", () => {
  const routes = DESK_ROUTE_LIST.filter(({ body, spec }) => body !== undefined && spec.path.includes("matter"));

  it("is refused where it is ten megabytes, before anybody reads it", async () => {
    const both = desk.as(PEOPLE.colleague);
    const large = JSON.stringify({ words: "x".repeat(10_000_000) });
    for (const { spec } of DESK_ROUTE_LIST.filter(({ name, body }) => body !== undefined && !name.includes("ignIn")))
      expect([spec.path, (await both(spec, large)).statusCode]).toEqual([spec.path, 413]);
  });

  it("is kept at its limits, and refused beyond them with the field and without what stood in it", async () => {
    const { reference } = await inHand();
    const act = desk.as(PEOPLE.dpo);
    const longest = "\u{1f600}".repeat(2_000);
    expect((await act(DESK_ROUTES.writeNote, { reference, revision: 2, words: longest })).statusCode).toBe(200);
    const beyond = await act(DESK_ROUTES.writeNote, { reference, revision: 3, words: `${longest}x` });
    expect([beyond.statusCode, beyond.json.field]).toEqual([400, "words"]);
    expect(beyond.sent).not.toContain("\u{1f600}");
    const accesses = Array.from({ length: 51 }, (_, n) => ({ source: "orders", eventId: `${n}`.padEnd(200, "é") }));
    const explain = (some: typeof accesses) =>
      act(DESK_ROUTES.explainLooks, { reference, revision: 3, words: "x", accesses: some });
    expect(codeIn(await explain(accesses.slice(0, 50)))).toBe("ROWS_UNKNOWN");
    expect((await explain(accesses)).statusCode).toBe(400);
  });

  it("carries no direction override into a story or a letter", async () => {
    const { reference, customer } = await inHand();
    const words = "\u202eevil\u202c \u2066hidden\u2069\u0000 words";
    await desk.as(PEOPLE.dpo)(DESK_ROUTES.messageCustomer, { reference, revision: 2, words });
    await customer.send(CUSTOMER_ROUTES.writeInMatter, { reference, words });
    const { body = "" } = await customer.send(CUSTOMER_ROUTES.readMatter, { reference, language: "en" });
    expect(body).toContain("evil hidden words");
    expect(body).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u0000/);
    const hostile = { reference, revision: 4, words: "x", employeeId: `emp${"\u202e"}-7` };
    expect((await desk.as(PEOPLE.dpo)(DESK_ROUTES.lookBack, hostile)).statusCode).toBe(400);
  });

  it("of a matter that does not exist is answered alike by every act", async () => {
    const both = desk.as(PEOPLE.colleague);
    const codes = new Set<string>();
    for (const { name, spec, body } of routes) {
      const changed = { ...Object(body), reference: "RG-0000-0000" };
      codes.add(`${(await both(spec, changed)).statusCode}`);
      expect([name, codeIn(await both(spec, changed))]).toEqual([name, "NOT_FOUND"]);
    }
    expect([...codes]).toEqual(["404"]);
  });
});
