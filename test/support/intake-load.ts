import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { IntakeResult } from "../../functions/contract/intake-api.ts";
import { INTAKE_ROUTES, MAX_INTAKE_ITEMS } from "../../functions/contract/intake-api.ts";
import type { AccessLog, Keyring } from "../../functions/use-cases/ports.ts";
import { allOf, eventInput, NOW } from "./arrivals.ts";
import type { openIntake } from "./intake-door.ts";

/** Systems that send at the same time, each one call after another. */
export const LANES = 4;
const CUSTOMERS = 60;
/** Of ten events, one is about eleven customers. */
const WIDE = 11;
export const ACCESSES_PER_TEN_EVENTS = 9 + WIDE;

const source = (lane: number): string => `till-${lane}`;

/** The `n`-th event of a lane: a second after the one before, about one customer or several. */
const eventOf = (lane: number, n: number): AccessEventInput =>
  eventInput({
    eventId: `e-${n}`,
    source: source(lane),
    sourceSeq: n + 1,
    occurredAt: new Date(Date.parse(NOW) - 6 * 24 * 3_600_000 + n * 1_000).toISOString(),
    customerId:
      n % 10 === 0 ? Array.from({ length: WIDE }, (_, j) => `C-${(n + j) % CUSTOMERS}`) : `C-${(n + lane) % CUSTOMERS}`,
    employee: { id: `emp-${n % 20}`, name: "Robin Vance", role: "Driver", unit: "Deliveries North" },
  });

type Ask = ReturnType<typeof openIntake>["ask"];

/** Sends a call until it is answered for, as a sender does that keeps what it sends. */
const sendUntilTaken = async (ask: Ask, events: readonly AccessEventInput[]): Promise<readonly IntakeResult[]> => {
  const { sendAccessEvents } = INTAKE_ROUTES;
  for (;;) {
    const { statusCode, json } = await ask(sendAccessEvents, { events });
    if (statusCode === 200) return sendAccessEvents.answer.parse(json).results;
    if (statusCode !== 503) throw new Error(`The intake answered ${statusCode}.`);
  }
};

/**
 * Sends `count` events in every lane. Some stand twice in one call, and every fourth call is sent twice at once. Throws
 * where one of them is answered with anything but `accepted` or `duplicate`.
 *
 * @returns How many were answered with `accepted`.
 */
export const sendLoad = async (ask: Ask, count: number): Promise<number> => {
  let accepted = 0;
  const settle = (results: readonly IntakeResult[]) => {
    for (const { outcome } of results) {
      if (outcome === "accepted") accepted += 1;
      else if (outcome !== "duplicate") throw new Error(`An event was ${outcome}.`);
    }
  };
  const distinct = MAX_INTAKE_ITEMS - 10;
  const work = async (_: unknown, lane: number) => {
    for (let from = 0, call = 0; from < count; from += distinct, call += 1) {
      const events = Array.from({ length: Math.min(distinct, count - from) }, (_, at) => eventOf(lane, from + at));
      const sent = [...events, ...events.slice(0, 10)];
      const times = call % 4 === 3 ? 2 : 1;
      const answers = await Promise.all(Array.from({ length: times }, () => sendUntilTaken(ask, sent)));
      answers.forEach(settle);
    }
  };
  await Promise.all(Array.from({ length: LANES }, work));
  return accepted;
};

const nameOf = ({ occurredAt, source, eventId }: Pick<AccessEventInput, "occurredAt" | "source" | "eventId">) =>
  `${occurredAt} ${source} ${eventId}`;

/** What every customer's log has to hold after `count` events in every lane, in its order. */
const expected = (count: number): Map<string, string[]> => {
  const rows = new Map<string, string[]>();
  for (let n = 0; n < count; n += 1)
    for (let lane = 0; lane < LANES; lane += 1) {
      const event = eventOf(lane, n);
      for (const customer of [event.customerId].flat()) {
        const ofCustomer = rows.get(customer) ?? [];
        if (ofCustomer.length === 0) rows.set(customer, ofCustomer);
        ofCustomer.push(nameOf(event));
      }
    }
  return rows;
};

interface Held {
  readonly accesses: number;
  /** Customers whose log does not hold exactly what was sent, in its order. */
  readonly wrong: readonly string[];
}

/** Reads everything back. */
export const checkLoad = async (log: AccessLog, keyring: Keyring, count: number): Promise<Held> => {
  const wrong: string[] = [];
  let accesses = 0;
  for (const [customer, rows] of expected(count)) {
    const read = (await allOf(log, keyring.customerKey(customer))).map(nameOf);
    accesses += read.length;
    if (read.join("\n") !== rows.join("\n")) wrong.push(customer);
  }
  return { accesses, wrong };
};
