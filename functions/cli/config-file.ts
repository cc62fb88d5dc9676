import { existsSync, readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import type { RegardConfig } from "../contract/config.ts";
import { parseConfig } from "../contract/define-config.ts";
import type { LogoFile } from "../domain/doctor/config-checks.ts";
import { Refusal } from "../domain/errors.ts";
import { cleanLogo } from "../domain/logo/clean-logo.ts";
import { letterLogoFile } from "../domain/logo/letter-logo-file.ts";
import type { LogoPicture } from "../domain/logo/logo-picture.ts";
import { letterLogo } from "../formats/export/letter-logo.ts";

const PROJECT = resolve(import.meta.dirname, "../..");
const configModule = z.object({ default: z._default(z.unknown(), {}) });

/** What the file exports. What does not even load is no configuration, and where Node found that helps nobody. */
const load = async (path: string): Promise<unknown> => {
  try {
    return configModule.parse(await import(pathToFileURL(path).href)).default;
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const why = cause instanceof Error ? cause.message.split("\n", 1)[0] : "it throws";
    throw new Refusal("CONFIG_INVALID", { detail: `${basename(path)} cannot be loaded: ${why}`, cause });
  }
};

/**
 * A company's configuration from its file; left out, the project's own. It is read by whoever needs it and not imported,
 * so that help, the doctor and whatever needs none do their work where it is not valid.
 * @throws {Refusal} CONFIG_INVALID, or FILE_UNREADABLE where there is no such file.
 */
export const readConfigFile = async (file?: string): Promise<RegardConfig> => {
  const path = file === undefined ? resolve(PROJECT, "regard.config.ts") : resolve(file);
  if (!existsSync(path)) {
    const detail = "There is no such configuration. To begin with one: npx regard init > regard.config.ts";
    throw new Refusal("FILE_UNREADABLE", { detail });
  }
  return parseConfig(await load(path));
};

/** A logo as `brand.logo` names it. */
export const readLogoFile = (file: string): LogoFile => {
  const path = resolve(PROJECT, file);
  return existsSync(path) ? cleanLogo(file, readFileSync(path)) : undefined;
};

/** The same, as letters carry it. */
export const readLetterLogoFile = (file: string): LogoFile => {
  const path = resolve(PROJECT, file);
  return existsSync(path) ? letterLogo(file, readFileSync(path)) : undefined;
};

/**
 * The logo for letters, where the company has one.
 * @throws {Refusal} CONFIG_INVALID where the file is none.
 */
export const readLetterLogo = ({ brand }: Pick<RegardConfig, "brand">): LogoPicture | undefined => {
  const file = letterLogoFile(brand);
  if (file === undefined) return undefined;
  const logo = readLetterLogoFile(file) ?? { fault: "there is no such file" };
  if (!("fault" in logo)) return logo;
  throw new Refusal("CONFIG_INVALID", { detail: `${file} cannot be the logo in letters: ${logo.fault}.` });
};
