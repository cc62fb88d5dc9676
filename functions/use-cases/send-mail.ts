import type { RegardConfig } from "../contract/config.ts";
import { afterAnswer, type MailStanding, nextStep } from "../domain/outbox.ts";
import { writeMail } from "../mail/write-mail.ts";
import { auditLine } from "./commit.ts";
import type { AuditAct, Change, Mailer, PortalStore, QueuedMail } from "./identity-ports.ts";
import type { Clock, Directory, Keyring, Random, Versioned } from "./ports.ts";

export interface SendMailDeps {
  readonly store: Pick<PortalStore, "commit" | "mailOf">;
  readonly directory: Pick<Directory, "customersOf">;
  readonly keyring: Pick<Keyring, "addressKey">;
  readonly mailer: Mailer;
  readonly clock: Clock;
  readonly random: Random;
  readonly company: Pick<RegardConfig, "brand" | "dpo" | "timeZone">;
  /** Scheme and host of the portal. */
  readonly origin: string;
}

/**
 * `sent`, and `dropped` (nobody needs it any more): the row is gone. `lost`: a code of which nobody knows whether it
 * arrived; it is never sent again. `again`: refused, worth another try at once; `delayed`: refused, tried again later.
 * `parked`: every try failed. `waiting`: not due, or somebody else has or had it in hand.
 */
export type SendOutcome = "sent" | "dropped" | "lost" | "again" | "delayed" | "parked" | "waiting";

export interface SentMail {
  readonly outcome: SendOutcome;
  /** The request that queued the message, where one did. */
  readonly traceId?: string;
}

/**
 * Takes one message a step further. Safe for any number of calls, at once, repeated and in any order: a message is sent
 * by whoever moved its row to `sending`, and the store lets only one do so.
 */
export const sendMail = async (deps: SendMailDeps, mailKey: string): Promise<SentMail> => {
  const mail = await deps.store.mailOf(mailKey);
  if (mail === undefined) return { outcome: "waiting" };
  const { traceId } = mail.value;
  return { outcome: await takeFurther(deps, mail), ...(traceId === undefined ? {} : { traceId }) };
};

const takeFurther = async (deps: SendMailDeps, mail: Versioned<QueuedMail>): Promise<SendOutcome> => {
  const { store, directory, keyring, mailer, clock, random, company, origin } = deps;
  const { mailKey, address, content, language, standing } = mail.value;
  const addressKey = keyring.addressKey(address);

  const commit = async <Outcome extends SendOutcome>(outcome: Outcome, change: Change, act?: AuditAct) => {
    const lines = act === undefined ? [] : [auditLine(random, act, clock(), addressKey)];
    return (await store.commit([change, ...lines])) ? outcome : "waiting";
  };
  const end = <Outcome extends SendOutcome>(outcome: Outcome, held: Versioned<QueuedMail>, act: AuditAct) =>
    commit(outcome, { kind: "end-mail", mail: held }, act);
  const park = (held: Versioned<QueuedMail>) =>
    commit("parked", { kind: "move-mail", mail: held, to: { ...held.value.standing, state: "parked" } }, "mail-parked");

  const now = clock();
  const step = nextStep(content.kind, standing, now);
  if (step === "wait") return "waiting";
  if (step === "drop-late") return end("dropped", mail, "mail-late");
  if (step === "drop-lost") return end("lost", mail, "mail-lost");
  if (step === "park") return park(mail);

  // Here, and nowhere that a caller could see or time it, known addresses part from unknown ones.
  const isOwed = content.kind !== "code" && content.kind !== "paused";
  const known = isOwed || (await directory.customersOf(addressKey)).length > 0;
  if (!known && content.kind === "paused") return end("dropped", mail, "mail-unneeded");

  const taken: MailStanding = { ...standing, state: "sending", tries: standing.tries + 1, at: now };
  const take: Change = { kind: "move-mail", mail, to: taken };
  const tell: readonly Change[] = known ? [] : [{ kind: "tell-unknown", addressKey, mailKey, now }];
  if (!(await store.commit([take, ...tell]))) {
    // Somebody else has it in hand; or the address was told within the last day, and then the row can go.
    return known ? "waiting" : end("dropped", mail, "mail-unneeded");
  }
  const held = { value: { ...mail.value, standing: taken }, revision: mail.revision + 1 };

  const about = { name: company.brand.name, dpo: company.dpo, timeZone: company.timeZone, origin };
  const written = writeMail(known ? content : { kind: "unknown" }, about, language);
  const next = afterAnswer(content.kind, taken, await mailer.send({ to: address, ...written }), clock());
  if (next.state === "gone") return end(next.as, held, next.as === "sent" ? "mail-sent" : "mail-lost");
  if (next.state === "parked") return park(held);
  const outcome = next.at <= clock() ? "again" : "delayed";
  return commit(outcome, { kind: "move-mail", mail: held, to: { ...taken, state: "pending", at: next.at } });
};
