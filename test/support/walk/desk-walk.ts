import * as z from "zod/mini";
import { deskMatter, deskQueue, lookBackAnswer, opened } from "../../../functions/contract/desk-matters.ts";
import { numbersMonths } from "../../../functions/contract/desk-numbers-routes.ts";
import type { RunningPortal } from "../../../infra/local/portal.ts";
import { CURIOUS_DRIVER } from "../../../infra/local/sample/staff.ts";
import { deskPerson, signInAtDesk } from "../desk.ts";
import { type Browser, nextMailTo, openBrowser } from "../portal.ts";
import { step } from "./steps.ts";

const DRIVER = { employeeId: CURIOUS_DRIVER.id };
const BALANCING = { essentialFor: "A claim.", otherMeans: "None.", employeeView: "Heard.", safety: "None." };
const revised = z.object({ revision: z.int() });
const findings = z.object({ findings: z.array(z.object({ findingId: z.string(), revision: z.int() })) });

/** Somebody at the desk with a matter in front of them. */
const holding = (browser: Browser, reference: string) => ({
  reads: async () => deskMatter.parse(await step(browser, "/api/desk/matter", { reference, language: "en" })),
  /** Does acts one after another, each on what the one before left. */
  acts: async (...acts: readonly (readonly [path: string, body?: object])[]): Promise<void> => {
    let { revision } = deskMatter.parse(await step(browser, "/api/desk/matter", { reference, language: "en" }));
    for (const [path, body] of acts) {
      const answer = await step(browser, `/api/desk/matter/${path}`, { reference, revision, ...body });
      revision = revised.safeParse(answer).data?.revision ?? revision;
    }
  },
});

export const staffSignsIn = (portal: RunningPortal, group: "dpo" | "approver") =>
  signInAtDesk(portal, deskPerson(portal, group));

/** The employee's manager is asked by mail and answers with the link. */
const managerAnswers = async (portal: RunningPortal, manager: string): Promise<void> => {
  const { body } = await nextMailTo(portal, manager);
  const token = /#([\w-]{43})/.exec(body.text)?.[1];
  const anybody = openBrowser(portal.origin);
  await step(anybody, "/api/asks/read", { token });
  await step(anybody, "/api/asks/answer", { token, words: "He was at home." });
};

interface Handled {
  readonly reference: string;
  readonly accesses: readonly object[];
}

/** Everything that the two people of the desk do with one matter, up to its end. */
export const handlesMatter = async (
  portal: RunningPortal,
  { dpo, approver }: { readonly dpo: Browser; readonly approver: Browser },
  { reference, accesses }: Handled,
): Promise<void> => {
  const desk = holding(dpo, reference);
  const manager = `${crypto.randomUUID()}@marlow-finch.example`;
  const words = "What we know.";
  deskQueue.parse(await step(dpo, "/api/desk/queue"));
  await desk.acts(
    ["preview", { kind: "message", words, revision: undefined }],
    ["take"],
    ["note", { words }],
    ["message", { words }],
    ["ask", { ...DRIVER, to: "manager", email: manager, accesses, words }],
    ["pause", { words }],
    ["resume", { words }],
    ["extend", { words }],
    ["restrict", { words, purpose: "FRAUD_SECURITY", until: "2027-06-30" }],
    ["lift", { words, purpose: "FRAUD_SECURITY" }],
    ["explain", { words, accesses: accesses.slice(0, 1) }],
  );
  await managerAnswers(portal, manager);
  await desk.acts(["release", { ...DRIVER, balancing: BALANCING, words }]);
  await holding(approver, reference).acts(["release/decision", { approve: true, words }]);
  await desk.acts(["misuse", { ...DRIVER, accesses, words, letterWords: words }], ["look-back", DRIVER]);
  const { revision } = await desk.reads();
  const { customers } = lookBackAnswer.parse(
    await step(dpo, "/api/desk/matter/look-back", { reference, revision, ...DRIVER }),
  );
  const customerKeys = customers
    .filter(({ own, unconfirmed }) => own === undefined && unconfirmed > 0)
    .map(({ customerKey }) => customerKey);
  const { references } = opened.parse(
    await step(dpo, "/api/desk/matter/look-back/matters", { reference, ...DRIVER, customerKeys }),
  );
  const [other = ""] = references;
  await holding(dpo, other).acts(["take"], ["end", { words, outcome: "no-finding" }]);
};

/** The end of a matter after a misuse; then nothing of it moves any more. */
export const closesMatter = (dpo: Browser, reference: string): Promise<void> =>
  holding(dpo, reference).acts(
    ["breach", { decision: { kind: "notified", reasons: "By form.", authorityReference: "ICO-1" } }],
    ["end", { outcome: "misuse", words: "He left." }],
  );

/** The same again, a minute later. */
export const refusesMatter = (dpo: Browser, reference: string): Promise<void> =>
  holding(dpo, reference).acts(
    ["take"],
    ["refusal", { words: "Answered already.", ground: "excessive", partly: false }],
  );

/** What belongs to no matter: findings, the numbers for the board, and the way out. */
export const looksAfterTheRest = async (dpo: Browser): Promise<void> => {
  const shown = findings.parse(await step(dpo, "/api/desk/findings"));
  for (const { findingId, revision } of shown.findings.slice(0, 1))
    await step(dpo, "/api/desk/findings/acknowledgement", { findingId, revision, words: "Seen." });
  const { months } = numbersMonths.parse(await step(dpo, "/api/desk/numbers"));
  const month = { month: months[0]?.month, language: "en" };
  await step(dpo, "/api/desk/numbers/month", month);
  for (const format of ["csv", "pdf"]) await step(dpo, "/api/desk/numbers/file", { ...month, format });
  await step(dpo, "/api/desk/session");
  await step(dpo, "/api/desk/sign-ins/again", { language: "en" });
  await step(dpo, "/api/desk/session", undefined, "DELETE");
};
