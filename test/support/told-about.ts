import { parseConfig } from "../../functions/contract/define-config.ts";
import { Refusal } from "../../functions/domain/errors.ts";

/** What somebody is told who writes `config`: a line for each field. */
export const toldAbout = (config: unknown): readonly string[] => {
  try {
    parseConfig(config);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "CONFIG_INVALID") throw error;
    return error.detail.split("\n").slice(1);
  }
};
