import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { jsonLog } from "../../functions/http/log.ts";
import { knowEmployees } from "../../functions/use-cases/know-employees.ts";
import { arrival } from "../support/arrivals.ts";
import { DESK_ROUTE_LIST } from "../support/desk-bodies.ts";
import { type DeskPerson, openDeskDoor } from "../support/desk-door.ts";
import { openFrontDoor, signIn, useServices } from "../support/front-door.ts";
import { writtenDuring } from "../support/written-during.ts";

const ADDRESS = "canary-address@example.org";
const NAME = "Canary O'Name";
const WORDS = "canary free text";
const NUMBER = "07700 900477";
const DRIVER = "canary-employee";
const DAY = 24 * 60 * 60 * 1_000;
const dpo: DeskPerson = { employeeId: "canary-dpo", name: NAME, unit: "canary unit", roles: ["dpo", "approver"] };
const approver: DeskPerson = { employeeId: "canary-approver", name: NAME, unit: "canary other", roles: ["approver"] };

const { engine, mails } = await useServices();

const raised = z.object({ reference: z.string() });
const balancing = { essentialFor: WORDS, otherMeans: WORDS, employeeView: WORDS, safety: WORDS };

describe("the log of what customers bring up and the desk does", () => {
  it("holds no address, name, number, token, reference or word, whatever was sent and whatever went wrong", async () => {
    const secrets = new Set<string>();
    const outcomes: number[] = [];
    const log = await writtenDuring(async (write) => {
      const door = openFrontDoor(engine, mails, engine.client, jsonLog(write));
      await door.know(ADDRESS, "canary-customer");
      await knowEmployees(door, [{ id: DRIVER, protected: false, contacts: [NUMBER] }]);
      const customerKeys = [door.keyring.customerKey("canary-customer")];
      const event = { employee: { id: DRIVER, name: NAME }, purposeText: WORDS, eventId: "canary-event" };
      await door.accessLog.append([arrival(event, { customerKeys, receivedAt: "2026-06-01T00:00:00.000Z" })]);
      const customer = await signIn(door, mails, ADDRESS);
      const accesses = [{ source: "orders", eventId: "canary-event" }];
      const asked = { language: "en", accesses, words: WORDS };
      const { body = "" } = await customer.send(CUSTOMER_ROUTES.askAbout, asked);
      const { reference } = raised.parse(JSON.parse(body));
      const report = { contactedOn: "2026-05-20", channel: "text", from: NUMBER, safety: "unsafe", safeWay: WORDS };
      await customer.send(CUSTOMER_ROUTES.reportContact, { language: "en", ...report, words: WORDS });
      for (const token of [...customer.jar.values(), reference]) secrets.add(token);

      const desk = openDeskDoor(door);
      const act = async (route: Parameters<typeof desk.send>[0], more: object = {}, who = dpo) => {
        const revision = await desk.revisionOf(reference);
        const { statusCode, sent } = await desk.as(who)(route, { reference, revision, words: WORDS, ...more });
        outcomes.push(statusCode);
        return sent;
      };
      const about = { employeeId: DRIVER, accesses };
      const { statusCode, sent } = await desk.as(dpo)(DESK_ROUTES.readDeskMatter, { reference, language: "en" });
      expect([statusCode, sent.includes(WORDS), sent.includes(NAME)]).toEqual([200, true, true]);
      await desk.as(dpo)(DESK_ROUTES.takeMatter, { reference, revision: 2 });
      await act(DESK_ROUTES.writeNote);
      await act(DESK_ROUTES.askEmployee, { ...about, to: "employee", email: `employee.${ADDRESS}` });
      mails.faults.push("refuse", "lose");
      for (const _ of [1, 2, 3, 4]) await door.ring();
      const token = /#([\w-]{43})/.exec(mails.taken.findLast((mail) => mail.text.includes("#"))?.text ?? "")?.[1] ?? "";
      secrets.add(token);
      await desk.send(DESK_ROUTES.readAsk, { token });
      await desk.send(DESK_ROUTES.answerAsk, { token, words: WORDS });
      await desk.send(DESK_ROUTES.answerAsk, { token, words: WORDS });
      await act(DESK_ROUTES.proposeRelease, { employeeId: DRIVER, balancing });
      await act(DESK_ROUTES.decideRelease, { approve: true }, approver);
      await act(DESK_ROUTES.explainLooks, { accesses });
      await act(DESK_ROUTES.markMisuse, { ...about, letterWords: WORDS });
      await desk.as(dpo)(DESK_ROUTES.lookBack, {
        ...{ reference, revision: await desk.revisionOf(reference), employeeId: DRIVER },
      });
      door.wait(40 * DAY);
      await door.sweep();

      const lost = openFrontDoor({ ...engine, portalTable: "no-such-table" }, mails, engine.client, jsonLog(write));
      const loggedOut = openFrontDoor({ ...engine, accessLogTable: "no-such" }, mails, engine.client, jsonLog(write));
      for (const one of [desk, openDeskDoor(lost), openDeskDoor(loggedOut)])
        for (const { spec, body: usual } of DESK_ROUTE_LIST) {
          for (const who of [dpo, approver]) {
            await one.as(who)(spec, { ...Object(usual), reference, token, words: WORDS, canary: ADDRESS });
            await one.as(who)(spec, { ...Object(usual), ...("reference" in Object(usual) && { reference }) });
            await one.as(who)(spec, `{"words": "${WORDS}`);
          }
          await one.send(spec, usual, [`__Host-regard-desk=${ADDRESS}`], { origin: `https://${NAME}` });
          await one.send({ method: spec.method, path: `${spec.path}/${ADDRESS}` }, { token });
        }
      for (const route of Object.values(CUSTOMER_ROUTES))
        await customer.send(route, { reference, words: WORDS, letterId: WORDS, from: NUMBER, email: ADDRESS });
      await lost.sweep().catch(() => {});
    });

    expect(outcomes).toEqual(outcomes.map(() => 200));
    expect(secrets.size).toBeGreaterThanOrEqual(3);
    for (const canary of [...secrets, ADDRESS, NAME, WORDS, NUMBER, "900477", "canary", "RG-"])
      expect(log).not.toContain(canary);
    for (const code of [
      ...["ANSWERED", "REQUEST_INVALID", "REQUEST_FORGED", "NOT_FOUND", "LINK_SPENT", "LOOK_NOT_LOGGED"],
      ...["MATTER_CHANGED", "MATTERS_TICKED", "STAFF_ROLE_WRONG", "STAFF_SIGN_IN_NEEDED", "UNAVAILABLE"],
    ])
      expect(log).toContain(`"code":"${code}"`);
  });
});
