import { describe, expect, it } from "vitest";
import { CUSTOMER_PATHS } from "../../functions/contract/customer-paths.ts";
import { openFrontDoor, useServices } from "../support/front-door.ts";
import { httpEvent } from "../support/http-events.ts";

const { engine, mails } = await useServices();

/** A request for a code, under the id that the API's own log has for it. */
const asked = (requestId: string, email: string) => {
  const event = httpEvent(CUSTOMER_PATHS.requestCode, { email, language: "en" });
  return { ...event, requestContext: { ...event.requestContext, requestId } };
};

describe("one request in the logs", () => {
  it("has the same id from the API to the mail that left for it, among others at the same time, tries and sweeps", async () => {
    const door = openFrontDoor(engine, mails);
    const people = Array.from({ length: 8 }, (_, at) => ({ id: `api-${at}=`, email: `person.${at}@example.org` }));
    for (const { email } of people) await door.know(email, `C-${email}`);
    await Promise.all(people.map(({ id, email }) => door.ask(asked(id, email))));
    mails.faults.push("refuse", "refuse", "refuse");
    await door.ring();
    await door.ring();
    door.wait(5 * 60_000);
    await door.sweep();

    const linesOf = (code: string) =>
      door.logged
        .filter((line) => line.code === code)
        .map(({ traceId }) => traceId)
        .sort();
    const ids = people.map(({ id }) => id);
    expect(linesOf("ANSWERED")).toEqual(ids);
    expect(linesOf("MAIL_SENT")).toEqual(ids);
    expect(linesOf("MAIL_DELAYED").length).toBeGreaterThan(0);
    for (const delayed of linesOf("MAIL_DELAYED")) expect(ids).toContain(delayed);
  });

  it("is none where nobody asked, and is told to nobody outside", async () => {
    const door = openFrontDoor(engine, mails);
    await door.sweep();
    expect(door.logged.find(({ code }) => code === "OUTBOX_SWEPT")).not.toHaveProperty("traceId");
    const before = mails.taken.length;
    await door.know("someone@example.org", "C-9");
    const answer = await door.ask(asked("api-canary=", "someone@example.org"));
    await door.ring();
    expect(mails.taken.length).toBe(before + 1);
    expect(JSON.stringify([answer, mails.taken.slice(before)])).not.toContain("api-canary");
  });
});
