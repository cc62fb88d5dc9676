import { existsSync, readFileSync } from "node:fs";
import type { RegardConfig } from "../../functions/contract/config.ts";
import { cleanLogo } from "../../functions/domain/logo/clean-logo.ts";
import type { LogoPicture } from "../../functions/domain/logo/logo-picture.ts";
import { paletteOf, type Scheme } from "../../functions/domain/palette.ts";

type Brand = RegardConfig["brand"];

/** Above which `max-width` of the style cuts in; the rest follows from the logo's shape. */
const LOGO_HEIGHT = 36;

/** The custom properties of `web/styles/base.css` that a company's colours stand for. */
const tones = (scheme: Scheme, colours: NonNullable<Brand["colours"]>): string => {
  const { deep, "on-deep": onDeep } = paletteOf(scheme, colours[scheme]);
  return `:root{--deep:${deep};--on-deep:${onDeep}}`;
};

/** Whoever asks the browser for more contrast gets black and white behind everything, whatever the company chose. */
const paper = (scheme: Scheme, colours: NonNullable<Brand["colours"]>): string =>
  colours[scheme].background === undefined
    ? ""
    : `@media (prefers-color-scheme:${scheme}) and (not (prefers-contrast:more)){:root{--paper:${colours[scheme].background}}}`;

const LOGO_STYLE =
  ".brand img{display:block;height:2.25rem;width:auto;max-width:min(12rem,42vw);object-fit:contain}" +
  "@media (prefers-color-scheme:dark){.brand .plate{padding:.25rem .4rem;border-radius:.3rem;background:#fff}}" +
  "@media (max-width:40rem){.brand picture+span{display:none}}";

/** What a company's brand changes in the pages' styles; empty where it changes nothing. */
export const brandStyle = ({ colours, logo }: Brand): string =>
  [
    ...(colours === undefined
      ? []
      : [
          tones("light", colours),
          `@media (prefers-color-scheme:dark){${tones("dark", colours)}}`,
          paper("light", colours),
          paper("dark", colours),
        ]),
    logo === undefined ? "" : LOGO_STYLE,
  ].join("");

const readLogo = (field: string, file: string): LogoPicture => {
  const logo = existsSync(file) ? cleanLogo(file, readFileSync(file)) : { fault: "there is no such file" };
  if (!("fault" in logo)) return logo;
  throw new Error(`regard.config.ts, brand.logo.${field}: ${file} cannot be the logo: ${logo.fault}.`);
};

/** A logo as the pages show it: the web paths of its files, and its size in CSS pixels. */
export interface Logo {
  readonly light: string;
  readonly dark: string | undefined;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads the company's logo, cleaned.
 * @param publish Takes a file and answers its web path.
 * @throws {Error} That names the field and says what to do with the file.
 */
export const brandLogo = (
  { logo }: Brand,
  publish: (name: string, picture: LogoPicture) => string,
): Logo | undefined => {
  if (logo === undefined) return undefined;
  const nameOf = (file: string) => `logo${file.slice(file.lastIndexOf("."))}`;
  const light = readLogo("light", logo.light);
  return {
    light: publish(nameOf(logo.light), light),
    dark: logo.dark === undefined ? undefined : publish(nameOf(logo.dark), readLogo("dark", logo.dark)),
    width: Math.round((LOGO_HEIGHT * light.width) / light.height),
    height: LOGO_HEIGHT,
  };
};
