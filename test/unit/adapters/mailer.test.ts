import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createMailer } from "../../../functions/adapters/mailer.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../../functions/contract/local-portal.ts";
import { type MailService, startMailService } from "../../support/mail-service.ts";

const MAIL = { to: "nadia@example.org", subject: "Ihr Bestätigungscode", text: "Ł 1234\n", html: "<p>Ł 1234</p>" };
let service: MailService;
beforeAll(async () => {
  service = await startMailService();
});
beforeEach(() => {
  service.taken.length = 0;
});
afterAll(() => service.stop());

const mailerFrom = (fromName: string, endpoint = service.endpoint) =>
  createMailer(
    { from: "privacy@example.org", fromName },
    { endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS },
  );

describe("the mailer", () => {
  it("hands a message over as it is, in every script", async () => {
    expect(await service.mailer.send(MAIL)).toBe("taken");
    expect(service.taken).toMatchObject([MAIL]);
  });

  it("tells a refusal from a lost answer, and tries nothing twice", async () => {
    const answers: string[] = [];
    for (const fault of ["refuse", "fail", "lose"] as const) {
      service.faults.push(fault);
      answers.push(await service.mailer.send(MAIL));
    }
    expect(answers).toEqual(["refused", "refused", "unknown"]);
    expect([service.taken.length, service.faults.length]).toEqual([1, 0]);
  });

  it("knows that nothing left where nobody listens", async () => {
    expect(await mailerFrom("Privacy", "http://127.0.0.1:1").send(MAIL)).toBe("refused");
  });

  it.each([
    ["a second header", "nadia@example.org\r\nBcc: all@example.org"],
    ["a second address", "nadia@example.org, all@example.org"],
    ["a display name", "Nadia <nadia@example.org>"],
    ["a NUL", "nadia\u0000@example.org"],
    ["a direction override", "nadia\u202e@example.org"],
    ["nothing", ""],
  ])("sends nothing to an address with %s", async (_what, to) => {
    expect(await service.mailer.send({ ...MAIL, to })).toBe("refused");
    expect(service.taken).toEqual([]);
  });

  it("sends no subject of two lines", async () => {
    expect(await service.mailer.send({ ...MAIL, subject: "a\r\nBcc: all@example.org" })).toBe("refused");
    expect(service.taken).toEqual([]);
  });

  it.each([
    ["Marlow & Finch", '"Marlow & Finch" <privacy@example.org>'],
    ['The "Office" \\', '"The \\"Office\\" \\\\" <privacy@example.org>'],
    ["Bürgerbüro", "=?UTF-8?B?QsO8cmdlcmLDvHJv?= <privacy@example.org>"],
  ])("writes the sender's name %s as RFC 2047 wants it", async (name, source) => {
    await mailerFrom(name).send(MAIL);
    expect(service.taken[0]?.from).toBe(source);
  });

  it("breaks a long name in another script into words of at most 75 characters", async () => {
    await mailerFrom("Ж".repeat(80)).send(MAIL);
    const words = (service.taken[0]?.from ?? "").split(" ").slice(0, -1);
    expect(words.every((word) => word.length <= 75)).toBe(true);
    const decoded = words.map((word) => Buffer.from(word.slice("=?UTF-8?B?".length, -2), "base64").toString());
    expect(decoded.join("")).toBe("Ж".repeat(80));
  });
});
