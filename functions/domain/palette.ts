import { brightened, contrast, moreReadable, nearestPassing } from "./contrast.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The colours of the pages' styles that anything depends on, by the name of their custom property. */
const TONES = ["paper", "card", "tint", "marked", "ink", "soft", "deep", "on-deep", "warn", "focus"] as const;
type Tone = (typeof TONES)[number];
type Palette = Readonly<Record<Tone, string>>;

/** As `web/styles` has them; a test holds the two together. */
export const PALETTE: Readonly<Record<Scheme, Palette>> = {
  light: {
    paper: "#fbf8f2",
    card: "#ffffff",
    tint: "#eef3ef",
    marked: "#fff3cf",
    ink: "#1b2629",
    soft: "#56646a",
    deep: "#0b4f54",
    "on-deep": "#ffffff",
    warn: "#9a2a16",
    focus: "#b35400",
  },
  dark: {
    paper: "#14191c",
    card: "#1c2327",
    tint: "#1d2c2d",
    marked: "#3a3216",
    ink: "#ece7dd",
    soft: "#a9b4b6",
    deep: "#7fd0cf",
    "on-deep": "#0d2022",
    warn: "#ff9c84",
    focus: "#ffb454",
  },
};

/** Text needs 4.5 : 1, what a person has to make out beside it 3 : 1 (WCAG 2.2, 1.4.3 and 1.4.11, level AA). */
const TEXT = 4.5;
const SHAPE = 3;

/** What stands on what. Large text gets no discount: nearly none of the accent's is large. */
const PAIRS: readonly (readonly [front: Tone, ground: Tone, least: number])[] = [
  ...(["paper", "card", "tint", "marked"] as const).flatMap((ground) => [
    ["ink", ground, TEXT] as const,
    ["deep", ground, TEXT] as const,
    ["focus", ground, SHAPE] as const,
  ]),
  ...(["paper", "card"] as const).flatMap((ground) => [
    ["soft", ground, TEXT] as const,
    ["warn", ground, TEXT] as const,
  ]),
  ["on-deep", "deep", TEXT],
];

/** A button under the pointer (`filter` of `web/styles/base.css`). */
const HOVER = 1.12;

/** The colours of a company in one scheme: of what can be clicked, and of the page behind it. */
export interface BrandColours {
  readonly accent: string;
  readonly background?: string | undefined;
}

/** The palette of a scheme with a company's colours in it. What stands on the accent follows from it. */
export const paletteOf = (scheme: Scheme, { accent, background }: BrandColours): Palette => {
  const { light, dark } = PALETTE;
  return {
    ...PALETTE[scheme],
    deep: accent,
    "on-deep": moreReadable(accent, light["on-deep"], dark["on-deep"]),
    ...(background !== undefined && { paper: background }),
  };
};

/** Two colours of a palette that cannot be told apart well enough. */
export interface WeakContrast {
  readonly front: Tone;
  readonly ground: Tone;
  /** Contrast as it is and as it has to be, to one. */
  readonly ratio: number;
  readonly least: number;
}

/** The pairs of a palette that fail, the weakest first. */
export const weakContrasts = (palette: Palette): readonly WeakContrast[] =>
  PAIRS.map(([front, ground, least]) => ({ front, ground, least, ratio: contrast(palette[front], palette[ground]) }))
    .concat({
      front: "on-deep",
      ground: "deep",
      least: TEXT,
      ratio: contrast(brightened(palette["on-deep"], HOVER), brightened(palette.deep, HOVER)),
    })
    .filter(({ ratio, least }) => ratio < least)
    .sort((a, b) => a.ratio / a.least - b.ratio / b.least);

/** What is wrong with one colour of a company, and the nearest that would do. */
export interface ColourFault extends WeakContrast {
  readonly colour: keyof BrandColours;
  readonly nearest: string | undefined;
}

/** The colours of a company that cannot be read in a scheme: at most one fault for each. */
export const colourFaults = (scheme: Scheme, { accent, background }: BrandColours): readonly ColourFault[] => {
  const ours = PALETTE[scheme].deep;
  const weak = (colours: BrandColours, concerns: (pair: WeakContrast) => boolean) =>
    weakContrasts(paletteOf(scheme, colours)).filter(concerns);
  const judge = (colour: keyof BrandColours, value: string, weakWith: (tried: string) => readonly WeakContrast[]) =>
    weakWith(value)
      .slice(0, 1)
      .map((worst) => ({
        ...worst,
        colour,
        nearest: nearestPassing(value, (tried) => weakWith(tried).length === 0),
      }));
  // The background is held to what is ours, then the accent to the background that it stands on.
  const behind =
    background === undefined
      ? []
      : judge("background", background, (tried) =>
          weak({ accent: ours, background: tried }, ({ front, ground }) => ground === "paper" && front !== "deep"),
        );
  const on = behind.length === 0 ? background : undefined;
  const clicked = judge("accent", accent, (tried) =>
    weak({ accent: tried, background: on }, ({ front, ground }) => front === "deep" || ground === "deep"),
  );
  return [...clicked, ...behind];
};
