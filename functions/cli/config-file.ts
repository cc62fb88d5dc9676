import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import type { RegardConfig } from "../contract/config.ts";
import { parseConfig } from "../contract/define-config.ts";
import type { LogoFile } from "../domain/doctor/config-checks.ts";
import { Refusal } from "../domain/errors.ts";
import { cleanLogo } from "../domain/logo/clean-logo.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const configModule = z.object({ default: z.unknown() });

/**
 * A company's configuration from its file; left out, the project's own.
 * @throws {Refusal} CONFIG_INVALID, or FILE_UNREADABLE where there is no such file.
 */
export const readConfigFile = async (file: string | undefined): Promise<RegardConfig> => {
  const path = file === undefined ? resolve(PROJECT, "regard.config.ts") : resolve(file);
  if (!existsSync(path)) throw new Refusal("FILE_UNREADABLE", { detail: "There is no such configuration." });
  return parseConfig(configModule.parse(await import(pathToFileURL(path).href)).default);
};

/** A logo as `brand.logo` names it. */
export const readLogoFile = (file: string): LogoFile => {
  const path = resolve(PROJECT, file);
  return existsSync(path) ? cleanLogo(file, readFileSync(path)) : undefined;
};
