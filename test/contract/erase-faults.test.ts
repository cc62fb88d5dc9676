import { afterAll, expect, it } from "vitest";
import { createDirectory } from "../../functions/adapters/directory.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { createQuarantine } from "../../functions/adapters/quarantine.ts";
import { readSentAgain } from "../../functions/formats/import/read-sent.ts";
import { eraseMails, eraseQuarantined } from "../../functions/use-cases/erase-waiting.ts";
import { eventInput, NOW } from "../support/arrivals.ts";
import { keyedTable, useEngine } from "../support/engine.ts";
import { drawnFaults, startFaultyProxy } from "../support/faulty-proxy.ts";

const engine = await useEngine();
const faults = drawnFaults({ throttle: 0.2, conflict: 0.1, cut: 0.1 });
const { endpoint, stop } = await startFaultyProxy(engine.endpoint, faults);
afterAll(stop);

const table = keyedTable(engine);
const clock = () => Date.parse(NOW);
const on = (client: typeof engine.client) => ({
  quarantine: createQuarantine(client, table, clock),
  store: createPortalStore(client, table),
  directory: createDirectory(client, engine.portalTable),
  ...{ keyring: table.keyring, clock, readSent: readSentAgain },
});
const sound = on(engine.client);
const faulty = on(engine.connect(endpoint));

const KINDS = ["Ana", "Bea", ["Ana", "Bea"]];
const MANY = 150;

it("takes away all of one customer that waits and nothing of another, while requests are throttled and answers lost", async () => {
  const entry = { code: "EVENT_LATE", field: "occurredAt", source: "crm", receivedAt: "2026-06-01T00:00:00.000Z" };
  await sound.quarantine.put(
    Array.from({ length: MANY }, (_, n) => ({
      ...{ ...entry, id: `q-${n}`, eraseAt: "2027-01-01T00:00:00.000Z" },
      text: JSON.stringify(eventInput({ eventId: `e-${n}`, customerId: KINDS[n % KINDS.length] })),
    })),
  );
  const keys = (id: string) => ({
    addressKey: table.keyring.addressKey(`${id}@example.com`),
    customerKey: table.keyring.customerKey(id),
  });
  await sound.directory.link([keys("Ana"), keys("Bea")]);
  for (let n = 0; n < 40; n += 1) {
    const standing = { state: "parked", tries: 36, at: 0, uselessAt: clock() } as const;
    const address = `${n % 2 ? "Ana" : "Bea"}@example.com`;
    const mail = { mailKey: `${NOW}#${n}`, address, language: "en", content: { kind: "paused" }, standing } as const;
    await sound.store.commit([{ kind: "queue-mail", mail }]);
  }

  const { addressKey, customerKey } = keys("Ana");
  const erasures = new Map([[customerKey, { customerKey, upTo: NOW }]]);
  // Broken off anywhere it is run again, as the command is.
  const again = async (work: () => Promise<unknown>): Promise<void> => {
    for (;;)
      try {
        await work();
        return;
      } catch (error) {
        expect(error).toMatchObject({ code: "UNAVAILABLE" });
      }
  };
  await again(() => eraseQuarantined(faulty, erasures, true));
  await again(() => eraseMails(faulty, erasures, new Set([addressKey]), true));

  const left = (await Array.fromAsync(sound.quarantine.opened())).flat().map(({ text }) => JSON.parse(text).customerId);
  const byKind = Map.groupBy(left, (customerId) => JSON.stringify(customerId));
  expect([...byKind].map(([kind, all]) => [kind, all.length]).toSorted()).toEqual([
    ['"Bea"', MANY / 3],
    ['[{"erased":true},"Bea"]', MANY / 3],
  ]);
  const mails = (await Array.fromAsync(sound.store.queuedMails())).flat().map(({ value }) => value.address);
  expect(mails).toEqual(Array.from({ length: 20 }, () => "Bea@example.com"));
});
