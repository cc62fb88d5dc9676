import assert from "node:assert/strict";
import { UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import { createFacts } from "../../functions/adapters/facts.ts";
import { type Engine, startEngine } from "../support/engine.ts";
import { atMost, median, type Ratio, sideBySide } from "./ratio.ts";

const KNOWN = 20_000;
const CASES = 500;
const ROUNDS = 7;

const casesFrom = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    type: "order",
    id: `O-${first + n}`,
    customerKey: `customer-${n}`,
    openedAt: "2026-05-03T08:00:00.000Z",
    employeeIds: ["emp-7"],
    units: [],
  }));

/** Facts in a portal's table as it is deployed, whose stream hears of each of them. */
const factsIn = async ({ client, portalTable }: Engine) => {
  await client.send(
    new UpdateTableCommand({
      TableName: portalTable,
      StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" },
    }),
  );
  return createFacts(client, portalTable);
};

/** What facts cost on this computer when many came before: the time of an import must grow with its length alone. */
export const measureFacts = async (): Promise<Ratio[]> => {
  const engines = [await startEngine(), await startEngine()] as const;
  try {
    const [few, many] = [await factsIn(engines[0]), await factsIn(engines[1])];
    await many.putCases(casesFrom(0, KNOWN));
    assert.equal((await many.cases(casesFrom(0, KNOWN))).size, KNOWN);
    let next = KNOWN;
    const more = (facts: typeof few) => () => {
      next += CASES;
      return facts.putCases(casesFrom(next, CASES));
    };
    const { one, other, ratio } = await sideBySide(ROUNDS, more(many), more(few));
    const detail = `${median(one).toFixed(0)} ms for ${CASES} cases behind ${KNOWN}, ${median(other).toFixed(0)} ms for the first`;
    return [atMost("cases kept behind 20,000 others against the first ones", ratio, 1.5, detail)];
  } finally {
    for (const engine of engines) await engine.stop();
  }
};
