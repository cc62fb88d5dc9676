/** Every sentence by its path, `queue.states.paused`, for a page whose script says them. */
export const flatWords = (words: object, path = ""): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]: [string, unknown]) => {
      const at = path === "" ? key : `${path}.${key}`;
      if (typeof value === "string") return [[at, value]];
      return typeof value === "object" && value !== null ? Object.entries(flatWords(value, at)) : [];
    }),
  );
