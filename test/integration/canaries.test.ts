import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES, FILE_FORMATS } from "../../functions/contract/customer-api.ts";
import { jsonLog } from "../../functions/http/log.ts";
import { arrival } from "../support/arrivals.ts";
import { codeIn, openBrowser, openFrontDoor, useServices } from "../support/front-door.ts";
import { httpEvent } from "../support/http-events.ts";
import { writtenDuring } from "../support/written-during.ts";

const ADDRESS = "canary-address@example.org";
const NAME = "Canary O'Name";
const FREE_TEXT = "canary free text";

const { engine, mails } = await useServices();

describe("the log", () => {
  it("holds no address, code, token, name or free text, whatever was sent and whatever went wrong", async () => {
    const secrets = new Set<string>();
    const shown: string[] = [];
    const log = await writtenDuring(async (write) => {
      const door = openFrontDoor(engine, mails, engine.client, jsonLog(write));
      const lost = openFrontDoor({ ...engine, portalTable: "no-such-table" }, mails, engine.client, jsonLog(write));
      await door.know(ADDRESS, "canary-customer");
      const look = arrival(
        { employee: { id: "canary-employee", name: NAME }, purposeText: FREE_TEXT, eventId: "canary-event" },
        { customerKeys: [door.keyring.customerKey("canary-customer")], receivedAt: "2026-06-01T00:00:00.000Z" },
      );
      await door.accessLog.append([look]);

      for (const one of [door, lost]) {
        const browser = openBrowser(one);
        mails.faults.push("refuse", "fail", "take", "lose");
        await browser.requestCode(ADDRESS);
        for (const _ of [1, 2, 3]) if (one === door) await one.ring();
        const code = codeIn(mails.taken.at(-1));
        for (const secret of [code, code.replace(" ", ""), ...browser.jar.values()]) secrets.add(secret);
        await browser.confirmCode("0000 0000");
        await browser.confirmCode(code);
        for (const token of browser.jar.values()) secrets.add(token);
        await browser.readSession();
        shown.push((await browser.send(CUSTOMER_ROUTES.readRecord, { language: "en" })).body ?? "");
        for (const format of FILE_FORMATS)
          await browser.send(CUSTOMER_ROUTES.downloadRecord, { language: "de", format });
        await browser.send(CUSTOMER_ROUTES.readRequests);
        const told = { language: "en", words: FREE_TEXT };
        await browser.send(CUSTOMER_ROUTES.askAbout, {
          ...told,
          accesses: [{ source: "orders", eventId: "canary-event" }],
        });
        const raised = await browser.send(CUSTOMER_ROUTES.reportContact, {
          ...told,
          contactedOn: "2026-06-14",
          channel: "social",
          safety: "unsafe",
          from: "canary-account",
          safeWay: FREE_TEXT,
        });
        if (one === door) expect(raised.statusCode).toBe(201);
        await browser.send(CUSTOMER_ROUTES.changeAddress, { email: `new.${ADDRESS}`, language: "en" });
        for (const route of Object.values(CUSTOMER_ROUTES)) {
          await browser.send(route, { email: ADDRESS, name: NAME, text: FREE_TEXT });
          await browser.send(route, `{"email": "${ADDRESS}", "text": "${FREE_TEXT}`);
          await browser.send(route, { code: FREE_TEXT }, { "x-name": NAME, origin: `https://${FREE_TEXT}` });
          await browser.send({ method: route.method, path: `${route.path}/${ADDRESS}` });
        }
        await one.ask(httpEvent({ method: FREE_TEXT, path: NAME }, FREE_TEXT, [`__Host-regard-session=${ADDRESS}`]));
        await one.ring([`${ADDRESS}#${FREE_TEXT}`]);
      }
      mails.faults.length = 0;
      await door.ring();
      await openBrowser(door).requestCode(ADDRESS);
      mails.faults.push("lose");
      await door.ring();
      await openBrowser(door).requestCode(`unknown.${ADDRESS}`);
      await door.sweep();
    });

    expect(secrets.size).toBe(4);
    expect(shown[0]).toContain(NAME);
    for (const canary of [...secrets, ADDRESS, NAME, FREE_TEXT, "canary"]) expect(log).not.toContain(canary);
    for (const code of ["ANSWERED", "REQUEST_INVALID", "REQUEST_FORGED", "NOT_FOUND", "MAIL_DELAYED", "MAIL_LOST"]) {
      expect(log).toContain(`"code":"${code}"`);
    }
    expect(log).toContain('"fault":"ResourceNotFoundException"');
  });
});
