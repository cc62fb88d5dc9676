import { cleanPng } from "./clean-png.ts";
import { cleanSvg } from "./clean-svg.ts";
import type { LogoPicture, NotALogo } from "./logo-picture.ts";

/** Every page of a customer carries it, and a page's first view is to fit into 14 KB without it. */
const MOST_BYTES = 24 * 1024;
/** It stands beside a button on a screen 320 pixels wide. */
const [TALLEST, WIDEST] = [0.5, 8];

/**
 * A company's logo with nothing in it but the picture: it is served under the portal's own name, so a script in it
 * could act as the portal where somebody opens it by itself.
 *
 * @param file Its name, which says whether it is an SVG or a PNG.
 */
export const cleanLogo = (file: string, bytes: Uint8Array): LogoPicture | NotALogo => {
  const logo = file.endsWith(".svg") ? cleanSvg(bytes) : cleanPng(bytes);
  if ("fault" in logo) return logo;
  const kib = Math.ceil(logo.bytes.length / 1024);
  if (logo.bytes.length > MOST_BYTES) return { fault: `it has ${kib} KiB, and 24 are the most; simplify or shrink it` };
  const shape = logo.width / logo.height;
  return shape < TALLEST || shape > WIDEST
    ? { fault: "it has to be at most 8 times as wide as high, and 2 times as high as wide; cut it" }
    : logo;
};
