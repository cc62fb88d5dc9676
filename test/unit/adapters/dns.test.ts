import { describe, expect, it } from "vitest";
import { createDns } from "../../../functions/adapters/dns.ts";
import { useNameServer } from "../../support/name-server.ts";

const dns = createDns([
  await useNameServer({
    "privacy.marlow.example": { CNAME: "d111.cloudfront.net", A: ["192.0.2.1"] },
    "d111.cloudfront.net": { A: ["192.0.2.1", "192.0.2.2"] },
  }),
]);

describe("DNS", () => {
  it("says what a name stands for and where it leads", async () => {
    expect(await dns.answer("privacy.marlow.example")).toEqual({
      aliases: ["d111.cloudfront.net"],
      addresses: ["192.0.2.1"],
    });
    expect(await dns.answer("d111.cloudfront.net")).toEqual({ aliases: [], addresses: ["192.0.2.1", "192.0.2.2"] });
  });

  it("knows nothing of a name that is not there", async () => {
    expect(await dns.answer("nowhere.marlow.example")).toEqual({ aliases: [], addresses: [] });
  });

  it("does not take a server that does not answer for a name that is not there", async () => {
    await expect(createDns(["127.0.0.1:1"]).answer("privacy.marlow.example")).rejects.toMatchObject({
      name: expect.stringMatching(/^DNS: E[A-Z]+$/),
    });
  });
});
