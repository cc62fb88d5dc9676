import "reflect-metadata";
import { once } from "node:events";
import type { Server } from "node:http";
import { serve } from "@hono/node-server";
import { Module } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import newExpress from "express";
import newFastify from "fastify";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import * as z from "zod/mini";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { createRecorder } from "../../functions/recorder/recorder.ts";
import { allOf } from "../support/arrivals.ts";
import { type NetworkFault, startFaultyNetwork } from "../support/faulty-network.ts";
import { lookAt } from "../support/looked.ts";
import { startTestPortal } from "../support/portal.ts";

const portal = await startTestPortal({ empty: true });
const weather: { fault: NetworkFault } = { fault: "done" };
const network = await startFaultyNetwork(portal.endpoints.intake, () => weather.fault);

// What a back-office system on AWS finds in its environment.
vi.stubEnv("REGARD_INTAKE", network.endpoint);
vi.stubEnv("AWS_REGION", LOCAL_REGION);
vi.stubEnv("AWS_ACCESS_KEY_ID", LOCAL_CREDENTIALS.accessKeyId);
vi.stubEnv("AWS_SECRET_ACCESS_KEY", LOCAL_CREDENTIALS.secretAccessKey);
const { app: express } = await import("../examples/express.ts");
const { app: fastify } = await import("../examples/fastify.ts");
const { app: hono } = await import("../examples/hono.ts");
const { Customers } = await import("../examples/nestjs.ts");
const { reads } = await import("../examples/staff.ts");

const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
const client = createDynamoDb(at(portal.endpoints.dynamodb));
const keyring = createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager)));
const log = createAccessLog(client, portal.environment.ACCESS_LOG_TABLE, Date.now);
const rowsOf = (customer: string) => allOf(log, keyring.customerKey(customer));

const address = z.object({ port: z.int() });
const listening = async (server: Server) => {
  if (!server.listening) await once(server, "listening");
  return `http://127.0.0.1:${address.parse(server.address()).port}`;
};
const onExpress = express.listen(0, "127.0.0.1");
const onHono = serve({ fetch: hono.fetch, port: 0, hostname: "127.0.0.1" });
class App {}
Module({ controllers: [Customers] })(App);
const nest = await NestFactory.create(App, { logger: false });
await nest.listen(0, "127.0.0.1");

const FRAMEWORKS = {
  express: await listening(onExpress),
  fastify: await fastify.listen({ port: 0, host: "127.0.0.1" }),
  hono: `http://127.0.0.1:${address.parse(onHono.address()).port}`,
  nestjs: await nest.getUrl(),
};

afterEach(() => {
  weather.fault = "done";
});
afterAll(async () => {
  onExpress.close();
  onHono.close();
  await Promise.all([fastify.close(), nest.close()]);
  await network.stop();
  await portal.stop();
});

/** An employee's browser asks for a customer's page. */
const ask = async (origin: string, customer: string, session: string | undefined = "E-7") => {
  const headers = { ...(session && { "x-session": session }) };
  const answer = await fetch(`${origin}/tickets/T-1/customers/${customer}`, { headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe.each(Object.entries(FRAMEWORKS))("the example for %s", (name, origin) => {
  it("shows a customer once the access is in the log", async () => {
    const { status, text } = await ask(origin, `${name}-1`);
    expect([status, JSON.parse(text)]).toEqual([200, { id: `${name}-1`, phone: "+44 20 7946 0018" }]);
    expect(await rowsOf(`${name}-1`)).toEqual([
      expect.objectContaining({
        source: "orders-desk",
        employee: expect.objectContaining({ id: "E-7", unit: "support" }),
        purpose: "SUPPORT_CUSTOMER",
        case: { type: "ticket", id: "T-1" },
        dataCategories: ["contact.phone"],
      }),
    ]);
  });

  it("reads and writes nothing for somebody who is not signed in", async () => {
    const { status, text } = await ask(origin, `${name}-3`, "");
    expect(status).toBe(401);
    expect(text).not.toContain("7946");
    expect(reads).not.toContain(`${name}-3`);
    expect(await rowsOf(`${name}-3`)).toEqual([]);
  });
});

describe("while the log cannot be written", () => {
  it("every example answers 503, and reads nothing", async () => {
    weather.fault = "reset";
    const answers = await Promise.all(
      Object.entries(FRAMEWORKS).map(async ([name, origin]) => ({ name, ...(await ask(origin, `${name}-2`)) })),
    );
    for (const { name, status, headers, text } of answers) {
      expect([name, status, headers.get("retry-after"), headers.get("cache-control")]).toEqual([
        name,
        503,
        "1",
        "no-store",
      ]);
      expect(text).toContain("ACCESS_NOT_RECORDED");
      expect(text).not.toContain("7946");
      expect(reads).not.toContain(`${name}-2`);
    }
  });

  it("a handler that catches nothing is answered for with 503 all the same", async () => {
    weather.fault = "reset";
    const recorder = createRecorder({ source: "bare", deadlineMs: 100 });
    const show = () => recorder.withAccess(lookAt("bare-1"), () => "07946");
    const bare = newExpress().get("/", async (_, response) => void response.send(await show()));
    const server = bare.listen(0, "127.0.0.1");
    const onFastify = newFastify();
    onFastify.get("/", show);
    for (const origin of [await listening(server), await onFastify.listen({ port: 0, host: "127.0.0.1" })]) {
      const answer = await fetch(origin);
      expect([answer.status, await answer.text()]).toEqual([503, expect.not.stringContaining("07946")]);
    }
    server.close();
    await onFastify.close();
  });
});
