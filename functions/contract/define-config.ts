import { Refusal } from "../domain/errors.ts";
import { type RegardConfig, type RegardConfigInput, regardConfig } from "./config.ts";
import { faultsOf, lineOf } from "./config-faults.ts";
import { contradictions } from "./config-rules.ts";

/**
 * Every tool that loads the file (the build, the stack, the runner) shows an error as Node does. To whoever wrote the
 * file, those are the lines; where in our code they were found helps nobody.
 */
const SHOWN_AS = Symbol.for("nodejs.util.inspect.custom");

/**
 * Reads a company's configuration, wherever it comes from.
 * @throws {Refusal} CONFIG_INVALID whose detail has a line for every wrong field: what is wrong, and what to write there.
 */
export const parseConfig = (input: unknown): RegardConfig => {
  const parsed = regardConfig.safeParse(input);
  const faults = parsed.success ? contradictions(parsed.data) : faultsOf(parsed.error.issues, input);
  const [first] = faults;
  if (parsed.success && first === undefined) return parsed.data;
  const detail = ["regard.config.ts is not valid:", ...faults.map((fault) => `  ${lineOf(fault)}`)].join("\n");
  const refusal = new Refusal("CONFIG_INVALID", { field: first?.path.join(".") ?? "", detail });
  throw Object.assign(refusal, { stack: `CONFIG_INVALID: ${detail}`, [SHOWN_AS]: () => detail });
};

/** What `regard.config.ts` exports: the company's choices, typed while they are written and checked when they are read. */
export const defineConfig = (config: RegardConfigInput): RegardConfig => parseConfig(config);
