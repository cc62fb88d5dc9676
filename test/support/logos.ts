import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { afterAll } from "vitest";

export const SVG_LOGO =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 36"><title>Marlow</title><path fill="#8a1c4a" d="M0 0h120v36H0z"/></svg>';

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
};

/** A black PNG, with what cameras and editors leave in it: `extra` chunks before the picture. */
export const pngLogo = (width: number, height: number, extra: Readonly<Record<string, string>> = {}): Buffer => {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8); // 8 bits of grey
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...Object.entries(extra).map(([name, text]) => chunk(name, Buffer.from(text))),
    chunk("IDAT", deflateSync(Buffer.alloc((width + 1) * height))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** How a PNG's pixels are written (PNG, third edition, 11.2.1): its kind of colour, in how many samples. */
const COLOURS = { grey: [0, 1], rgb: [2, 3], indexed: [3, 1], "grey with alpha": [4, 2], rgba: [6, 4] } as const;
export type PngColour = keyof typeof COLOURS;
export const PNG_COLOURS: readonly PngColour[] = ["grey", "rgb", "indexed", "grey with alpha", "rgba"];

/** A PNG of 8 by 8 black pixels of a kind; passed over seven times where it is interlaced. */
export const pngOf = (colour: PngColour, interlaced: boolean): Buffer => {
  const [kind, samples] = COLOURS[colour];
  const head = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, kind, 0, 0, interlaced ? 1 : 0]);
  // Adam7 on 8 by 8: rows of each pass, by pixels in a row.
  const passes = interlaced
    ? [
        [1, 1],
        [1, 1],
        [1, 2],
        [2, 2],
        [2, 4],
        [4, 4],
        [4, 8],
      ]
    : [[8, 8]];
  const bytes = passes.reduce((sum, [rows = 0, pixels = 0]) => sum + rows * (1 + pixels * samples), 0);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    ...(colour === "indexed" ? [chunk("PLTE", Buffer.from([1, 2, 3])), chunk("tRNS", Buffer.from([128]))] : []),
    chunk("IDAT", deflateSync(Buffer.alloc(bytes))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
};

/** Puts logo files where a configuration may name them, within the project, for as long as the test file runs. */
export const useLogos = (files: Readonly<Record<string, string | Buffer>>): ((file: string) => string) => {
  mkdirSync("dist", { recursive: true });
  const folder = mkdtempSync(join("dist", "logos-"));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  afterAll(() => rmSync(folder, { recursive: true }));
  return (file) => `${folder}/${file}`;
};
