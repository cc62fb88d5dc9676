import type { Erasures } from "../../../functions/use-cases/erasure-ports.ts";

/** Who had what erased, in memory: nobody, where nothing is said. */
export const memoryErasures = (upTo: Readonly<Record<string, string>> = {}): Erasures => ({
  among: async (customerKeys) => new Map(Object.entries(upTo).filter(([key]) => customerKeys.includes(key))),
  all: async function* () {
    yield Object.entries(upTo).map(([customerKey, until]) => ({ customerKey, upTo: until }));
  },
});
