import { afterEach, describe, expect, it, vi } from "vitest";
import { defaultProvider } from "../../../functions/adapters/lambda-credentials.ts";

afterEach(() => void vi.unstubAllEnvs());

describe("a function's credentials", () => {
  it("are those that Lambda puts into its environment", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", "key");
    vi.stubEnv("AWS_SECRET_ACCESS_KEY", "secret");
    vi.stubEnv("AWS_SESSION_TOKEN", "token");
    expect(await defaultProvider()()).toEqual({ accessKeyId: "key", secretAccessKey: "secret", sessionToken: "token" });
  });

  it("are looked for nowhere else", async () => {
    vi.stubEnv("AWS_ACCESS_KEY_ID", undefined);
    vi.stubEnv("AWS_PROFILE", "default");
    await expect(defaultProvider()()).rejects.toThrow();
  });
});
