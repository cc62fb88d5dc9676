import { expect, it } from "vitest";
import { createKeyring } from "../../../functions/adapters/keyring.ts";
import { type AccessEventInput, accessEvent } from "../../../functions/contract/access-event.ts";
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
