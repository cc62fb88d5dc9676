import type { IncomingMessage, ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";
import * as z from "zod/mini";
import { serveHere } from "./loopback.ts";

/**
 * What a store can do to a request: `throttle` it, cancel its transaction for another's (`conflict`), do it and lose
 * the answer (`cut`), or answer.
 */
export type Fault = "throttle" | "conflict" | "cut" | "none";

const transaction = z.object({ TransactItems: z.array(z.unknown()) });

const refuse = (response: ServerResponse, type: string, more: object = {}) =>
  response
    .writeHead(400, { "content-type": "application/x-amz-json-1.0" })
    .end(JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type, ...more }));

/** Stands between a client and a DynamoDB engine; `next` says what happens to each request, given its operation. */
export const startFaultyProxy = async (engine: string, next: (operation: string) => Fault) => {
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const body = await buffer(request);
    const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
    const fault = next(operation);
    if (fault === "throttle") return refuse(response, "ProvisionedThroughputExceededException");
    const items = fault === "conflict" ? transaction.safeParse(JSON.parse(body.toString())) : undefined;
    if (items?.success) {
      const CancellationReasons = items.data.TransactItems.map((_, n) => ({
        Code: n ? "None" : "TransactionConflict",
      }));
      return refuse(response, "TransactionCanceledException", { CancellationReasons });
    }
    const headers = new Headers();
    for (const [name, value] of Object.entries(request.headers)) {
      if (!["host", "connection", "content-length"].includes(name)) headers.set(name, String(value));
    }
    const answer = await fetch(engine, { method: "POST", headers, body });
    const answered = await answer.arrayBuffer();
    if (fault === "cut") return request.socket.destroy();
    return response
      .writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" })
      .end(Buffer.from(answered));
  };
  return serveHere(serve);
};

/** Faults in the given shares of all requests, drawn from a sequence that is the same in every run. */
export const drawnFaults = (shares: Partial<Record<Fault, number>>): ((operation: string) => Fault) => {
  let seed = 20_260_615;
  const draw = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes' generator
    return seed / 2 ** 32;
  };
  return () => {
    let rest = draw();
    for (const fault of ["throttle", "conflict", "cut"] as const) {
      rest -= shares[fault] ?? 0;
      if (rest < 0) return fault;
    }
    return "none";
  };
};
