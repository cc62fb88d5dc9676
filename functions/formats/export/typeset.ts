import { MISSING, type Run, runsOf, type Weight } from "./fonts.ts";
import { plainText } from "./plain-text.ts";

export interface Style {
  readonly weight: Weight;
  /** Points; `leading` is the distance from one line to the next. */
  readonly size: number;
  readonly leading: number;
  readonly color: string;
}

/** A piece of a line that is never parted; widths in points at size 1. */
interface Word {
  readonly runs: readonly Run[];
  readonly width: number;
  /** Without the space at its end, which may stand in the margin. */
  readonly ink: number;
}

export interface Line {
  readonly style: Style;
  readonly runs: readonly Run[];
}

export interface Typesetter {
  /** Whether a character had to be shown as U+FFFD. */
  readonly missedCharacters: boolean;
  /** Breaks a text into lines no wider than `width` points: at spaces, and inside a word only where it must. */
  lines(text: string, style: Style, width: number): readonly Line[];
  width(text: string, style: Style): number;
  /** Draws lines under one another, the top left corner of the first at x, y. */
  draw(lines: readonly Line[], x: number, y: number): void;
}

/** Where a line may break: after spaces and hyphens… */
const WORDS = /[^ ]* +|[^ ]+$/g;
const PIECES = /[^ -]*(?:-+ *| +)|[^ -]+$/g;
/** …but not after the hyphen of a web or mail address, a reference or a number, which are copied off the paper. */
const COPIED = /[@/\d]/;
const SPACE_AT_END = / +$/;
/** Measuring happens at this size; widths grow in proportion. */
const EM = 1_000;

export const typesetter = (document: PDFKit.PDFDocument): Typesetter => {
  const known = new Set<string>();
  const measured = new Map<string, Word>();
  let missedCharacters = false;

  const use = ({ face }: Run, size: number) => {
    if (!known.has(face.name)) {
      document.registerFont(face.name, face.font);
      known.add(face.name);
    }
    return document.font(face.name, size);
  };
  const widthOf = (runs: readonly Run[]): number =>
    runs.reduce((sum, run) => sum + use(run, EM).widthOfString(run.text, { features: run.face.features }), 0) / EM;

  const word = (text: string, weight: Weight): Word => {
    const key = `${weight}${text}`;
    const found = measured.get(key);
    if (found !== undefined) return found;
    const runs = runsOf(text, weight);
    missedCharacters ||= runs.some((run) => run.text.includes(MISSING));
    const ink = text.replace(SPACE_AT_END, "");
    const width = widthOf(runs);
    const made = { runs, width, ink: ink === text ? width : widthOf(runsOf(ink, weight)) };
    measured.set(key, made);
    return made;
  };

  /** A word that is too wide for a line, cut between the letters as a reader sees them. */
  const cut = (text: string, { weight, size }: Style, width: number): readonly string[] => {
    const pieces: string[] = [];
    for (const { segment } of new Intl.Segmenter().segment(text)) {
      const longer = (pieces.at(-1) ?? "") + segment;
      if (pieces.length > 0 && widthOf(runsOf(longer.replace(SPACE_AT_END, ""), weight)) * size <= width) {
        pieces[pieces.length - 1] = longer;
      } else pieces.push(segment);
    }
    return pieces;
  };

  const pieces = (text: string, style: Style, width: number): readonly string[] => {
    const fits = (piece: string) => word(piece, style.weight).ink * style.size <= width;
    return matches(plainText(text), WORDS)
      .flatMap((one) => (COPIED.test(one) && fits(one) ? one : matches(one, PIECES)))
      .flatMap((piece) => (fits(piece) ? piece : cut(piece, style, width)));
  };

  return {
    get missedCharacters() {
      return missedCharacters;
    },
    lines: (text, style, width) => {
      const lines: Run[][] = [];
      let room = 0;
      for (const piece of pieces(text, style, width)) {
        const { runs, ...wide } = word(piece, style.weight);
        if (lines.length === 0 || wide.ink * style.size > room) {
          lines.push([]);
          room = width;
        }
        lines.at(-1)?.push(...runs);
        room -= wide.width * style.size;
      }
      return lines.map((runs) => ({ style, runs: joined(runs) }));
    },
    width: (text, style) => widthOf(runsOf(text, style.weight)) * style.size,
    draw: (lines, x, y) => {
      for (const [index, { style, runs }] of lines.entries()) {
        const baseline = y + style.leading * (index + 0.75);
        let at = x;
        document.fillColor(style.color);
        for (const run of runs) {
          const { features } = run.face;
          use(run, style.size).text(run.text, at, baseline, { lineBreak: false, baseline: "alphabetic", features });
          if (runs.length > 1) at += document.widthOfString(run.text, { features });
        }
      }
    },
  };
};

const matches = (text: string, pattern: RegExp): readonly string[] =>
  Array.from(text.matchAll(pattern), ([match]) => match);

/** Neighbours in the same face, as one. */
const joined = (runs: readonly Run[]): readonly Run[] => {
  const result: { face: Run["face"]; text: string }[] = [];
  for (const { face, text } of runs) {
    const last = result.at(-1);
    if (last?.face === face) last.text += text;
    else result.push({ face, text });
  }
  return result;
};
