/** A file's bytes in chunks of these sizes, and the rest in one. */
export const chunked = async function* (bytes: Buffer, sizes: readonly number[] = []): AsyncGenerator<Buffer> {
  let at = 0;
  for (const size of sizes) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
  yield bytes.subarray(at);
};
