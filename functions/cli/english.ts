import { counter } from "../words/plural.ts";

/** Counts in what the command line says: `# event`, `# events`. */
export const english = counter("en");
