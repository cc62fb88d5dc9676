import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readBytes } from "../../../../functions/formats/import/read-bytes.ts";

const directory = mkdtempSync(join(tmpdir(), "regard-"));
afterAll(() => rmSync(directory, { recursive: true }));

const file = (name: string, content: string | Buffer) => {
  writeFileSync(join(directory, name), content);
  return join(directory, name);
};
const read = async (path: string, onRead?: (bytes: number) => void) =>
  Buffer.concat(await Array.fromAsync(readBytes(path, onRead))).toString();

const LONG = "a line of the log\n".repeat(20_000);

describe("a file", () => {
  it("is read as it is, or unpacked where its content is packed, whatever it is called", async () => {
    expect(await read(file("plain.gz", LONG))).toBe(LONG);
    expect(await read(file("packed.csv", gzipSync(LONG)))).toBe(LONG);
    expect(await read(file("two.gz", Buffer.concat([gzipSync("a\n"), gzipSync("b\n")])))).toBe("a\nb\n");
    expect(await read(file("empty.csv", ""))).toBe("");
  });

  it("tells how many of its own bytes were read", async () => {
    const packed = gzipSync(LONG);
    let bytes = 0;
    await read(file("counted.gz", packed), (more) => {
      bytes += more;
    });
    expect(bytes).toBe(packed.length);
  });

  it("that is not there, is a directory, or is damaged is refused and not repeated", async () => {
    const cut = file("cut.gz", gzipSync(LONG).subarray(0, 200));
    const damaged = gzipSync(LONG);
    damaged.fill(0xff, 100, 140);
    for (const path of [join(directory, "nowhere.csv"), directory, cut, file("damaged.gz", damaged)]) {
      await expect(read(path)).rejects.toMatchObject({ code: "FILE_UNREADABLE" });
    }
  });
});
