import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { freePort } from "./free-port.ts";

/** What became of a call: with `done`, it worked, and otherwise the answer says as AWS does what did not. */
interface Served {
  readonly done: boolean;
  readonly answer: object;
}

/** A service of AWS that speaks JSON and is asked by `x-amz-target`, as far as `serve` knows its operations. */
export const startJsonService = async (serve: (operation: unknown, asked: unknown) => Served) => {
  const port = await freePort();
  const server = createServer(async (request, response) => {
    const asked = await json(request).catch(() => undefined);
    const { done, answer } = serve(request.headers["x-amz-target"], asked);
    response.writeHead(done ? 200 : 400, { "content-type": "application/x-amz-json-1.1" }).end(JSON.stringify(answer));
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
