import { inflateSync } from "node:zlib";
import { cleanLogo } from "../../domain/logo/clean-logo.ts";
import { packedPixels } from "../../domain/logo/clean-png.ts";
import type { LogoPicture, NotALogo } from "../../domain/logo/logo-picture.ts";

/** Its name beside the code of what writes letters. */
export const LETTER_LOGO = "letter-logo.png";

/** Unpacked for every letter, in the memory of a small function. */
const MOST_PIXELS = 2 ** 21;
const MOST_BYTES_UNPACKED = 8 * MOST_PIXELS + 2 ** 16;

/** A PNG as letters carry it. It is unpacked once to see that it can be: a broken one would end whoever writes a letter. */
export const letterLogo = (file: string, bytes: Uint8Array): LogoPicture | NotALogo => {
  const logo = cleanLogo(file, bytes);
  if ("fault" in logo) return logo;
  if (logo.type !== "image/png") return { fault: "letters carry PNGs alone; export it as one" };
  if (logo.width * logo.height > MOST_PIXELS) return { fault: "it has more than two million pixels; shrink it" };
  try {
    inflateSync(packedPixels(logo.bytes), { maxOutputLength: MOST_BYTES_UNPACKED });
    return logo;
  } catch {
    return { fault: "its picture cannot be unpacked; export it again" };
  }
};
