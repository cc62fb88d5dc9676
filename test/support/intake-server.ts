import type { IncomingMessage, ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { isSigned } from "../../infra/local/signed-request.ts";
import type { openIntake } from "./intake-door.ts";
import { serveHere } from "./loopback.ts";

/** The intake behind a real connection; like its API it lets in only what is signed, by the test's clock. */
export const serveIntake = async ({ ask, clock }: Pick<ReturnType<typeof openIntake>, "ask" | "clock">) => {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const { method = "", url: path = "" } = request;
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const body = await text(request);
    const call = { method, path, query: "", headers, cookies: [], body: Buffer.from(body), sourceIp: "127.0.0.1" };
    if (!isSigned(call, clock())) return response.writeHead(403, { date: new Date(clock()).toUTCString() }).end();
    // Compression is the portal's own test.
    const answer = await ask({ method, path }, body, { ...headers, "accept-encoding": undefined });
    return response.writeHead(answer.statusCode, answer.headers).end(answer.sent);
  };
  return serveHere(serve);
};
