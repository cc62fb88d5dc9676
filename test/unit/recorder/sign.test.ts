import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SigningScope, sign } from "../../../functions/recorder/sign.ts";
import { Sha256 } from "../../support/signed-sender.ts";

const signatureIn = (headers: Readonly<Record<string, string>>) =>
  /Signature=([0-9a-f]{64})$/.exec(headers["authorization"] ?? "")?.[1];

const SUITE: SigningScope = {
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
  region: "us-east-1",
  service: "service",
  now: new Date("2015-08-30T12:36:00Z"),
};
const FORM = "application/x-www-form-urlencoded";

describe("a signed request", () => {
  // Names and signatures: AWS's own Signature Version 4 test suite.
  it.each([
    ["get-vanilla", "GET", "/", {}, "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"],
    [
      "get-header-value-trim",
      "GET",
      "/",
      { "My-Header1": " value1", "My-Header2": ' "a   b   c"' },
      "",
      "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736",
    ],
    ["post-vanilla", "POST", "/", {}, "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"],
    [
      "post-header-key-sort",
      "POST",
      "/",
      { "My-Header1": "value1" },
      "",
      "c5410059b04c1ee005303aed430f6e6645f61f4dc9e1461ec8f8916fdf18852c",
    ],
    [
      "post-x-www-form-urlencoded",
      "POST",
      "/",
      { "Content-Type": FORM },
      "Param1=value1",
      "ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a",
    ],
  ] as const)("has the published signature of %s", (_, method, path, headers, body, signature) => {
    const url = new URL(path, "https://example.amazonaws.com");
    const signed = sign({ method, url, headers, body }, SUITE);
    expect(signatureIn(signed)).toBe(signature);
    expect(signed["x-amz-date"]).toBe("20150830T123600Z");
    expect(signed["authorization"]).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20150830\/us-east-1\/service\/aws4_request, SignedHeaders=[a-z0-9;-]+, Signature=/,
    );
  });

  it("carries and signs the token of a role", () => {
    const credentials = { ...SUITE.credentials, sessionToken: "token" };
    const request = { method: "POST", url: new URL("https://example.amazonaws.com/"), headers: {}, body: "" };
    const signed = sign(request, { ...SUITE, credentials });
    expect(signed["x-amz-security-token"]).toBe("token");
    expect(signed["authorization"]).toContain("SignedHeaders=host;x-amz-date;x-amz-security-token,");
  });

  it("is signed as the AWS SDK signs it, whatever its path, headers, body, region, time and credentials", async () => {
    const printable = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.toWellFormed());
    const headerValue = fc.string({ unit: "grapheme-ascii", maxLength: 40 });
    const headers = fc.dictionary(fc.stringMatching(/^x-[a-z][a-z0-9-]{0,20}$/), headerValue, { maxKeys: 5 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(printable, { maxLength: 5 }),
        headers,
        fc.string({ unit: "binary" }).map((text) => text.toWellFormed()),
        fc.record({
          accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
          secretAccessKey: fc.string({ minLength: 1 }),
        }),
        fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{1,60}$/), { nil: undefined }),
        fc.constantFrom("eu-central-1", "us-east-1", "eu-west-2"),
        fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
        async (segments, headers, body, keys, sessionToken, region, now) => {
          const url = new URL(`https://intake.example.com/${segments.map(encodeURIComponent).join("/")}`);
          const credentials = { ...keys, ...(sessionToken && { sessionToken }) };
          const theirs = await new SignatureV4({ credentials, region, service: "execute-api", sha256: Sha256 }).sign(
            {
              method: "POST",
              protocol: "https:",
              hostname: url.hostname,
              path: url.pathname,
              headers: { ...headers, host: url.host },
              body,
            },
            { signingDate: now },
          );
          // Theirs also sends and signs the hash of the body.
          const bodyHash = { "x-amz-content-sha256": theirs.headers["x-amz-content-sha256"] ?? "" };
          const ours = sign(
            { method: "POST", url, headers: { ...headers, ...bodyHash }, body },
            { credentials, region, service: "execute-api", now },
          );
          expect(ours["authorization"]).toBe(theirs.headers["authorization"]);
          expect(ours["x-amz-date"]).toBe(theirs.headers["x-amz-date"]);
        },
      ),
      { numRuns: 200 },
    );
  });
});
