import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import { type EdgeRequest, type Origin, plainAnswer } from "./edge-message.ts";
import type { ProcessLog } from "./process-log.ts";

/** API Gateway's limit, in bytes. */
const MOST_BODY_BYTES = 10 * 2 ** 20;

/** Serves one origin on 127.0.0.1. */
export const serve = async (port: number, edge: Origin, log: ProcessLog) => {
  const server = createServer((request, response) => {
    answer(request, response, edge).catch((error: unknown) => {
      log.line("http", error instanceof Error ? error.message : "unknown", "error");
      response.destroy();
    });
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
  return {
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
};

const answer = async (request: IncomingMessage, response: ServerResponse, edge: Origin): Promise<void> => {
  const tooLong = Number(request.headers["content-length"] ?? 0) > MOST_BODY_BYTES;
  const { status, headers, cookies, body } = tooLong
    ? plainAnswer(413, "Request Entity Too Large")
    : await edge(await requestOf(request));
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (cookies !== undefined && cookies.length > 0) response.setHeader("set-cookie", [...cookies]);
  if (status !== 204 && status !== 304) response.setHeader("content-length", body.length);
  response.writeHead(status).end(request.method === "HEAD" ? undefined : body);
};

const requestOf = async (request: IncomingMessage): Promise<EdgeRequest> => {
  const [path = "/", ...query] = (request.url ?? "/").split("?");
  const { cookie, ...headers } = request.headers;
  const sourceIp = request.socket.remoteAddress ?? "";
  return {
    method: request.method ?? "GET",
    path,
    query: query.join("?"),
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat().join(",")])),
      "x-forwarded-for": sourceIp,
    },
    cookies: cookie === undefined ? [] : cookie.split("; "),
    body: await buffer(request),
    sourceIp,
  };
};
