import { once } from "node:events";
import { type IncomingMessage, type ServerResponse, request as send } from "node:http";
import { buffer } from "node:stream/consumers";
import { serveHere } from "./loopback.ts";

/**
 * What a network does to a call: lets it through; loses it on the way there (`reset`) or its answer on the way back
 * (`cut`); holds the answer back until nobody waits (`slow`); or something in between says that it is `busy`.
 */
export type NetworkFault = "done" | "reset" | "cut" | "slow" | "busy";

/** Stands between a caller and a service; `next` says what happens to each call. What was signed is not touched. */
export const startFaultyNetwork = async (service: string, next: () => NetworkFault) => {
  const forward = async (request: IncomingMessage) => {
    const { hostname, port } = new URL(service);
    const onward = send({ hostname, port, method: request.method, path: request.url, headers: request.headers });
    onward.end(await buffer(request));
    const [answer]: IncomingMessage[] = await once(onward, "response");
    if (!answer) throw new Error("No answer came.");
    return { status: answer.statusCode ?? 500, headers: answer.headers, body: await buffer(answer) };
  };
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const fault = next();
    if (fault === "reset") return request.socket.destroy();
    if (fault === "busy") return response.writeHead(503, { "retry-after": "0" }).end();
    const { status, headers, body } = await forward(request);
    if (fault === "cut") return request.socket.destroy();
    if (fault === "slow") return response.writeHead(status, headers).write(" ");
    return response.writeHead(status, headers).end(body);
  };
  return serveHere(serve);
};
