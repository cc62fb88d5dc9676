import { Refusal } from "../domain/errors.ts";
import type { AuditAct, AuditLine, Change, PortalStore } from "./identity-ports.ts";
import type { Random } from "./ports.ts";

/** Others that change the same address or request at the same instant are rare; so many in a row are an attack. */
export const ROUNDS = 8;

/** What was decided on what was read, and what the caller learns once it is written. */
export interface Decision<Result> {
  readonly changes: readonly Change[];
  readonly result: Result;
}

/** Decides and writes; where something moved on in between, reads and decides again. Throws `UNAVAILABLE`. */
export const commitDecision = async <Result>(
  store: Pick<PortalStore, "commit">,
  decide: () => Promise<Decision<Result>>,
): Promise<Result> => {
  for (let round = 0; round < ROUNDS; round++) {
    const { changes, result } = await decide();
    if (changes.length === 0 || (await store.commit(changes))) return result;
  }
  throw new Refusal("UNAVAILABLE", { retryAfterSeconds: 1 });
};

export const newId = (random: Random): string => random(16).toString("base64url");

export const auditLine = (
  random: Random,
  act: AuditAct,
  at: number,
  subject: string,
  reference?: string,
): AuditLine => ({
  kind: "audit",
  act,
  at,
  id: newId(random),
  subject,
  ...(reference === undefined ? {} : { reference }),
});

/** Notes what somebody is about to see or take. Throws `LOOK_NOT_LOGGED` where it cannot be: then nothing may be shown. */
export const noteOrRefuse = async (store: Pick<PortalStore, "commit">, line: AuditLine): Promise<void> => {
  const isNoted = await store.commit([line]).catch((cause: unknown) => {
    throw new Refusal("LOOK_NOT_LOGGED", { cause });
  });
  if (!isNoted) throw new Refusal("LOOK_NOT_LOGGED");
};

/** Queues a message that is due at once. `uselessAt`: after it nobody is helped by it any more. */
export const queuedMail = (
  random: Random,
  mail: Pick<Extract<Change, { kind: "queue-mail" }>["mail"], "address" | "language" | "content">,
  now: number,
  uselessAt: number,
): Change => {
  const mailKey = `${new Date(now).toISOString()}#${newId(random)}`;
  return {
    kind: "queue-mail",
    mail: { ...mail, mailKey, standing: { state: "pending", tries: 0, at: now, uselessAt } },
  };
};
