import { beforeEach, describe, expect, it } from "vitest";
import { session } from "../../functions/contract/customer-api.ts";
import {
  codeIn,
  type FrontDoor,
  openBrowser,
  openFrontDoor,
  refusalOf,
  signIn,
  useServices,
} from "../support/front-door.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { engine, mails } = await useServices();
let door: FrontDoor;
let email: string;
let count = 0;
beforeEach(async () => {
  door = openFrontDoor(engine, mails);
  await door.ring();
  mails.taken.length = 0;
  count += 1;
  email = `nadia.${count}@example.org`;
});

const wrongThan = (code: string): string => (code.startsWith("0") ? "1111 1111" : "0000 0000");

describe("signing in with a mailed code", () => {
  it("opens a session for the customers behind the address, in the browser that asked", async () => {
    await door.know(email, "C-1", "C-2");
    const browser = openBrowser(door);
    const asked = await browser.requestCode(` ${email} `);
    expect([asked.statusCode, asked.body]).toEqual([202, "{}"]);
    await door.ring();
    expect(mails.taken).toHaveLength(1);
    expect(mails.taken[0]).toMatchObject({
      to: email,
      from: '"Marlow & Finch privacy" <privacy@marlow-finch.example>',
    });

    const confirmed = await browser.confirmCode(codeIn(mails.taken[0]));
    expect(confirmed.statusCode).toBe(201);
    expect(session.parse(JSON.parse(confirmed.body ?? ""))).toEqual({
      accounts: 2,
      idleEndsAt: "2026-06-15T09:15:00.000Z",
      endsAt: "2026-06-15T10:00:00.000Z",
    });
    expect([...browser.jar.keys()]).toEqual(["__Host-regard-session"]);
    for (const cookie of [...(asked.cookies ?? []), ...(confirmed.cookies ?? [])]) {
      expect(cookie).toMatch(/^__Host-[\w-]+=[\w-]*; Path=\/; Secure; HttpOnly; SameSite=Strict(; Max-Age=\d+)?$/);
    }
    expect((await browser.readSession()).statusCode).toBe(200);
  });

  it("writes the mail in the language of the page", async () => {
    await door.know(email, "C-1");
    await openBrowser(door).requestCode(email, "de");
    await door.ring();
    expect(mails.taken[0]?.subject).toBe("Ihr Bestätigungscode für Marlow & Finch");
  });

  it("fails with the right code from another browser, and with no cookie at all", async () => {
    await door.know(email, "C-1");
    const [browser, other, none] = [openBrowser(door), openBrowser(door), openBrowser(door)];
    await browser.requestCode(email);
    await other.requestCode(`other.${email}`);
    await door.ring();
    const code = codeIn(mails.taken.find(({ to }) => to === email));
    expect(refusalOf(await other.confirmCode(code))).toBe("CODE_WRONG");
    expect(refusalOf(await none.confirmCode(code))).toBe("CODE_SPENT");
    expect((await browser.confirmCode(code)).statusCode).toBe(201);
  });

  it("takes a code once, the newest only, and for ten minutes", async () => {
    await door.know(email, "C-1");
    const [first, second] = [openBrowser(door), openBrowser(door)];
    await first.requestCode(email);
    await door.ring();
    await second.requestCode(email);
    await door.ring();
    const [older, newer] = mails.taken.map(codeIn);
    expect(refusalOf(await first.confirmCode(older ?? ""))).toBe("CODE_SPENT");
    const cookies = new Map(second.jar);
    expect((await second.confirmCode(newer ?? "")).statusCode).toBe(201);
    for (const [name, value] of cookies) second.jar.set(name, value);
    expect(refusalOf(await second.confirmCode(newer ?? ""))).toBe("CODE_SPENT");

    const late = openBrowser(door);
    await late.requestCode(email);
    await door.ring();
    door.wait(10 * MINUTE);
    expect(refusalOf(await late.confirmCode(codeIn(mails.taken.at(-1))))).toBe("CODE_SPENT");
  });

  it("ends idle after 15 minutes, at the latest after 60, and at once by signing out", async () => {
    await door.know(email, "C-1");
    const browser = await signIn(door, mails, email);
    for (let n = 0; n < 4; n++) {
      door.wait(14 * MINUTE);
      expect((await browser.readSession()).statusCode).toBe(200);
    }
    door.wait(4 * MINUTE);
    expect(refusalOf(await browser.readSession())).toBe("SIGN_IN_NEEDED");

    const idle = await signIn(door, mails, email);
    door.wait(15 * MINUTE);
    expect(refusalOf(await idle.readSession())).toBe("SIGN_IN_NEEDED");

    door.wait(HOUR);
    const leaving = await signIn(door, mails, email);
    const token = new Map(leaving.jar);
    expect((await leaving.signOut()).statusCode).toBe(204);
    expect(leaving.jar.size).toBe(0);
    for (const [name, value] of token) leaving.jar.set(name, value);
    expect(refusalOf(await leaving.readSession())).toBe("SIGN_IN_NEEDED");
  });
});

describe("somebody who guesses or floods", () => {
  it("gets 5 tries per code, and a new code does not reset the count: at 20 in a row the step pauses, with one notice", async () => {
    await door.know(email, "C-1");
    const outcomes: string[] = [];
    for (let round = 0; round < 4; round++) {
      const browser = openBrowser(door);
      await browser.requestCode(email);
      await door.ring();
      const wrong = wrongThan(codeIn(mails.taken.at(-1)));
      for (let n = 0; n < 6; n++) outcomes.push(refusalOf(await browser.confirmCode(wrong)));
      door.wait(30 * MINUTE);
    }
    const five = Array<string>(5).fill("CODE_WRONG");
    expect(outcomes).toEqual([
      ...[...five, "CODE_SPENT"],
      ...[...five, "CODE_SPENT"],
      ...[...five, "CODE_SPENT"],
      ...[...five.slice(1), "CODE_PAUSED", "CODE_PAUSED"],
    ]);
    await door.ring();
    expect(mails.taken.filter(({ subject }) => subject.startsWith("Too many wrong codes"))).toHaveLength(1);

    const before = mails.taken.length;
    const paused = openBrowser(door);
    expect((await paused.requestCode(email)).statusCode).toBe(202);
    await door.ring();
    expect(mails.taken).toHaveLength(before);

    door.wait(2 * HOUR);
    expect((await (await signIn(door, mails, email)).readSession()).statusCode).toBe(200);
  });

  it("cannot get past 5 tries by making them all at once", async () => {
    await door.know(email, "C-1");
    const browser = openBrowser(door);
    await browser.requestCode(email);
    await door.ring();
    const wrong = wrongThan(codeIn(mails.taken[0]));
    const outcomes = await Promise.all(Array.from({ length: 12 }, () => browser.confirmCode(wrong).then(refusalOf)));
    expect(outcomes.filter((one) => one === "CODE_WRONG").length).toBeLessThanOrEqual(5);
    expect((await door.store.guardOf(door.keyring.addressKey(email), door.clock())).value.failuresInARow).toBe(
      outcomes.filter((one) => one === "CODE_WRONG").length,
    );
  });

  it("causes 3 mails an hour and 10 a day with 100 requests, at once or one after another", async () => {
    await door.know(email, "C-1");
    await Promise.all(Array.from({ length: 10 }, () => openBrowser(door).requestCode(email)));
    for (let n = 0; n < 90; n++) {
      await openBrowser(door).requestCode(n % 2 ? email.toUpperCase() : email);
      if (n % 30 === 29) await door.ring();
    }
    await door.ring();
    expect(mails.taken).toHaveLength(3);
    for (let hour = 1; hour < 24; hour++) {
      door.wait(HOUR);
      for (let n = 0; n < 4; n++) await openBrowser(door).requestCode(email);
      await door.ring();
    }
    expect(mails.taken).toHaveLength(10);
  });

  it("learns nothing about an address: the same answers to every step, known or not", async () => {
    const unknown = `unknown.${email}`;
    await door.know(email, "C-1");
    const stories = await Promise.all(
      [email, unknown].map(async (address) => {
        const browser = openBrowser(door);
        const story = [await browser.requestCode(address)];
        for (let n = 0; n < 6; n++) story.push(await browser.confirmCode("0000 0000"));
        return story.map(({ cookies = [], ...answer }) => ({
          ...answer,
          cookies: cookies.map((cookie) => cookie.replace(/=[\w-]{43};/, "=TOKEN;")),
        }));
      }),
    );
    expect(stories[0]).toEqual(stories[1]);
  });

  it("never signs in to an unknown address, not even with the code that was drawn for it", async () => {
    const browser = openBrowser(door);
    await browser.requestCode(email);
    const [mailKey = ""] = await door.waiting();
    const content = (await door.store.mailOf(mailKey))?.value.content;
    const code = content?.kind === "code" ? content.code : "none";
    expect(code).toMatch(/^\d{8}$/);
    expect(refusalOf(await browser.confirmCode(code))).toBe("CODE_WRONG");
  });

  it("makes us tell an unknown address at most once a day that we hold nothing", async () => {
    for (let n = 0; n < 3; n++) await openBrowser(door).requestCode(email);
    await door.ring();
    door.wait(23 * HOUR);
    await openBrowser(door).requestCode(email);
    await door.ring();
    expect(mails.taken.map(({ subject }) => subject)).toEqual(["Marlow & Finch holds nothing under this address"]);
    expect(codeIn(mails.taken[0])).toBe("none");
    door.wait(HOUR);
    await openBrowser(door).requestCode(email);
    await door.ring();
    expect(mails.taken).toHaveLength(2);
    expect(await door.waiting()).toEqual([]);
  });
});
