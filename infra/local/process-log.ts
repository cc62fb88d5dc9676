import { createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { finished } from "node:stream/promises";

/** Where everything that runs leaves its lines. */
export interface ProcessLog {
  /** One line, under the name of the part that says it. An `error` is shown on the terminal as well. */
  line(part: string, text: string, level?: "info" | "error"): void;
  /** Every line that a process writes, until it ends. */
  follow(part: string, stream: Readable, level?: "info" | "error"): void;
  close(): Promise<void>;
}

/** The level that a function gave to its line, which is one JSON object (or to a line of Lambda's runtime). */
const SAYS_ERROR = /"level":"(?:error|fatal)"|^\s*(?:Uncaught|\w*Error:)/i;

/** Writes to `file`, anew, and errors through `onError` too. */
export const openProcessLog = (file: string, onError: (line: string) => void): ProcessLog => {
  const out = createWriteStream(file, { mode: 0o600 });
  // A disk that is full must not end the portal.
  out.once("error", (error) => onError(`log: ${error.message}`));
  const line: ProcessLog["line"] = (part, text, level = "info") => {
    if (out.writable) out.write(`${new Date().toISOString()} ${part}: ${text}\n`);
    if (level === "error" || SAYS_ERROR.test(text)) onError(`${part}: ${text}`);
  };
  return {
    line,
    follow: (part, stream, level) => {
      createInterface({ input: stream }).on("line", (text) => line(part, text, level));
    },
    close: async () => {
      out.end();
      await finished(out);
    },
  };
};
