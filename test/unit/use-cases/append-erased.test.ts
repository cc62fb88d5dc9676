import { expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { type AccessEventInput, accessEvent } from "../../../functions/contract/access-event.ts";
import { BULK_READS } from "../../../functions/domain/access.ts";
import { appendAccesses } from "../../../functions/use-cases/append-accesses.ts";
import { allOf, eventInput, NOW } from "../../support/arrivals.ts";
import { company } from "../../support/company.ts";
import { memoryAccessLog } from "../../support/fakes/memory-access-log.ts";
import { memoryApart } from "../../support/fakes/memory-apart.ts";
import { memoryErasures } from "../../support/fakes/memory-erasures.ts";
import { memoryFacts } from "../../support/fakes/memory-facts.ts";
import { memorySources } from "../../support/fakes/memory-sources.ts";

const keyring = createKeyring("a secret for tests only, as long as it has to be");
const clock = () => Date.parse(NOW);
const start = ({ erasures = memoryErasures(), accessLog = memoryAccessLog(clock) }) => {
  const deps = {
    ...{ accessLog, sources: memorySources(), facts: memoryFacts(), apart: memoryApart(clock), erasures },
    ...{ keyring, config: company(), clock, missed: () => {} },
  };
  return {
    accessLog,
    send: (events: readonly Partial<AccessEventInput>[], keepExpired = false) =>
      appendAccesses(deps, { events: events.map((event) => accessEvent.parse(eventInput(event))), keepExpired }),
    /** An event in which so many names were struck out while it waited. */
    sendStruck: (struckOut: number, event: Partial<AccessEventInput>) =>
      appendAccesses(deps, { events: [{ ...accessEvent.parse(eventInput(event)), struckOut }] }),
    rowsOf: (customerId: string) => allOf(accessLog, keyring.customerKey(customerId)),
  };
};

it("keeps nothing of what a customer had erased, whoever sends it again, and the others' rows under the same content", async () => {
  const erasures = memoryErasures({ [keyring.customerKey("A")]: "2026-05-03T10:00:00.000Z" });
  const { send, rowsOf, accessLog } = start({ erasures });
  const both = { eventId: "both", customerId: ["A", "B"], occurredAt: "2026-05-03T09:59:59.999Z" };
  expect(await start({ accessLog }).send([both])).toEqual(["accepted"]);
  expect(
    await send([
      both,
      { eventId: "before", customerId: "A", occurredAt: "2026-05-03T09:59:59.999Z" },
      { eventId: "new-both", customerId: ["A", "B"], occurredAt: "2026-05-01T00:00:00Z" },
      { eventId: "after", customerId: "A", occurredAt: "2026-05-03T10:00:00.000Z" },
    ]),
  ).toEqual(["duplicate", "expired", "accepted", "accepted"]);
  expect((await rowsOf("A")).map(({ eventId }) => eventId)).toEqual(["both", "after"]);
  expect((await rowsOf("B")).map(({ eventId, recordCount }) => [eventId, recordCount])).toEqual([
    ["new-both", 2],
    ["both", 2],
  ]);
  expect(await send([{ eventId: "before", customerId: "A", occurredAt: "2011-01-01T00:00:00Z" }], true)).toEqual([
    "expired",
  ]);
});

it("counts those who were struck out of an event, so that it is told of the others as it would have been", async () => {
  const { sendStruck, rowsOf, accessLog } = start({});
  const bulk = async () =>
    (await allOf(accessLog, BULK_READS)).map(({ eventId, recordCount }) => [eventId, recordCount]);
  expect(await sendStruck(1, { eventId: "both", customerId: ["B"] })).toEqual(["accepted"]);
  expect((await rowsOf("B")).map(({ recordCount }) => recordCount)).toEqual([2]);
  expect(await bulk()).toEqual([]);
  expect(await sendStruck(1, { eventId: "wide", customerId: ["B"], recordCount: 3 })).toEqual(["accepted"]);
  expect(await sendStruck(1, { eventId: "nobody-left", customerId: undefined, recordCount: 500 })).toEqual([
    "accepted",
  ]);
  expect((await bulk()).toSorted()).toEqual([
    ["nobody-left", 500],
    ["wide", 3],
  ]);
  // Nobody is left in it and nobody else was counted.
  expect(await sendStruck(1, { eventId: "theirs", customerId: undefined, recordCount: 1 })).toEqual(["expired"]);
  expect(JSON.stringify(await allOf(accessLog, BULK_READS))).not.toContain("struckOut");
});
