import { beforeAll, expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createAuditLog } from "../../functions/adapters/audit-log.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { monthNumbers } from "../../functions/contract/numbers.ts";
import { monthBefore } from "../../functions/domain/numbers/month.ts";
import { arrival } from "../support/arrivals.ts";
import { useCli } from "../support/cli.ts";

const NOW = new Date().toISOString();
const MONTH = monthBefore(NOW);
const ERASED = new Date(Date.now() + 86_400_000).toISOString();

const cli = await useCli();
const table = () => ({ name: cli.engine.portalTable, keyring: cli.keyring });
beforeAll(async () => {
  const log = createAccessLog(cli.engine.client, cli.engine.accessLogTable, Date.now);
  const looks = (unit: string, people: number) =>
    Array.from({ length: people }, (_, n) =>
      arrival(
        {
          ...{ eventId: `${unit}-${n}`, occurredAt: `${MONTH}-15T10:00:00.000Z`, case: undefined },
          employee: { id: `${unit}-${n}`, unit },
        },
        { eraseAt: ERASED },
      ),
    );
  await log.append([...looks("Care", 6), ...looks("Depot", 7), ...looks("Board", 1)]);
});

test("the numbers are written as JSON, and kept for the desk", async () => {
  const { code, stdout, stderr } = await cli.run(["numbers", "--month", MONTH, "--json"]);
  expect(code).toBe(0);
  const made = monthNumbers.parse(JSON.parse(stdout));
  expect(made.people).toMatchObject({
    all: { people: 14, looks: 14 },
    units: [{ unit: "Depot", people: 7 }],
    others: { units: 2, people: 7 },
  });
  expect(stdout).not.toContain("Board");
  expect(await createNumbersStore(cli.engine.client, table()).of(MONTH)).toEqual(made);
  expect(stderr).toContain("noted");
  const acts = (
    await Array.fromAsync(createAuditLog(cli.engine.client, table()).actsOf(made.madeAt.slice(0, 10)))
  ).flat();
  expect(acts).toContainEqual({ act: "numbers-counted" });
});

test("they are text for people, in their language, or CSV", async () => {
  const text = await cli.run(["numbers", "--month", MONTH, "--language", "fr"]);
  expect(text.stdout).toMatch(/^Chiffres d/);
  expect(text.stdout).toMatch(/^ {2}Depot +7 +7 /m);
  const csv = await cli.run(["numbers", "--month", MONTH, "--csv"]);
  expect(csv.stdout).toContain(`,people.units.looks,Depot,7\r\n`);
});

test("a month that is partly erased is refused, and nothing is kept of it", async () => {
  const { code, stdout, stderr } = await cli.run(["numbers", "--month", "2020-01"]);
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("REQUEST_INVALID: The log does not reach back so far");
  expect(await createNumbersStore(cli.engine.client, table()).of("2020-01")).toBeUndefined();
});

test.each([
  ["no month", []],
  ["a month that is none", ["--month", "2026-13"]],
  ["two forms at once", ["--month", MONTH, "--csv", "--json"]],
  ["a word too many", ["--month", MONTH, "now"]],
])("%s is a wrong command line", async (_, words) => {
  const { code, stdout, stderr } = await cli.run(["numbers", ...words]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("COMMAND_INVALID");
});
