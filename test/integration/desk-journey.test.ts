import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createDynamoDb } from "../../functions/adapters/dynamodb.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import { readSecret } from "../../functions/adapters/secret.ts";
import { recordPage } from "../../functions/contract/customer-api.ts";
import { customerMatter } from "../../functions/contract/customer-matters.ts";
import { askShown } from "../../functions/contract/desk-acts.ts";
import { acted, deskQueue, lookBackAnswer, opened } from "../../functions/contract/desk-matters.ts";
import { LOCAL_CREDENTIALS, LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import { addDays } from "../../functions/domain/civil-date.ts";
import { civilDateOf } from "../../functions/domain/period.ts";
import type { RunningPortal } from "../../infra/local/portal.ts";
import { AMELIA } from "../../infra/local/sample/customers.ts";
import { CURIOUS_DRIVER, CURIOUS_DRIVER_NUMBER } from "../../infra/local/sample/staff.ts";
import config from "../../regard.config.ts";
import { question } from "../support/deeds.ts";
import { ask, atDesk, codeIn, deskPerson, signInAtDesk } from "../support/desk.ts";
import { entry, matter } from "../support/matters.ts";
import {
  type Browser,
  mailsTo,
  newAddressOf,
  nextMailTo,
  openBrowser,
  signIn,
  startTestPortal,
} from "../support/portal.ts";

let portal: RunningPortal;
beforeAll(async () => {
  portal = await startTestPortal();
});
afterAll(() => portal.stop());

const raised = z.object({ reference: z.string() });
const record = async (browser: Browser) =>
  recordPage.parse((await ask(browser, "/api/record", { language: "en" })).json).accesses;

describe("what the record cannot explain", () => {
  it("is asked, reported, answered, named by two people, marked as misuse, looked back on and closed", async () => {
    // The customer asks about the driver's four looks and reports the message that she got.
    const email = await newAddressOf(portal, AMELIA.customerId);
    const amelia = await signIn(portal, email);
    const looks = (await record(amelia)).filter(({ action }) => action === "reveal");
    expect(looks).toHaveLength(4);
    const accesses = looks.map(({ source, eventId }) => ({ source, eventId }));
    const words = "Why did he open my number in the evening?";
    const asked = await ask(amelia, "/api/questions", { language: "en", accesses, words });
    const { reference } = raised.parse(asked.json);
    const contactedOn = addDays(civilDateOf(Date.now(), config.timeZone), -40);
    const report = { contactedOn, channel: "text", from: `+44 ${CURIOUS_DRIVER_NUMBER.slice(1)}`, safety: "unsure" };
    const reported = await ask(amelia, "/api/contact-reports", { language: "en", ...report, words: "Hi it is me" });
    expect(raised.parse(reported.json).reference).toBe(reference);

    // The data protection officer sees both joined into one matter, with the driver first among the candidates.
    const dpo = await signInAtDesk(portal, deskPerson(portal, "dpo"));
    const { matters } = deskQueue.parse((await ask(dpo, "/api/desk/queue")).json);
    // One matter, among those of the sample company.
    expect(matters.filter((one) => one.reference === reference)).toMatchObject([
      { kinds: ["question", "contact-report"], waitsFor: ["handler"] },
    ]);
    const desk = atDesk(dpo, reference);
    const first = await desk.read();
    expect(
      first.rows
        .filter(({ named }) => named)
        .map(({ eventId }) => eventId)
        .sort(),
    ).toEqual(accesses.map(({ eventId }) => eventId).sort());
    expect(first.candidates[0]).toMatchObject({ employeeId: CURIOUS_DRIVER.id, numberMatches: true });
    expect(first.candidates[0]?.looks).toBeGreaterThanOrEqual(3);

    // They take it and ask the driver's manager, who answers once.
    expect((await desk.act("take")).status).toBe(200);
    const manager = "moira.castellan@marlow-finch.example";
    const toManager = {
      to: "manager",
      employeeId: CURIOUS_DRIVER.id,
      email: manager,
      accesses,
      words: "Was he on a tour?",
    };
    expect((await desk.act("ask", toManager)).status).toBe(200);
    const mail = await nextMailTo(portal, manager);
    expect(`${mail.subject}${mail.body.text}`).not.toMatch(/amelia|Kieran|RG-/i);
    const token = /#([\w-]{43})/.exec(mail.body.text)?.[1];
    const anybody = openBrowser(portal.origin);
    const shown = askShown.parse((await ask(anybody, "/api/asks/read", { token })).json);
    expect([shown.words, shown.looks.length]).toEqual(["Was he on a tour?", 4]);
    const answer = { token, words: "He was at home." };
    expect((await ask(anybody, "/api/asks/answer", answer)).status).toBe(204);
    const again = await ask(anybody, "/api/asks/answer", answer);
    expect([again.status, codeIn(again)]).toEqual([403, "LINK_SPENT"]);
    expect(codeIn(await ask(anybody, "/api/asks/read", { token }))).toBe("LINK_SPENT");

    // What they did on the matter as it was before is refused, and nothing of the answer is lost.
    expect(codeIn(await desk.act("note", { words: "He said nothing." }))).toBe("MATTER_CHANGED");
    const heard = await desk.read();
    expect(heard.entries.at(-1)).toMatchObject({ deed: { act: "answer", words: "He was at home." } });

    // They propose the name. Neither they, nor a colleague of theirs, nor one alone in whatever role can decide.
    const balancing = {
      essentialFor: "A claim.",
      otherMeans: "None.",
      employeeView: "He was at home.",
      safety: "None.",
    };
    const proposal = { employeeId: CURIOUS_DRIVER.id, balancing, words: "So that you can claim." };
    expect((await desk.act("release", proposal)).status).toBe(200);
    expect((await desk.act("release/decision", { approve: true, words: "Agreed." })).status).toBe(403);
    const second = await signInAtDesk(portal, deskPerson(portal, "approver"));
    const approver = atDesk(second, reference);
    await approver.read();
    expect(codeIn(await approver.act("take"))).toBe("STAFF_ROLE_WRONG");
    expect((await approver.act("release/decision", { approve: true, words: "Agreed." })).status).toBe(200);
    expect(codeIn(await approver.act("release/decision", { approve: true, words: "Agreed." }))).toBe(
      "RELEASE_NOT_POSSIBLE",
    );

    // The customer is told: a mail that says nothing, and a letter that says the name.
    const news = await nextMailTo(portal, email, 2);
    expect(`${news.subject}${news.body.text}`).not.toMatch(/Kieran|Doyle|driver|number/i);
    expect(news.body.text).toContain(reference);
    const own = customerMatter.parse((await ask(amelia, "/api/matter", { reference, language: "en" })).json);
    const letters = own.lines.flatMap((line) => (line.kind === "letter" ? [line.about] : []));
    expect(letters).toEqual(["acknowledgement", "acknowledgement", "name-released"]);
    expect(JSON.stringify(own)).toContain("Kieran Doyle, Driver");
    expect(JSON.stringify(own)).not.toMatch(/Eleanor|Keane|Moira|at home|balancing/);

    // Misuse starts the 72 hours, shows the other customers, and opens matters for them.
    await desk.read();
    expect(codeIn(await desk.act("end", { outcome: "misuse", words: "So." }))).toBe("ACT_NOT_POSSIBLE");
    const marked = {
      employeeId: CURIOUS_DRIVER.id,
      accesses,
      words: "No reason.",
      letterWords: "He kept your number.",
    };
    expect((await desk.act("misuse", marked)).status).toBe(200);
    const { breach, urgency } = await desk.read();
    expect(Date.parse(breach?.notifyBy ?? "") - Date.parse(breach?.awareAt ?? "")).toBe(72 * 3_600_000);
    expect(urgency).toBe("soon");
    const back = lookBackAnswer.parse((await desk.act("look-back", { employeeId: CURIOUS_DRIVER.id })).json);
    expect(back.looks).toBeGreaterThanOrEqual(4);
    const others = back.customers.filter(({ unconfirmed, open }) => unconfirmed > 0 && open === undefined);
    const customerKeys = others.map(({ customerKey }) => customerKey).slice(0, 25);
    const found = await ask(dpo, "/api/desk/matter/look-back/matters", {
      reference,
      employeeId: CURIOUS_DRIVER.id,
      customerKeys,
    });
    expect(found.status).toBe(201);
    expect(opened.parse(found.json).references.length).toBeLessThanOrEqual(customerKeys.length);
    expect(codeIn(await desk.act("end", { outcome: "misuse", words: "So." }))).toBe("BREACH_UNDECIDED");
    const decision = { kind: "notified", reasons: "By form.", authorityReference: "ICO-1" };
    expect((await desk.act("breach", { decision })).status).toBe(200);
    expect(
      acted.parse((await desk.act("end", { outcome: "misuse", words: "He left." })).json).revision,
    ).toBeGreaterThan(5);
    expect(codeIn(await desk.act("note", { words: "More." }))).toBe("ACT_NOT_POSSIBLE");

    // Every look of the desk is in her next record, borne out by her own matter for those who worked on it.
    const later = await signIn(portal, await newAddressOf(portal, AMELIA.customerId));
    const desks = (await record(later)).filter(({ source }) => source === "regard");
    expect(desks.length).toBeGreaterThanOrEqual(4);
    const today = desks.map(({ why, evidenceWords }) => `${why} ${evidenceWords}`);
    for (const said of today) {
      expect(said).toContain("They answered a data request that you made.");
      expect(said).toMatch(/^.*Matches your question to the data protection officer of .*/);
    }
    expect(new Set(desks.map(({ employee }) => employee.name))).toEqual(new Set(["Eleanor Ashby", "Rosalind Keane"]));
    // A code, a confirmation, and three times that there is something new.
    await nextMailTo(portal, email, 4);
    expect(await mailsTo(portal, email)).toHaveLength(5);
  });
});

describe("a matter that nobody answered in time", () => {
  /** As if somebody had asked forty-five days ago: the portal's clock is the real one. */
  const askedLongAgo = async (): Promise<string> => {
    const at = (endpoint: string) => ({ endpoint, region: LOCAL_REGION, credentials: LOCAL_CREDENTIALS });
    const client = createDynamoDb(at(portal.endpoints.dynamodb));
    const keyring = createKeyring(await readSecret(portal.environment.SECRET_ID, at(portal.endpoints.secretsManager)));
    const store = createPortalStore(client, { name: portal.environment.PORTAL_TABLE, keyring });
    const openedAt = new Date(Date.now() - 45 * 24 * 3_600_000).toISOString();
    const old = matter({
      ...{ reference: "RG-0VER-DVE0", customerKey: randomUUID(), openedAt },
      clock: { regime: "GB-ENG", receivedOn: openedAt.slice(0, 10), clarifications: [] },
    });
    const isOpen = await store.commit([
      { kind: "open-matter", matter: old, entry: entry(question(), "first", openedAt) },
    ]);
    client.destroy();
    expect(isOpen).toBe(true);
    return old.reference;
  };

  it("is told to the data protection officer by the schedule, once, and stands with the overdue ones, first in the queue", async () => {
    const reference = await askedLongAgo();
    await portal.schedules.runNow();
    await portal.schedules.runNow();
    const told = async () =>
      (await mailsTo(portal, config.dpo.email)).filter(({ body }) => body.text.includes(reference));
    for (let tries = 0; tries < 100 && (await told()).length === 0; tries += 1) await sleep(50);
    await portal.schedules.runNow();
    expect((await told()).map(({ subject }) => subject)).toEqual([`Overdue at the desk: ${reference}`]);
    const dpo = await signInAtDesk(portal, deskPerson(portal, "dpo"));
    const { matters } = deskQueue.parse((await ask(dpo, "/api/desk/queue")).json);
    const overdue = matters.filter(({ urgency }) => urgency === "overdue").map((one) => one.reference);
    expect(overdue).toContain(reference);
    expect(matters.slice(0, overdue.length).map((one) => one.reference)).toEqual(overdue);
  });

  it("takes no ten megabytes from anybody, whichever door they come to", async () => {
    const words = "x".repeat(10_000_000);
    const anybody = openBrowser(portal.origin);
    const dpo = await signInAtDesk(portal, deskPerson(portal, "dpo", 1));
    const token = "t".repeat(43);
    for (const answer of [
      await ask(anybody, "/api/asks/answer", { token, words }),
      await ask(dpo, "/api/desk/matter/note", { reference: "RG-0000-0000", revision: 1, words }),
    ])
      expect(answer.status).toBe(413);
  });
});
