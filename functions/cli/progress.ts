import { english } from "./english.ts";

const WIDTH = 30;
const REDRAW_MS = 100;
const ROWS_PER_LINE = 10_000;

export interface Progress {
  /** So many more bytes of the file were read. */
  readonly read: (bytes: number) => void;
  /** So many rows were dealt with in all. */
  readonly rows: (count: number) => void;
  readonly end: () => void;
}

/** A bar that redraws itself on a terminal, a line now and then anywhere else. Never on standard output. */
export const showProgress = (
  totalBytes: number,
  to: { readonly isTTY?: boolean | undefined; write: (text: string) => unknown } = process.stderr,
): Progress => {
  let bytes = 0;
  let rows = 0;
  let drawnAt = 0;
  let lines = 0;

  const draw = () => {
    const share = totalBytes > 0 ? Math.min(1, bytes / totalBytes) : 1;
    const bar = "█".repeat(Math.round(share * WIDTH)).padEnd(WIDTH, "░");
    to.write(`\r${bar} ${String(Math.floor(share * 100)).padStart(3)} %  ${english(rows, "# row", "# rows")}`);
    drawnAt = Date.now();
  };

  return {
    read: (more) => {
      bytes += more;
    },
    rows: (count) => {
      rows = count;
      if (to.isTTY) {
        if (Date.now() - drawnAt >= REDRAW_MS) draw();
      } else if (Math.floor(rows / ROWS_PER_LINE) > lines) {
        lines = Math.floor(rows / ROWS_PER_LINE);
        to.write(`${english(rows, "# row", "# rows")}\n`);
      }
    },
    end: () => {
      if (!to.isTTY) return;
      draw();
      to.write("\n");
    },
  };
};
