import { beforeEach, describe, expect, it } from "vitest";
import { onOutboxChange, onOutboxSchedule } from "../../functions/handlers/outbox.ts";
import { openRequest } from "../../functions/use-cases/open-request.ts";
import { type Fault, startFaultyProxy } from "../support/faulty-proxy.ts";
import { codeIn, type FrontDoor, openBrowser, openFrontDoor, signIn, useServices } from "../support/front-door.ts";
import { lambdaContext } from "../support/http-events.ts";

const MINUTE = 60_000;
const { engine, mails } = await useServices();
let door: FrontDoor;
let email: string;
let count = 0;
beforeEach(async () => {
  door = openFrontDoor(engine, mails);
  await door.ring();
  mails.taken.length = 0;
  mails.faults.length = 0;
  count += 1;
  email = `nadia.${count}@example.org`;
  await door.know(email, "C-1");
});

const codes = () => door.logged.map(({ code }) => code).filter((code) => code.startsWith("MAIL"));
const failed = ({ batchItemFailures }: Awaited<ReturnType<FrontDoor["ring"]>>) => batchItemFailures.length;

describe("a code on its way out", () => {
  it("is mailed once, however often, at once and in whatever order the stream repeats itself", async () => {
    const [browser, other] = [openBrowser(door), openBrowser(door)];
    await browser.requestCode(email);
    await other.requestCode(`unknown.${email}`);
    const keys = await door.waiting();
    await Promise.all([door.ring(keys), door.ring(keys.toReversed()), door.ring([...keys, ...keys]), door.sweep()]);
    await door.ring(keys);
    expect(mails.taken.map(({ to }) => to).sort()).toEqual([email, `unknown.${email}`].sort());
    expect(await door.waiting()).toEqual([]);
    expect((await browser.confirmCode(codeIn(mails.taken.find(({ to }) => to === email)))).statusCode).toBe(201);
  });

  it("is tried again where the service refused it, by the stream and then by the schedule, until it leaves", async () => {
    const browser = openBrowser(door);
    await browser.requestCode(email);
    mails.faults.push("refuse", "fail", "refuse");
    const results = [failed(await door.ring()), failed(await door.ring()), failed(await door.ring())];
    expect(results).toEqual([1, 1, 0]);
    expect(codes()).toEqual(["MAIL_DELAYED", "MAIL_DELAYED", "MAIL_DELAYED"]);
    door.wait(5 * MINUTE);
    await door.sweep();
    expect(mails.taken).toHaveLength(1);
    expect((await browser.confirmCode(codeIn(mails.taken[0]))).statusCode).toBe(201);
  });

  it("is never sent a second time where the answer was lost", async () => {
    const browser = openBrowser(door);
    await browser.requestCode(email);
    const keys = await door.waiting();
    mails.faults.push("lose");
    expect(failed(await door.ring(keys))).toBe(0);
    expect(codes()).toEqual(["MAIL_LOST"]);
    for (const _ of [1, 2, 3]) {
      await door.ring(keys);
      door.wait(5 * MINUTE);
      await door.sweep();
    }
    expect(mails.taken).toHaveLength(1);
    expect(await door.waiting()).toEqual([]);
  });

  it("is given up where the sender died between taking it up and the answer", async () => {
    await openBrowser(door).requestCode(email);
    const never = onOutboxChange({ ...door, mailer: { send: () => new Promise(() => {}) } });
    const [sk = ""] = await door.waiting();
    never({ Records: [{ dynamodb: { SequenceNumber: "1", Keys: { sk: { S: sk } } } }] });
    await expect.poll(async () => (await door.store.mailOf(sk))?.value.standing.state).toBe("sending");
    await door.ring();
    expect(mails.taken).toHaveLength(0);
    door.wait(5 * MINUTE);
    await door.sweep();
    expect(codes()).toEqual(["MAIL_LOST"]);
    expect([mails.taken, await door.waiting()]).toEqual([[], []]);
  });

  it("is dropped once it would come too late", async () => {
    await openBrowser(door).requestCode(email);
    door.wait(10 * MINUTE);
    await door.sweep();
    expect([mails.taken, codes(), await door.waiting()]).toEqual([[], ["MAIL_DROPPED"], []]);
  });

  it("tells an unknown address in the end, though the service refused at first", async () => {
    await openBrowser(door).requestCode(`unknown.${email}`);
    mails.faults.push("refuse");
    await door.ring();
    await door.ring();
    expect(mails.taken.map(({ subject }) => subject)).toEqual(["Marlow & Finch holds nothing under this address"]);
  });
});

describe("a confirmation on its way out", () => {
  const asked = async () => {
    await signIn(door, mails, email);
    mails.taken.length = 0;
    door.logged.length = 0;
    const customer = {
      sessionKey: `session-${count}`,
      addressKey: door.keyring.addressKey(email),
      address: email,
      accounts: [door.keyring.customerKey("C-1")],
      idleEndsAt: "2026-06-15T09:15:00.000Z",
      endsAt: "2026-06-15T10:00:00.000Z",
    };
    const period = { from: "2025-06-15T00:00:00.000Z", to: "2026-06-15T00:00:00.000Z" };
    const open = () => openRequest(door, { customer, account: 1, dates: {}, period, language: "en" });
    return { open, request: await open() };
  };

  it("is sent until the service says that it has it, with the same reference", async () => {
    const { request } = await asked();
    mails.faults.push("refuse", "lose", "lose");
    for (let n = 0; n < 4; n++) {
      await door.ring();
      door.wait(5 * MINUTE);
    }
    expect(mails.taken.length).toBeGreaterThanOrEqual(1);
    expect(new Set(mails.taken.map(({ subject }) => subject))).toEqual(new Set([`Your request ${request.reference}`]));
    expect(codes()).toEqual(["MAIL_DELAYED", "MAIL_DELAYED", "MAIL_DELAYED", "MAIL_SENT"]);
    expect(await door.waiting()).toEqual([]);
  });

  it("goes out once for any number of looks at the same record", async () => {
    const { open, request } = await asked();
    const again = await Promise.all([open(), open(), open()]);
    expect(again.map(({ reference }) => reference)).toEqual([1, 2, 3].map(() => request.reference));
    await door.ring();
    expect(mails.taken).toHaveLength(1);
  });

  it("is parked after every try, and the log says so", async () => {
    await asked();
    mails.faults.push(...Array<"refuse">(60).fill("refuse"));
    for (let n = 0; n < 40; n++) {
      await door.sweep();
      door.wait(60 * MINUTE);
    }
    expect(codes().filter((code) => code === "MAIL_PARKED")).toHaveLength(1);
    expect(mails.taken).toEqual([]);
    const [key = ""] = await door.waiting();
    expect((await door.store.mailOf(key))?.value.standing.state).toBe("parked");
  });

  it("leaves half of a run to what comes after it, however long the service takes to refuse", async () => {
    for (const n of [1, 2, 3, 4]) await openBrowser(door).requestCode(`${n}.${email}`);
    mails.faults.push(...Array<"refuse">(60).fill("refuse"));
    const slow: typeof door.mailer = {
      send: (mail) => {
        door.wait(20_000);
        return door.mailer.send(mail);
      },
    };
    const from = door.clock();
    await onOutboxSchedule({ ...door, mailer: slow })({}, lambdaContext());
    expect(door.clock() - from).toBe(40_000);
    door.wait(10 * MINUTE);
    await door.sweep();
    expect(codes()).toContain("MAIL_DROPPED");
  });
});

describe("a table that throttles and loses answers", () => {
  it("never makes two codes of one request, and the code still leaves and works", async () => {
    const faults: Fault[] = [];
    const proxy = await startFaultyProxy(engine.endpoint, () => faults.shift() ?? "none");
    try {
      const behind = openFrontDoor(engine, mails, engine.connect(proxy.endpoint));
      const browser = openBrowser(behind);
      const parked = await door.waiting();
      faults.push("none", "cut", "cut", "throttle");
      expect((await browser.requestCode(email)).statusCode).toBe(202);
      faults.length = 0;
      expect(await behind.waiting()).toHaveLength(parked.length + 1);
      faults.push("throttle", "cut", "cut", "throttle", "cut", "cut");
      await behind.ring();
      expect(mails.taken).toHaveLength(1);
      faults.length = 0;
      faults.push("cut", "throttle", "cut", "cut", "cut", "throttle");
      expect((await browser.confirmCode(codeIn(mails.taken[0]))).statusCode).toBe(201);
      faults.length = 0;
      expect((await browser.readSession()).statusCode).toBe(200);
      expect(await behind.waiting()).toEqual(parked);
    } finally {
      await proxy.stop();
    }
  });

  it("answers that it is unavailable where it stays away, and signs nobody in", async () => {
    const proxy = await startFaultyProxy(engine.endpoint, () => "throttle");
    try {
      const behind = openFrontDoor(engine, mails, engine.connect(proxy.endpoint));
      const browser = openBrowser(behind);
      expect((await browser.requestCode(email)).statusCode).toBe(503);
      expect(browser.jar.size).toBe(0);
    } finally {
      await proxy.stop();
    }
  });
});
