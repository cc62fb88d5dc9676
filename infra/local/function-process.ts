/**
 * One execution environment of a function, as Lambda would run it: a process with nothing but the function's own
 * environment, one event at a time. Started by `functions.ts` with the bundle's file and the handler's name.
 */
import { pathToFileURL } from "node:url";
import * as z from "zod/mini";
import { type FromEnvironment, toEnvironment } from "./function-messages.ts";

const isHandler = (value: unknown): value is (event: unknown, context: unknown) => unknown =>
  typeof value === "function";

const answer = (message: FromEnvironment): void => {
  process.send?.(message);
};
const described = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : "not an Error";

// Ctrl-C reaches every process of the terminal; this one ends with its parent, when what it is doing is done.
process.on("SIGINT", () => {});
process.once("disconnect", () => process.exit());

const [, , file = "", handlerName = ""] = process.argv;
const exported = z.record(z.string(), z.unknown()).parse({ ...(await import(pathToFileURL(file).href)) });
const handler = exported[handlerName];
if (!isHandler(handler)) throw new Error(`${file} exports no ${handlerName}.`);

process.on("message", async (message) => {
  const { event, requestId, deadline, functionName, memoryLimitInMB } = toEnvironment.parse(message);
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionName,
    memoryLimitInMB: String(memoryLimitInMB),
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
  try {
    answer({ result: (await handler(event, context)) ?? null });
  } catch (error) {
    answer({ failure: described(error) });
  }
});
answer({ ready: true });
