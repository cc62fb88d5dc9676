import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import * as z from "zod/mini";
import { Refusal } from "../../domain/errors.ts";

const GZIP = Buffer.from([0x1f, 0x8b]);
const systemError = z.object({ code: z.string() });

const DETAILS: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file.",
  EISDIR: "This is a directory.",
  EACCES: "The file may not be read.",
  Z_BUF_ERROR: "The compressed file ends too early.",
  Z_DATA_ERROR: "The compressed file is damaged.",
};

const unreadable = (error: unknown): Refusal => {
  const { data } = systemError.safeParse(error);
  const detail = DETAILS[data?.code ?? ""];
  return new Refusal("FILE_UNREADABLE", { ...(detail && { detail }), cause: error });
};

/** Streams are typed as if they could be of anything. Not copied: copies of every chunk cost more than reading. */
const bufferOf = (chunk: string | Buffer): Buffer => (typeof chunk === "string" ? Buffer.from(chunk) : chunk);

const counted = async function* (path: string, onRead: (bytes: number) => void): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path)) {
    const bytes = bufferOf(chunk);
    onRead(bytes.length);
    yield bytes;
  }
};

/**
 * The bytes of a file, unpacked where they are gzip, whatever the file is called. Holds one chunk in memory.
 *
 * @param onRead Told how many bytes of the file itself were read.
 * @throws {Refusal} FILE_UNREADABLE, also in the middle of a damaged file.
 */
export const readBytes = async function* (
  path: string,
  onRead: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  try {
    const chunks = counted(path, onRead);
    const first = await chunks.next();
    if (first.done) return;
    const whole = async function* () {
      yield first.value;
      yield* chunks;
    };
    if (!first.value.subarray(0, GZIP.length).equals(GZIP)) return yield* whole();
    // The errors of either end come out of the iteration.
    for await (const chunk of pipeline(Readable.from(whole()), createGunzip(), () => {})) yield bufferOf(chunk);
  } catch (error) {
    throw unreadable(error);
  }
};
