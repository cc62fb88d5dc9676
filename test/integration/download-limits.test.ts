import { expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { arrival } from "../support/arrivals.ts";
import { openFrontDoor, refusalOf, signIn, useServices } from "../support/front-door.ts";

const { engine, mails } = await useServices();
const door = openFrontDoor(engine, mails);
const EMAIL = "ana@example.com";

it("is given up to 4.6 MB as it travels, and refused past that before it is sent, with what to do", async () => {
  // The widest looks that there are: 60 names of 80 characters.
  const fieldsRevealed = Array.from({ length: 60 }, (_, n) => `field-${n}-`.padEnd(80, "x"));
  const kept = { customerKeys: [door.keyring.customerKey("C-1")], receivedAt: "2026-06-01T00:00:00.000Z" };
  await door.accessLog.append(
    Array.from({ length: 900 }, (_, n) => arrival({ eventId: `e-${n}`, fieldsRevealed }, kept)),
  );
  await door.know(EMAIL, "C-1");
  const ana = await signIn(door, mails, EMAIL);
  const download = (headers: Record<string, string>) =>
    ana.send(CUSTOMER_ROUTES.downloadRecord, { language: "en", format: "json" }, headers);

  const compressed = await download({ "accept-encoding": "gzip" });
  expect([compressed.statusCode, compressed.isBase64Encoded]).toEqual([200, true]);
  expect(compressed.body?.length ?? 0).toBeLessThan(6 * 1024 * 1024);
  const plain = await download({});
  expect([plain.statusCode, refusalOf(plain)]).toEqual([422, "RECORD_TOO_LONG"]);
  expect(JSON.parse(plain.body ?? "{}").detail).toContain("shorter period");
});
