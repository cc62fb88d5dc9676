import type { LogoPicture, NotALogo } from "./logo-picture.ts";

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** The picture and its colours (PNG, third edition, 5.6). Texts, dates and places of the camera are left out. */
const KEPT = new Set(["IHDR", "PLTE", "IDAT", "IEND", "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "pHYs"]);

const NOT_READABLE: NotALogo = { fault: "it is no whole PNG; export it again" };

const joined = (parts: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let filled = 0;
  for (const part of parts) {
    whole.set(part, filled);
    filled += part.length;
  }
  return whole;
};

/** The pixels of a PNG that was cleaned, as they are packed in it. */
export const packedPixels = (png: Uint8Array): Uint8Array => {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  for (let at = SIGNATURE.length; at < png.length; at += 12 + view.getUint32(at))
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === "IDAT")
      parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
  return joined(parts);
};

/** A PNG with its picture alone. Each chunk is a length, a name, as many bytes, and a checksum of four. */
export const cleanPng = (bytes: Uint8Array): LogoPicture | NotALogo => {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) return NOT_READABLE;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  const names: string[] = [];
  let at = SIGNATURE.length;
  while (names.at(-1) !== "IEND") {
    if (at + 12 > bytes.length) return NOT_READABLE;
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return NOT_READABLE;
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (KEPT.has(name)) kept.push(bytes.subarray(at, end));
    names.push(name);
    at = end;
  }
  if (names[0] !== "IHDR" || !names.includes("IDAT") || view.getUint32(8) !== 13) return NOT_READABLE;
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width === 0 || height === 0) return NOT_READABLE;
  return { bytes: joined(kept), type: "image/png", width, height };
};
