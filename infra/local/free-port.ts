import { once } from "node:events";
import { createServer } from "node:net";
import * as z from "zod/mini";

const address = z.object({ port: z.int() });
const isTaken = z.object({ code: z.enum(["EADDRINUSE", "EACCES"]) });

/** A port that nothing listens on at this moment. */
export const freePort = async (): Promise<number> => (await tryPort(0)) ?? freePort();

/** The first port from `wanted` on that is free. */
export const freePortFrom = async (wanted: number): Promise<number> =>
  (await tryPort(wanted)) ?? freePortFrom(wanted + 1);

const tryPort = async (port: number): Promise<number | undefined> => {
  const server = createServer();
  try {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return address.parse(server.address()).port;
  } catch (error) {
    if (isTaken.safeParse(error).success) return undefined;
    throw error;
  } finally {
    server.close();
  }
};
