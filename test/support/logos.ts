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

/** Puts logo files where a configuration may name them, within the project, for as long as the test file runs. */
export const useLogos = (files: Readonly<Record<string, string | Buffer>>): ((file: string) => string) => {
  mkdirSync("dist", { recursive: true });
  const folder = mkdtempSync(join("dist", "logos-"));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  afterAll(() => rmSync(folder, { recursive: true }));
  return (file) => `${folder}/${file}`;
};
