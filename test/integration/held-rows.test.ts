import { expect, it } from "vitest";
import { createHolds } from "../../functions/adapters/holds.ts";
import { createRowKeeper } from "../../functions/adapters/row-keeper.ts";
import { accessEvent } from "../../functions/contract/access-event.ts";
import { CUSTOMER_ROUTES, recordPage } from "../../functions/contract/customer-api.ts";
import { HOLD_FOR_MS } from "../../functions/domain/holds.ts";
import { retentionHorizon } from "../../functions/domain/retention.ts";
import { keepRowsSchedule } from "../../functions/handlers/keep-rows-schedule.ts";
import { appendAccesses } from "../../functions/use-cases/append-accesses.ts";
import { allOf, arrival, eventInput } from "../support/arrivals.ts";
import { ask, deskAt, referenceOf } from "../support/customer-matters.ts";
import { openFrontDoor, signIn, useServices } from "../support/front-door.ts";
import { lambdaContext } from "../support/http-events.ts";
import { sweep } from "../support/sweep.ts";

const { engine, mails } = await useServices();
const DAY = 24 * 3_600_000;
const AMELIA = "amelia@example.com";

/** A front door with looks of 360 days ago at two customers, of whom one has an address. */
const openDoor = async (customerId: string) => {
  const door = openFrontDoor(engine, mails);
  const occurredAt = new Date(door.clock() - 360 * DAY).toISOString();
  const eraseAt = new Date(door.clock() + 5 * DAY).toISOString();
  const customerKey = door.keyring.customerKey(customerId);
  const other = door.keyring.customerKey(`${customerId}-other`);
  const source = customerId.toLowerCase();
  const old = { eventId: "old", source, occurredAt };
  await door.accessLog.append([
    arrival(old, { customerKeys: [customerKey], receivedAt: occurredAt, eraseAt }),
    arrival({ ...old, eventId: "theirs" }, { customerKeys: [other], receivedAt: occurredAt, eraseAt }),
  ]);
  await door.know(AMELIA, customerId);
  const run = keepRowsSchedule({
    ...door,
    holds: createHolds(engine.client, engine.portalTable, door.clock),
    rowKeeper: createRowKeeper(engine.client, engine.accessLogTable),
  });
  /** Days on which the schedule runs and DynamoDB removes what has ended. */
  const pass = async (days: number, step = 3) => {
    for (let day = 0; day < days; day += step) {
      door.wait(step * DAY);
      await run({}, lambdaContext());
      await sweep(engine, door.clock());
    }
  };
  const idsOf = async (key: string) => (await allOf(door.accessLog, key)).map(({ eventId }) => eventId);
  const idsByEmployee = async () => {
    const rows = (await Array.fromAsync(door.accessLog.ofEmployee("emp-7", occurredAt.slice(0, 7)))).flat();
    return rows.filter((row) => row.source === source).map(({ eventId }) => eventId);
  };
  return { door, old, customerKey, other, pass, run, idsOf, idsByEmployee };
};

it("keeps a customer's rows while a matter is open, for 400 days and more, and lets them go when it is closed", async () => {
  const { door, old, customerKey, other, pass, idsOf, idsByEmployee } = await openDoor("C-HELD");
  const browser = await signIn(door, mails, AMELIA);
  const reference = referenceOf(await ask(browser, [{ source: old.source, eventId: "old" }]));

  await pass(450);
  expect(await idsOf(customerKey)).toEqual(["old"]);
  expect(await idsByEmployee()).toEqual(["old"]);
  expect(await idsOf(other)).toEqual([]);

  // The record shows it, says that it was kept longer, and since when rows are normally erased.
  const again = await signIn(door, mails, AMELIA);
  const shown = await again.send(CUSTOMER_ROUTES.readRecord, { language: "en" });
  const { header, accesses } = recordPage.parse(JSON.parse(shown.body ?? ""));
  expect(accesses.map(({ eventId }) => eventId)).toEqual(["old"]);
  expect(header?.coverage.heldSince).toBe(retentionHorizon(header?.generatedAt ?? "", 12));
  expect(header?.coverage.words.join(" ")).toContain("Some older entries were kept");

  // Its id is still taken: the same event adds nothing, and other content is no second row.
  const append = (changes: object) =>
    door.accessLog.append([
      arrival({ ...old, ...changes }, { customerKeys: [customerKey], receivedAt: old.occurredAt }),
    ]);
  expect(await append({})).toEqual(["duplicate"]);
  expect(await append({ purpose: "BILLING" })).toEqual(["conflict"]);

  const desk = deskAt(door);
  await desk.take(reference);
  await desk.close(reference);
  await pass(HOLD_FOR_MS / DAY + 3);
  expect(await idsOf(customerKey)).toEqual([]);
  expect(await idsByEmployee()).toEqual([]);
});

it("holds nothing for a request that was answered, and what nobody answered for as long as the law could allow", async () => {
  const { door, customerKey, other, pass, idsOf } = await openDoor("C-ASKED");
  const browser = await signIn(door, mails, AMELIA);
  await browser.send(CUSTOMER_ROUTES.readRecord, { language: "en" });
  const holds = createHolds(engine.client, engine.portalTable, door.clock);
  const held = async () => (await Array.fromAsync(holds.all())).flat().map((hold) => hold.customerKey);
  expect(await held()).not.toContain(customerKey);

  const request = {
    state: "received",
    customerKey: other,
    reference: "RG-0PEN-0001",
    receivedAt: new Date(door.clock()).toISOString(),
    period: { from: "2025-01-01T00:00:00.000Z", to: "2026-06-15T00:00:00.000Z" },
  } as const;
  await door.store.commit([
    {
      kind: "open-request",
      request,
      asked: { sessionKey: "gone", account: 1, dates: {} },
      askedUntil: request.receivedAt,
    },
  ]);
  await pass(100);
  expect(await held()).toContain(other);
  expect([await idsOf(customerKey), await idsOf(other)]).toEqual([[], ["theirs"]]);
  await pass(70);
  expect(await held()).not.toContain(other);
  expect(await idsOf(other)).toEqual([]);
});

it("saves what ended after the matter was opened and before the schedule ran", async () => {
  const { door, old, customerKey, run, idsOf } = await openDoor("C-GAP");
  door.wait(4.9 * DAY);
  const browser = await signIn(door, mails, AMELIA);
  await ask(browser, [{ source: old.source, eventId: "old" }]);
  door.wait(0.5 * DAY);
  expect(await idsOf(customerKey)).toEqual([]);
  await run({}, lambdaContext());
  expect(await idsOf(customerKey)).toEqual(["old"]);
});

it("stores nothing of an event that is past its time, whatever is held", async () => {
  const { door, old } = await openDoor("C-PAST");
  door.wait(30 * DAY);
  const outcomes = await appendAccesses(
    {
      ...door,
      apart: { note: async () => {} },
      missed: () => {},
    },
    { events: [accessEvent.parse(eventInput({ ...old, eventId: "late" }))] },
  );
  expect(outcomes).toEqual(["expired"]);
});
