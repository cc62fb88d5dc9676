import { QueryCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { addressChange, raised } from "../../functions/contract/customer-matters.ts";
import { applyAddressChanges } from "../../functions/use-cases/apply-address-changes.ts";
import {
  type Browser,
  codeIn,
  type FrontDoor,
  openFrontDoor,
  refusalOf,
  signIn,
  useServices,
} from "../support/front-door.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 5, 15, 9);

const { engine, mails } = await useServices();
let door: FrontDoor;
let customer: Browser;
let old: string;
let fresh: string;
let count = 0;
beforeEach(async () => {
  door = openFrontDoor(engine, mails);
  await door.ring();
  mails.taken.length = 0;
  count += 1;
  old = `old.${count}@example.org`;
  fresh = `fresh.${count}@example.net`;
  await door.know(old, `C-${count}`, `D-${count}`);
  customer = await signIn(door, mails, old);
});

const ask = (browser: Browser, email = fresh) => browser.send(CUSTOMER_ROUTES.changeAddress, { email, language: "en" });
const confirm = (browser: Browser, code: string) => browser.send(CUSTOMER_ROUTES.confirmAddress, { code });
/** Under which reference a contact is reported, for the first or another of the customers behind the address. */
const report = async (browser: Browser, account = 1) => {
  const body = { account, language: "en", contactedOn: "2026-06-14", channel: "text", safety: "unsure" };
  const answer = await browser.send(CUSTOMER_ROUTES.reportContact, body);
  return raised.parse(JSON.parse(answer.body ?? "")).reference;
};
const cancel = (browser: Browser) => browser.send(CUSTOMER_ROUTES.cancelAddressChange);
const shown = async (browser: Browser) =>
  addressChange.parse(JSON.parse((await browser.send(CUSTOMER_ROUTES.readAddressChange)).body ?? "")).change;
const mailsTo = (address: string) => mails.taken.filter(({ to }) => to === address);
const mailedCode = async () => {
  await door.ring();
  return codeIn(mailsTo(fresh).at(-1));
};
const hold = async (browser = customer) => {
  await ask(browser);
  expect((await confirm(browser, await mailedCode())).statusCode).toBe(200);
  await door.ring();
};
const known = (address: string) => door.directory.customersOf(door.keyring.addressKey(address));
const keysOf = (...ids: readonly string[]) => ids.map((id) => door.keyring.customerKey(`${id}-${count}`)).sort();
/** What the audit log says was done with the old address, in order. */
const audited = async (): Promise<readonly string[]> => {
  const acts: { at: string; act: string }[] = [];
  for (let day = START; day <= door.clock(); day += DAY) {
    const { Items = [] } = await engine.client.send(
      new QueryCommand({
        TableName: engine.portalTable,
        KeyConditionExpression: "pk = :pk",
        ExpressionAttributeValues: { ":pk": { S: `audit#${new Date(day).toISOString().slice(0, 10)}` } },
      }),
    );
    for (const { sk, act, subject } of Items)
      if (subject?.S === door.keyring.addressKey(old) && act?.S?.startsWith("address"))
        acts.push({ at: sk?.S?.slice(0, 24) ?? "", act: act.S });
  }
  // Within one instant by name: what is written together has no order.
  return acts.sort((a, b) => (`${a.at}${a.act}` < `${b.at}${b.act}` ? -1 : 1)).map(({ act }) => act);
};

describe("changing a confirmed address", () => {
  it("takes a code to the new one, a notice to the old one, seven days, and then moves exactly these customers", async () => {
    expect((await ask(customer)).statusCode).toBe(202);
    expect(await shown(customer)).toBeUndefined();
    const code = await mailedCode();
    expect(code).toMatch(/^\d{4} \d{4}$/);
    const confirmed = await confirm(customer, code);
    const expected = {
      to: "f…@example.net",
      requestedAt: "2026-06-15T09:00:00.000Z",
      takesEffectAt: "2026-06-22T09:00:00.000Z",
    };
    expect(addressChange.parse(JSON.parse(confirmed.body ?? "")).change).toEqual(expected);
    expect(await shown(customer)).toEqual(expected);
    await door.ring();
    expect(mailsTo(old).at(-1)?.subject).toMatch(/about to change/);

    // Somebody whom the company adds meanwhile did not ask to move.
    await door.know(old, `E-${count}`);
    door.wait(7 * DAY - 1);
    await door.sweep();
    expect([await known(old), await known(fresh)]).toEqual([keysOf("C", "D", "E"), []]);
    const still = await signIn(door, mails, old);
    expect((await still.readSession()).statusCode).toBe(200);
    expect((await shown(still))?.to).toBe("f…@example.net");

    door.wait(1);
    await door.sweep();
    await door.ring();
    expect([await known(old), await known(fresh)]).toEqual([keysOf("E"), keysOf("C", "D")]);
    for (const address of [old, fresh]) expect(mailsTo(address).at(-1)?.subject).toMatch(/has changed/);
    expect(await shown(still)).toBeUndefined();
    const moved = await signIn(door, mails, fresh);
    expect(JSON.parse((await moved.readSession()).body ?? "")).toMatchObject({ accounts: 2 });
    expect(await audited()).toEqual(["address-change-asked", "address-change-held", "address-changed"]);

    const sent = mails.taken.length;
    await door.sweep();
    await door.ring();
    expect(mails.taken).toHaveLength(sent);
  });

  it("takes the news of open matters along, and leaves those of customers who stay", async () => {
    const [mine] = keysOf("C");
    const reference = await report(customer, keysOf("C", "D").indexOf(mine ?? "") + 1);
    const other = `other.${count}@example.org`;
    await door.know(other, `D-${count}`);
    const theirs = await report(await signIn(door, mails, other), 1);
    await hold();
    door.wait(7 * DAY);
    await door.sweep();
    const addressOf = async (one: string) => (await door.matters.matterOf(one))?.value.address;
    expect([await addressOf(reference), await addressOf(theirs)]).toEqual([fresh, other]);
    expect((await door.matters.entriesOf(reference)).at(-1)).toMatchObject({ by: { kind: "customer" } });
  });

  it("is stopped by whoever signs in with the old address, and then nothing moves", async () => {
    await hold();
    expect(refusalOf(await ask(customer, `third.${count}@example.net`))).toBe("ACT_NOT_POSSIBLE");
    door.wait(6 * DAY);
    const owner = await signIn(door, mails, old);
    expect((await cancel(owner)).statusCode).toBe(204);
    expect(await shown(owner)).toBeUndefined();
    expect(refusalOf(await cancel(owner))).toBe("NOT_FOUND");
    door.wait(2 * DAY);
    await door.sweep();
    expect([await known(old), await known(fresh)]).toEqual([keysOf("C", "D"), []]);
    expect(await audited()).toEqual(["address-change-asked", "address-change-held", "address-change-cancelled"]);

    const again = await signIn(door, mails, old);
    await hold(again);
    expect(await shown(again)).toBeDefined();
  });

  it("begins only in the sign-in that asked, with the newest code, once", async () => {
    await ask(customer);
    const first = await mailedCode();
    const other = await signIn(door, mails, old);
    expect(refusalOf(await confirm(other, first))).toBe("CODE_SPENT");
    await ask(customer);
    const second = await mailedCode();
    expect(refusalOf(await confirm(customer, first))).toBe("CODE_WRONG");
    expect((await confirm(customer, second)).statusCode).toBe(200);
    expect(refusalOf(await confirm(customer, second))).toBe("CODE_SPENT");
    expect((await cancel(customer)).statusCode).toBe(204);
  });

  it("answers guesses as a sign-in does: five tries, then nothing", async () => {
    await ask(customer);
    const code = await mailedCode();
    const wrong = code.startsWith("0") ? "1111 1111" : "0000 0000";
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n += 1) outcomes.push(refusalOf(await confirm(customer, wrong)));
    expect(outcomes).toEqual([...Array<string>(5).fill("CODE_WRONG"), "CODE_SPENT"]);
    expect(refusalOf(await confirm(customer, code))).toBe("CODE_SPENT");
    expect(await shown(customer)).toBeUndefined();
  });

  it("mails nobody more than three codes an hour, and five addresses a day from one sign-in at most", async () => {
    for (let n = 0; n < 4; n += 1) expect((await ask(customer)).statusCode).toBe(202);
    await door.ring();
    expect(mailsTo(fresh)).toHaveLength(3);
    expect((await ask(customer, `fifth.${count}@example.net`)).statusCode).toBe(202);
    expect(refusalOf(await ask(customer, `sixth.${count}@example.net`))).toBe("TOO_MANY_TODAY");
  });

  it("tells nobody whether the new address is known, and refuses the one that is there already", async () => {
    const taken = `taken.${count}@example.net`;
    await door.know(taken, `F-${count}`);
    const [unknown, known] = [await ask(customer), await ask(customer, taken)];
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
    await door.ring();
    expect(mailsTo(taken)[0]?.subject).toBe(mailsTo(fresh)[0]?.subject);
    expect(refusalOf(await ask(customer, ` ${old.toUpperCase()} `))).toBe("REQUEST_INVALID");
  });

  it("takes effect once and whole, however many schedules run at once and wherever one was cut off", async () => {
    await hold();
    door.wait(7 * DAY);
    const addressKey = door.keyring.addressKey(old);
    const held = await door.store.addressChangeOf(addressKey);
    if (held === undefined) throw new Error("the change was not kept");
    // One schedule died after it had begun.
    const moving = { ...held.value, state: "moving" } as const;
    const begun = { value: moving, revision: held.revision };
    expect(await door.store.commit([{ kind: "move-address-change", to: begun, act: "begin" }])).toBe(true);
    expect(refusalOf(await cancel(await signIn(door, mails, old)))).toBe("ACT_NOT_POSSIBLE");
    await Promise.all([door.sweep(), door.sweep(), door.sweep()]);
    await door.sweep();
    await door.ring();
    expect([await known(old), await known(fresh)]).toEqual([[], keysOf("C", "D")]);
    expect(mailsTo(old).filter(({ subject }) => /has changed/.test(subject))).toHaveLength(1);
    expect((await audited()).filter((act) => act === "address-changed")).toHaveLength(1);
  });

  it("stops no other where one cannot be made", async () => {
    const addresses = [old, `another.${count}@example.org`];
    const [broken = "", other = ""] = addresses.sort((a, b) =>
      door.keyring.addressKey(a) < door.keyring.addressKey(b) ? -1 : 1,
    );
    await door.know(addresses.find((one) => one !== old) ?? "", `E-${count}`);
    for (const address of addresses) {
      fresh = `new.${address}`;
      await hold(address === old ? customer : await signIn(door, mails, address));
    }
    door.wait(7 * DAY);
    const brokenKey = door.keyring.addressKey(broken);
    const customersOf = async (key: string) => {
      if (key === brokenKey) throw new Error("The directory is away.");
      return door.directory.customersOf(key);
    };
    const changes = applyAddressChanges({ ...door, directory: { ...door.directory, customersOf } });
    await expect(changes).rejects.toThrow("The directory is away.");
    expect([await known(other), (await known(`new.${other}`)).length > 0]).toEqual([[], true]);
    await door.sweep();
    expect(await known(broken)).toEqual([]);
  });

  it("is refused by the store where its state does not allow an act, whatever the code forgot", async () => {
    await hold();
    const held = await door.store.addressChangeOf(door.keyring.addressKey(old));
    if (held === undefined) throw new Error("the change was not kept");
    for (const act of ["ask", "confirm", "finish"] as const) {
      expect(await door.store.commit([{ kind: "move-address-change", to: held, act }])).toBe(false);
    }
    const nobody = { value: { ...held.value, addressKey: `nobody-${count}` }, revision: 0 };
    expect(await door.store.commit([{ kind: "move-address-change", to: nobody, act: "confirm" }])).toBe(false);
  });
});
