/** A colour as a company writes it: six hexadecimal digits behind `#`. */
type Hex = string;

const BLACK = "#000000";
const WHITE = "#ffffff";

const channels = (colour: Hex): number[] => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const hexOf = (values: readonly number[]): Hex =>
  `#${values.map((value) => Math.min(255, Math.round(value)).toString(16).padStart(2, "0")).join("")}`;

/** Relative luminance from 0 to 1 (WCAG 2.2, "relative luminance"). */
const luminance = (colour: Hex): number => {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

/** From 1 (the same) to 21 (black on white), whichever of the two is in front (WCAG 2.2, "contrast ratio"). */
export const contrast = (one: Hex, other: Hex): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

/** The colour under CSS's `brightness()`, which multiplies each channel (Filter Effects, 9.1). */
export const brightened = (colour: Hex, by: number): Hex => hexOf(channels(colour).map((value) => value * by));

/** Whichever of two colours can be read better on `ground`. */
export const moreReadable = (ground: Hex, one: Hex, other: Hex): Hex =>
  contrast(ground, one) >= contrast(ground, other) ? one : other;

const mixed = (colour: Hex, end: Hex, share: number): Hex => {
  const to = channels(end);
  return hexOf(channels(colour).map((value, at) => value + ((to[at] ?? 0) - value) * share));
};

const STEPS = 100;

/**
 * The colour nearest to `colour` on its way to black or to white that `passes`; undefined where neither way has one.
 */
export const nearestPassing = (colour: Hex, passes: (colour: Hex) => boolean): Hex | undefined => {
  for (let step = 0; step <= STEPS; step += 1)
    for (const end of [BLACK, WHITE]) {
      const candidate = mixed(colour, end, step / STEPS);
      if (passes(candidate)) return candidate;
    }
  return undefined;
};
