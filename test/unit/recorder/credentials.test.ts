import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { fromEnvironment, remembered } from "../../../functions/recorder/credentials.ts";
import { serveHere } from "../../support/loopback.ts";

const served: string[] = [];
/** What a container's agent answers: a role's credentials to whoever has its token. */
const agent = await serveHere(async (request, response) => {
  served.push(`${request.url}`);
  const known = request.headers.authorization === "container-token";
  response
    .writeHead(known ? 200 : 403)
    .end(
      JSON.stringify({ AccessKeyId: "ASIAROLE", SecretAccessKey: "s", Token: "t", Expiration: "2026-11-25T18:00:00Z" }),
    );
});
afterAll(agent.stop);
const container = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${agent.endpoint}/role` };

describe("credentials of the environment", () => {
  it("are the variables of a shell or of Lambda first", async () => {
    const env = { AWS_ACCESS_KEY_ID: "AKID", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "t", ...container };
    await expect(fromEnvironment(env)()).resolves.toEqual({
      accessKeyId: "AKID",
      secretAccessKey: "s",
      sessionToken: "t",
    });
    const { AWS_SESSION_TOKEN: _, ...user } = env;
    await expect(fromEnvironment(user)()).resolves.toEqual({ accessKeyId: "AKID", secretAccessKey: "s" });
  });

  it.each([
    ["a variable", () => ({ AWS_CONTAINER_AUTHORIZATION_TOKEN: "container-token" })],
    [
      "a file, which is read anew each time",
      () => {
        const file = join(mkdtempSync(join(tmpdir(), "regard-token-")), "token");
        writeFileSync(file, "container-token\n");
        return { AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file };
      },
    ],
  ])("are a container's role, by the token in %s", async (_, token) => {
    const expiration = new Date("2026-11-25T18:00:00Z");
    await expect(fromEnvironment({ ...container, ...token() })()).resolves.toEqual({
      accessKeyId: "ASIAROLE",
      secretAccessKey: "s",
      sessionToken: "t",
      expiration,
    });
  });

  it.each([
    ["there are none", {}],
    ["half of them is missing", { AWS_ACCESS_KEY_ID: "AKID" }],
    ["the container's agent refuses", container],
    ["the agent would be asked over an open network", { AWS_CONTAINER_CREDENTIALS_FULL_URI: "http://192.0.2.1/role" }],
  ])("say so where %s", async (_, env) => {
    await expect(fromEnvironment(env)()).rejects.toMatchObject({ code: "CREDENTIALS_MISSING" });
    expect(served.every((path) => path === "/role")).toBe(true);
  });
});

describe("remembered credentials", () => {
  it("are fetched once for all who wait, and again five minutes before they end", async () => {
    let asked = 0;
    let now = 0;
    const provide = () => ({ accessKeyId: `${++asked}`, secretAccessKey: "s", expiration: new Date(3_600_000) });
    const credentials = remembered(provide, () => now);
    await Promise.all([credentials(), credentials(), credentials()]);
    now = 3_299_999;
    await expect(credentials()).resolves.toMatchObject({ accessKeyId: "1" });
    now = 3_300_000;
    await expect(credentials()).resolves.toMatchObject({ accessKeyId: "2" });
  });

  it("are asked for again after a failure", async () => {
    let asked = 0;
    const provide = () =>
      ++asked === 1 ? Promise.reject(new Error("no answer")) : { accessKeyId: "A", secretAccessKey: "s" };
    const credentials = remembered(provide, Date.now);
    await expect(credentials()).rejects.toThrow("no answer");
    await expect(credentials()).resolves.toMatchObject({ accessKeyId: "A" });
  });
});
