import { Refusal } from "../domain/errors.ts";
import { type RegardConfig, type RegardConfigInput, regardConfig } from "./config.ts";
import { faultsOf, lineOf } from "./config-faults.ts";
import { contradictions } from "./config-rules.ts";

/**
 * Reads a company's configuration, wherever it comes from.
 * @throws {Refusal} CONFIG_INVALID whose detail has a line for every wrong field: what is wrong, and what to write there.
 */
export const parseConfig = (input: unknown): RegardConfig => {
  const parsed = regardConfig.safeParse(input);
  const faults = parsed.success ? contradictions(parsed.data) : faultsOf(parsed.error.issues, input);
  const [first] = faults;
  if (parsed.success && first === undefined) return parsed.data;
  throw new Refusal("CONFIG_INVALID", {
    field: first?.path.join(".") ?? "",
    detail: ["regard.config.ts is not valid:", ...faults.map((fault) => `  ${lineOf(fault)}`)].join("\n"),
  });
};

/** What `regard.config.ts` exports: the company's choices, typed while they are written and checked when they are read. */
export const defineConfig = (config: RegardConfigInput): RegardConfig => parseConfig(config);
