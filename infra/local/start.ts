/**
 * `npm start`: the whole portal on this computer. `PORT` (4000 unless told), `REGARD_EMPTY=1` leaves the sample company
 * out, `REGARD_DATA=directory` keeps the data between runs, `REGARD_DYNAMODB_ENDPOINT` uses another database engine.
 */
import { resolve } from "node:path";
import * as z from "zod/mini";
import { freePortFrom } from "./free-port.ts";
import { startPortal } from "./portal.ts";
import { whatToTry } from "./what-to-try.ts";

const environment = z.object({
  PORT: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(65_535)), 4000),
  REGARD_EMPTY: z._default(z.string(), ""),
  REGARD_DATA: z._default(z.string(), ""),
});

const interrupted = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.on(signal, () => {
    if (interrupted.signal.aborted) process.exit(1); // asked twice: the parts notice that this process is gone
    interrupted.abort();
  });

const run = async (): Promise<void> => {
  const read = environment.safeParse(process.env);
  if (!read.success) throw new Error("PORT must be a port number.");
  const { PORT, REGARD_EMPTY, REGARD_DATA } = read.data;
  const empty = REGARD_EMPTY !== "";
  const port = await freePortFrom(PORT);
  if (port !== PORT) console.log(`Port ${PORT} is taken; the portal takes ${port}.`);
  console.log("Building the pages and the stack, starting the engines…");

  const portal = await startPortal({
    port,
    intakePort: await freePortFrom(port + 1),
    empty,
    dataDir: REGARD_DATA === "" ? undefined : resolve(REGARD_DATA),
    onError: (line) => console.error(line),
    signal: interrupted.signal,
  });
  console.log(whatToTry(portal, { port, empty, dataDir: REGARD_DATA }));
  if (!interrupted.signal.aborted)
    await new Promise((stop) => interrupted.signal.addEventListener("abort", stop, { once: true }));
  console.log("\nStopping…");
  await portal.stop();
};

try {
  await run();
  process.exit(0);
} catch (error) {
  if (!interrupted.signal.aborted)
    console.error(`Regard could not start. ${error instanceof Error ? error.message : ""}`);
  process.exit(1);
}
