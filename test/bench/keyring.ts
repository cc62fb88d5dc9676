import { createKeyring } from "../../functions/adapters/keyring.ts";

/** The same in a benchmark and in the processes that it starts. */
export const keyring = createKeyring("a secret of the benchmark, thirty-two bytes at the least");
