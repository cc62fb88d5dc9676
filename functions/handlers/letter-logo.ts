import { existsSync, readFileSync } from "node:fs";
import { cleanPng } from "../domain/logo/clean-png.ts";
import type { LogoPicture } from "../domain/logo/logo-picture.ts";
import { LETTER_LOGO } from "../formats/export/letter-logo.ts";

/** The logo that the build put beside this code (infra/bundle.ts), where the company has one for letters. */
export const readLetterLogo = (code: string = import.meta.url): LogoPicture | undefined => {
  const file = new URL(LETTER_LOGO, code);
  if (!existsSync(file)) return undefined;
  const logo = cleanPng(readFileSync(file));
  return "fault" in logo ? undefined : logo;
};
