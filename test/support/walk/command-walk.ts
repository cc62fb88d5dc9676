import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { createQuarantine } from "../../../functions/adapters/quarantine.ts";
import type { RunningPortal } from "../../../infra/local/portal.ts";
import { eventInput } from "../arrivals.ts";
import type { Guard } from "../iam/guard.ts";
import { ago, atTheTable, LAST_MONTH, oddLooks } from "./company-walk.ts";
import { FORGOTTEN, SOME_FACTS } from "./intake-walk.ts";

const ENTRY = resolve(import.meta.dirname, "../../../functions/cli/regard.ts");

/** The ids of what waits in the quarantine. */
const waitingIn = async (portal: RunningPortal): Promise<readonly string[]> => {
  const ids: string[] = [];
  await atTheTable(portal, async ({ client, keyring, table }) => {
    const quarantine = createQuarantine(client, { name: table, keyring }, Date.now);
    for await (const page of quarantine.all()) ids.push(...page.map(({ id }) => id));
  });
  return ids;
};

/** The commands as people run them against a stage on AWS, each under the policy that is made for it. */
export const runCommands = async (portal: RunningPortal, guard: Guard, customerId: string): Promise<void> => {
  const directory = await mkdtemp(join(tmpdir(), "regard-walk-"));
  const run = async (policy: string, ...words: readonly string[]): Promise<void> => {
    const child = spawn(process.execPath, [ENTRY, ...words, "--stage", "local"], {
      stdio: ["ignore", "ignore", "pipe"],
      env: guard.surroundings(policy),
    });
    const [code, errors] = await Promise.all([once(child, "close").then(([ended]) => ended), text(child.stderr)]);
    // A refusal begins with its code; otherwise 1 is about what was found.
    if (code !== 0 && (code !== 1 || /^[A-Z_]+: /.test(errors)))
      throw new Error(`regard ${words.join(" ")} ended with ${code}: ${errors}`);
  };
  const events = join(directory, "events.ndjson");
  // One of them names a case, which is asked for.
  const known = eventInput({ eventId: randomUUID(), customerId: "C-cli", occurredAt: ago(9) });
  const lines = [known, ...oddLooks("ghost", "C-cli")].map((event) => JSON.stringify(event));
  await writeFile(events, lines.join("\n"));
  const customers = join(directory, "customers.csv");
  await writeFile(customers, "C-cli,cli@example.com\n");
  await run("ImportPolicy", "import", events, "--format", "ndjson");
  await run("ImportPolicy", "customers", "import", customers);
  const facts = join(directory, "facts.ndjson");
  await writeFile(facts, SOME_FACTS.map((fact) => JSON.stringify(fact)).join("\n"));
  await run("ImportPolicy", "facts", "import", facts, "--format", "ndjson");
  await run("CheckPolicy", "record", "--customer", customerId, "--format", "json");
  await run("CheckPolicy", "sources");
  await run("SignalsPolicy", "signals", "--since", ago(60).slice(0, 10), "--open");
  await run("NumbersPolicy", "numbers", "--month", LAST_MONTH);
  await run("QuarantinePolicy", "quarantine", "list");
  await run("QuarantinePolicy", "quarantine", "replay", "--all");
  const [waiting = ""] = await waitingIn(portal);
  await run("QuarantinePolicy", "quarantine", "show", waiting);
  await run("ErasurePolicy", "erase", "--customer", FORGOTTEN);
  await run("ErasurePolicy", "erase", "--customer", FORGOTTEN, "--reason", "objected", "--execute");
  await run("ErasurePolicy", "erase", "--list");
  await run("ErasurePolicy", "erase", "--replay", "--execute");
  // Nobody answers there: no test asks a name server of the world.
  await run("DoctorPolicy", "doctor", "--dns", "127.0.0.1:9");
  await rm(directory, { recursive: true });
};
