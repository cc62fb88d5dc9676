/**
 * `npm run bench`: the ratios that Regard promises, measured side by side and interleaved on this machine, equality of
 * results before any timing. `-- --json` prints one JSON object, `-- --only WORD` measures what has WORD in its name.
 */
import { parseArgs } from "node:util";
import { measureAccessLog } from "./access-log.ts";
import { measureBundle } from "./bundle.ts";
import { measureCost } from "./cost.ts";
import { measureDesk } from "./desk.ts";
import { measureEqualAnswers } from "./equal-answers.ts";
import { measureFacts } from "./facts.ts";
import { measureFirstAnswer } from "./first-answer.ts";
import { measureImports } from "./imports.ts";
import { measureIntake } from "./intake.ts";
import { measureIntakeLoad } from "./intake-load.ts";
import { measureMemory } from "./memory.ts";
import { measurePages } from "./pages.ts";
import type { Ratio } from "./ratio.ts";
import { measureSignals } from "./signals.ts";

const MEASUREMENTS: Readonly<Record<string, () => Promise<Ratio[]>>> = {
  "access-log": measureAccessLog,
  intake: measureIntake,
  "intake-load": measureIntakeLoad,
  imports: measureImports,
  facts: measureFacts,
  memory: measureMemory,
  "equal-answers": measureEqualAnswers,
  "first-answer": measureFirstAnswer,
  bundle: measureBundle,
  cost: measureCost,
  pages: measurePages,
  desk: measureDesk,
  signals: measureSignals,
};

const { values } = parseArgs({ options: { json: { type: "boolean", default: false }, only: { type: "string" } } });

const ratios: Ratio[] = [];
const { only } = values;
const asked = Object.entries(MEASUREMENTS).filter(([name]) => only === undefined || name.includes(only));
for (const [name, measure] of asked) {
  console.error(`measuring: ${name}`);
  ratios.push(...(await measure()));
}
if (values.json) console.log(JSON.stringify({ ratios }, undefined, 2));
else {
  for (const { name, value, goal, ok, detail } of ratios) {
    console.log(`${ok ? "ok    " : "MISSED"}  ${value} (${goal})  ${name}: ${detail}`);
  }
}
process.exitCode = ratios.every(({ ok }) => ok) ? 0 : 1;
