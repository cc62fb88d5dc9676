import type { LogLine } from "../contract/log-codes.ts";

export type Log = (line: LogLine) => void;

/** One JSON line per entry, field by field, so that nothing but the list of `LogLine` can ever be written. */
export const jsonLog =
  (write: (line: string) => void): Log =>
  ({ code, route, status, durationMs, requestId, traceId, fault, count }) =>
    write(`${JSON.stringify({ code, route, status, durationMs, requestId, traceId, fault, count })}\n`);
