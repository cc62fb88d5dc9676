import { randomBytes } from "node:crypto";
import type { StaffMember } from "../../../functions/contract/matter.ts";
import type { Access } from "../../../functions/domain/access.ts";
import { civilDateOf, EVER } from "../../../functions/domain/period.ts";
import { TOKEN_BYTES } from "../../../functions/domain/session.ts";
import type { Language } from "../../../functions/domain/vocabulary.ts";
import { type AnswerAskDeps, answerAsk } from "../../../functions/use-cases/desk/answer-ask.ts";
import { askEmployee } from "../../../functions/use-cases/desk/ask-employee.ts";
import type { DeskDeps } from "../../../functions/use-cases/desk/desk-act.ts";
import { messageCustomer } from "../../../functions/use-cases/desk/message-customer.ts";
import { pauseClock } from "../../../functions/use-cases/desk/pause-clock.ts";
import { proposeRelease } from "../../../functions/use-cases/desk/propose-release.ts";
import { takeMatter } from "../../../functions/use-cases/desk/take-matter.ts";
import type { MatterStore } from "../../../functions/use-cases/matter-ports.ts";
import type { Keyring } from "../../../functions/use-cases/ports.ts";
import { type Raise, type RaiseDeps, raisePart } from "../../../functions/use-cases/raise-part.ts";
import { NEIGHBOUR, REGULARS, type SampleCustomer, TWO_ADDRESSES } from "./customers.ts";
import { TOLD } from "./matter-words.ts";
import { ADVISERS, CURIOUS_DRIVER, DATA_PROTECTION_OFFICE, type SampleEmployee, SHOP_ASSISTANT } from "./staff.ts";

const DAY = 24 * 60 * 60_000;

export interface SampleMatterDeps extends RaiseDeps, DeskDeps, AnswerAskDeps {
  readonly matters: MatterStore;
  readonly config: RaiseDeps["config"];
  readonly facts: DeskDeps["facts"] & AnswerAskDeps["facts"];
  readonly keyring: Pick<Keyring, "customerKey">;
}

const [officer, adviser] = DATA_PROTECTION_OFFICE.map(({ id, name = id, unit }): StaffMember => ({ id, name, unit }));

/**
 * What the desk has before it on the first day: matters in several states, each brought up and moved by the portal's own
 * use cases on the days on which it would have happened. Their mails were read long ago, so none is sent.
 */
export const openSampleMatters = async (deps: SampleMatterDeps): Promise<void> => {
  if (officer === undefined || adviser === undefined) return;
  const now = deps.clock();
  const day = (daysAgo: number): string => civilDateOf(now - daysAgo * DAY, deps.config.timeZone);
  /** The same parts some days ago. `token`: that of the next link, so that it can be answered. */
  const on = (daysAgo: number, token?: Buffer): SampleMatterDeps => ({
    ...deps,
    clock: () => now - daysAgo * DAY,
    random: (bytes) => (token !== undefined && bytes === TOKEN_BYTES ? token : randomBytes(bytes)),
    store: { commit: (changes) => deps.store.commit(changes.filter(({ kind }) => kind !== "queue-mail")) },
  });
  const looksOf = async (customer: SampleCustomer, fits: (access: Access) => boolean) => {
    const found: Access[] = [];
    for await (const page of deps.accessLog.ofCustomer(deps.keyring.customerKey(customer.customerId), EVER))
      found.push(...page.filter(fits));
    return found.map(({ source, eventId }) => ({ source, eventId }));
  };
  const by = (employee: SampleEmployee) => (access: Access) =>
    access.employee.id === employee.id && access.action === "reveal";
  const raise = async (daysAgo: number, customer: SampleCustomer, part: Raise["part"], language: Language = "en") => {
    const customerKey = deps.keyring.customerKey(customer.customerId);
    const [address = ""] = customer.emails;
    const known = part.kind === "signal" ? {} : { address };
    const kind = part.kind === "signal" ? "rule" : "customer";
    const { reference } = await raisePart(on(daysAgo), { customerKey, part, by: { kind }, language, ...known });
    return { reference, revision: 1 };
  };
  type On = Awaited<ReturnType<typeof raise>>;
  const take = async (daysAgo: number, { reference, revision }: On, staff: StaffMember): Promise<On> => ({
    reference,
    ...(await takeMatter(on(daysAgo), { reference, revision, staff })),
  });
  const [helen, imran, charlotte, lukas, maria] = [NEIGHBOUR, ...REGULARS.slice(1)];
  if (!(helen && imran && charlotte && lukas && maria)) return;

  // Overdue: half answered, then left lying.
  const dominics = await looksOf(TWO_ADDRESSES, by(CURIOUS_DRIVER));
  const overdue = await raise(45, TWO_ADDRESSES, { kind: "question", accesses: dominics, words: TOLD.overdue });
  const taken = await take(43, overdue, officer);
  await messageCustomer(on(43), { ...taken, staff: officer, words: TOLD.overdueMessage });

  // Nobody has it yet, and it is due soon.
  const helens = (await looksOf(helen, ({ purpose }) => purpose === "SUPPORT_CUSTOMER")).slice(-1);
  await raise(27, helen, { kind: "question", accesses: helens, words: TOLD.soon });

  // Somebody was asked and has not answered yet.
  const imrans = await looksOf(imran, by(SHOP_ASSISTANT));
  const reported = await raise(5, imran, {
    ...{ kind: "contact-report", contactedOn: day(7), channel: "messenger", safety: "unsure", words: TOLD.contact },
    sender: { key: "sample", tail: "4471" },
  });
  const asking = await take(4, reported, adviser);
  const shop = { to: "manager", employeeId: SHOP_ASSISTANT.id, email: "brixton.manager@marlow-finch.example" } as const;
  await askEmployee(on(2), { ...asking, ...shop, staff: adviser, accesses: imrans, words: TOLD.asked });

  // A rule found something that needs an explanation.
  const charlottes = await looksOf(charlotte, by(CURIOUS_DRIVER));
  await raise(1, charlotte, {
    ...{ kind: "signal", rule: "contact-after-job", employeeId: CURIOUS_DRIVER.id },
    ...{ accesses: charlottes, words: TOLD.signal },
  });

  // The customer was asked what is meant; the clock rests.
  const lukass = (await looksOf(lukas, ({ purpose }) => purpose === "DELIVERY")).slice(-2);
  const unclear = await raise(12, lukas, { kind: "question", accesses: lukass, words: TOLD.unclear }, "de");
  const resting = await take(11, unclear, officer);
  await pauseClock(on(9), { ...resting, staff: officer, words: TOLD.clarification });

  // A name is proposed for release; a second person has to decide.
  const [, , priya] = ADVISERS;
  const marias = await looksOf(maria, by(priya));
  const contact = await raise(22, maria, {
    ...{ kind: "contact-report", contactedOn: day(23), channel: "text", safety: "unsafe", words: TOLD.threat },
    ...{ sender: { key: "sample", tail: "0932" }, safeWay: TOLD.safeWay },
  });
  const heard = await take(21, contact, officer);
  const token = randomBytes(TOKEN_BYTES);
  const person = { to: "employee", employeeId: priya.id, email: "priya.raghunathan@marlow-finch.example" } as const;
  const asked = await askEmployee(on(20, token), {
    ...{ ...heard, ...person, staff: officer, accesses: marias, words: TOLD.asked },
  });
  await answerAsk(on(18), { token: token.toString("base64url"), words: TOLD.answer });
  // Today: a name is told out of rows that a record would show, and all of them have come in with the sample.
  await proposeRelease(on(0), {
    ...{ reference: heard.reference, revision: asked.revision + 1, staff: officer, employeeId: priya.id },
    ...{ balancing: TOLD.balancing, words: TOLD.release },
  });
};
