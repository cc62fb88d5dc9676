import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { create, type Font } from "fontkit";

export type Weight = 400 | 700;
const WEIGHTS = [400, 700] as const;

/** Noto Sans (OFL 1.1), cut by script as its package has it; a character is set in the first one that holds it. */
const SCRIPTS = [
  "latin",
  "latin-ext",
  "vietnamese",
  "cyrillic",
  "cyrillic-ext",
  "greek",
  "greek-ext",
  "devanagari",
] as const;
type Script = (typeof SCRIPTS)[number];

export const FONT_PACKAGE = "@fontsource/noto-sans";
const fileOf = (script: Script, weight: Weight): string => `files/noto-sans-${script}-${weight}-normal.woff`;

/** What must lie in `node_modules` beside a bundle that writes PDFs: a bundler does not see it. */
export const FONT_FILES: readonly string[] = [
  "package.json",
  "LICENSE",
  ...SCRIPTS.flatMap((script) => WEIGHTS.map((weight) => fileOf(script, weight))),
].map((file) => `${FONT_PACKAGE}/${file}`);

interface Face {
  readonly name: string;
  readonly font: Font;
  readonly features: Readonly<Record<string, boolean>> | undefined;
}

/**
 * In these Noto takes letters such as ị apart, into one that stands for the whole and an accent that stands for nothing:
 * readers that copy text out of the letter would stumble over it. The whole glyphs exist; pdfkit is slower with features,
 * so that the others go without.
 */
const TAKES_APART: readonly Script[] = ["latin-ext", "vietnamese"];

const opened = new Map<string, Face>();

/** Opened when first needed and kept for the next letter. */
const faceOf = (script: Script, weight: Weight): Face => {
  const name = `${script}-${weight}`;
  const known = opened.get(name);
  if (known !== undefined) return known;
  const file = createRequire(import.meta.url).resolve(`${FONT_PACKAGE}/${fileOf(script, weight)}`);
  const features = TAKES_APART.includes(script) ? { ccmp: false } : undefined;
  const face = { name, font: create(readFileSync(file)), features };
  opened.set(name, face);
  return face;
};

/** A stretch of text that one face can set. */
export interface Run {
  readonly face: Face;
  readonly text: string;
}

/** U+FFFD, the replacement character. */
export const MISSING = "\ufffd";

/** What stands for a character that no face holds: another space, a plain hyphen, nothing for what has no ink. */
const substitute = (character: string): string => {
  if (/\p{Zs}/u.test(character)) return "\u00a0";
  if (/\p{Pd}/u.test(character)) return "-";
  return /\p{Cf}/u.test(character) ? "" : MISSING;
};

/** Cuts text into runs; what cannot be set shows as U+FFFD and is never left out. */
export const runsOf = (text: string, weight: Weight): readonly Run[] => {
  const runs: { face: Face; text: string }[] = [];
  const set = (character: string): void => {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    // The face at hand comes first, so that accents and joiners stay with their letter.
    if (last?.face.font.hasGlyphForCodePoint(codePoint)) {
      last.text += character;
      return;
    }
    const script = SCRIPTS.find((one) => faceOf(one, weight).font.hasGlyphForCodePoint(codePoint));
    if (script !== undefined) runs.push({ face: faceOf(script, weight), text: character });
    else if (character !== MISSING) [...substitute(character)].forEach(set);
  };
  [...text.normalize("NFC")].forEach(set);
  return runs;
};
