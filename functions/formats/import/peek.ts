/** The beginning of a file, as text to tell what it is by, and all of its bytes. */
export const peek = async (
  chunks: AsyncIterable<Buffer>,
): Promise<{ readonly start: string; readonly all: AsyncIterable<Buffer> }> => {
  const rest = chunks[Symbol.asyncIterator]();
  const first = await rest.next();
  const all = async function* () {
    for (let next = first; !next.done; next = await rest.next()) yield next.value;
  };
  return {
    start: first.done
      ? ""
      : first.value
          .subarray(0, 100)
          .toString()
          .replace(/^\ufeff/, "")
          .trimStart(),
    all: all(),
  };
};
