import type { RegardConfig } from "../../contract/config.ts";

/**
 * The file of the logo in letters, which are written with PNGs alone: its own, or that of the pages where it is one.
 * Undefined where the company's name has to do.
 */
export const letterLogoFile = ({ logo }: Pick<RegardConfig["brand"], "logo">): string | undefined =>
  logo?.letters ?? (logo?.light.endsWith(".png") ? logo.light : undefined);
