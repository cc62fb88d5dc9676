import { describe, expect, it } from "vitest";
import { CUSTOMER_ROUTES } from "../../functions/contract/customer-api.ts";
import { DESK_ROUTES } from "../../functions/contract/desk-api.ts";
import { openDeskDoor, PEOPLE } from "../support/desk-door.ts";
import { codeIn, openFrontDoor, signIn, useServices } from "../support/front-door.ts";

const OLD = "shared.with.an.ex@example.org";
const NEW = "her.own@example.net";
const DAY = 24 * 60 * 60 * 1_000;

const { engine, mails } = await useServices();

describe("a customer who changed her address while something was open", () => {
  it("hears of it at the new one, and the old mailbox hears nothing more of it", async () => {
    const door = openFrontDoor(engine, mails);
    await door.know(OLD, "customer");
    const customer = await signIn(door, mails, OLD);
    const report = { language: "en", contactedOn: "2026-06-14", channel: "text", safety: "unsafe" };
    const { body = "" } = await customer.send(CUSTOMER_ROUTES.reportContact, report);
    const { reference } = JSON.parse(body);
    await customer.send(CUSTOMER_ROUTES.changeAddress, { email: NEW, language: "en" });
    await door.ring();
    const code = codeIn(mails.taken.findLast(({ to }) => to === NEW));
    expect((await customer.send(CUSTOMER_ROUTES.confirmAddress, { code })).statusCode).toBe(200);

    const desk = openDeskDoor(door);
    const act = async (route: Parameters<typeof desk.send>[0], more: object = {}) => {
      const revision = await desk.revisionOf(reference);
      const { statusCode } = await desk.as(PEOPLE.dpo)(route, { reference, revision, ...more });
      expect(statusCode).toBe(200);
      await door.ring();
    };
    const newsAt = (address: string) =>
      mails.taken.filter(({ to, text }) => to === address && text.includes(reference)).length;
    await act(DESK_ROUTES.takeMatter);
    await act(DESK_ROUTES.messageCustomer, { words: "During the hold." });
    expect([newsAt(OLD), newsAt(NEW)]).toEqual([1, 0]);

    door.wait(7 * DAY);
    await door.sweep();
    await door.sweep();
    await act(DESK_ROUTES.messageCustomer, { words: "After it." });
    expect([newsAt(OLD), newsAt(NEW)]).toEqual([1, 1]);
    const acts = (await door.matters.entriesOf(reference)).map(({ deed }) => deed.act);
    expect(acts).toEqual(["raise", "take", "message", "readdress", "message"]);
  });
});
