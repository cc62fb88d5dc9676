import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { createFacts } from "../../functions/adapters/facts.ts";
import { useCli } from "../support/cli.ts";

const cli = await useCli();
const facts = createFacts(cli.engine.client, cli.engine.portalTable);

const file = (name: string, lines: readonly (object | string)[]): string => {
  const path = join(cli.directory, name);
  writeFileSync(
    path,
    gzipSync(lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n")),
  );
  return path;
};
const importFacts = (path: string, ...more: string[]) =>
  cli.run(["facts", "import", path, "--format", "ndjson", "--json", ...more]);
const order = (id: string, changes: object = {}) => ({
  ...{ kind: "case", type: "order", id, customerId: "C-1", openedAt: "2026-05-03T08:00:00Z" },
  ...changes,
});

test("facts of every kind come in, what is wrong is quarantined, and twice is as good as once", async () => {
  const path = file("facts.ndjson.gz", [
    order("O-1", { employeeIds: ["emp-7"] }),
    { kind: "employee", id: "emp-7", managerId: "emp-2", contacts: ["07700 900117"], customerId: "C-9" },
    { kind: "shift", employeeId: "emp-7", from: "2026-05-03T08:00:00Z", to: "2026-05-03T16:00:00Z" },
    "{nonsense",
    { kind: "rumour", about: "canary-1" },
    { kind: "customer", customerId: "C-1", conflictEmployeeIds: ["emp-7"] },
  ]);
  const ran = await importFacts(path);
  const counts = { rows: 6, cases: 1, employees: 1, shifts: 1, customers: 1, quarantined: 2 };
  expect(JSON.parse(ran.stdout)).toMatchObject(counts);
  expect(ran.code).toBe(1);
  const quarantine = readFileSync(`${path}.quarantine.ndjson`, "utf8");
  expect(
    quarantine
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line)),
  ).toMatchObject([
    { line: 4, code: "EVENT_UNREADABLE" },
    { line: 5, code: "EVENT_FIELD_INVALID", field: "kind" },
  ]);
  expect(quarantine).not.toContain("canary");

  expect(JSON.parse((await importFacts(path)).stdout)).toMatchObject(counts);
  const { customerKey } = cli.keyring;
  expect(await facts.casesOf(customerKey("C-1"))).toMatchObject([{ id: "O-1", employeeIds: ["emp-7"] }]);
  expect((await facts.employees(["emp-7"])).get("emp-7")).toMatchObject({
    managerId: "emp-2",
    customerKey: customerKey("C-9"),
  });
  const day = { from: "2026-05-03T00:00:00.000Z", to: "2026-05-04T00:00:00.000Z" };
  expect(await facts.shifts("emp-7", day)).toHaveLength(1);
  expect((await facts.customers([customerKey("C-1")])).size).toBe(1);
});

test("an import that is killed half-way and run again loses nothing", async () => {
  const COUNT = 8_000;
  const ids = Array.from({ length: COUNT }, (_, n) => `K-${n}`);
  const path = file(
    "killed.ndjson.gz",
    ids.map((id) => order(id, { customerId: "C-killed" })),
  );
  const known = async () => (await facts.casesOf(cli.keyring.customerKey("C-killed"))).length;
  const killed = await cli.run(["facts", "import", path, "--format", "ndjson"], {
    started: async (kill) => {
      while ((await known()) === 0) await sleep(20);
      kill();
    },
  });
  expect([killed.code, killed.stdout]).toEqual([null, ""]);
  expect(await known()).toBeLessThan(COUNT);
  const again = await importFacts(path);
  expect([again.code, JSON.parse(again.stdout)]).toMatchObject([0, { rows: COUNT, cases: COUNT, quarantined: 0 }]);
  expect(await known()).toBe(COUNT);
  expect((await facts.cases(ids.map((id) => ({ type: "order", id })))).size).toBe(COUNT);
  expect(existsSync(`${path}.quarantine.ndjson`)).toBe(false);
});
