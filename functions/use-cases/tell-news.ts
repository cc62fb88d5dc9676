import type { RegardConfig } from "../contract/config.ts";
import type { Matter } from "../contract/matter.ts";
import type { Overdue } from "../domain/overdue.ts";
import { REQUEST_LIFE_MS } from "../domain/request.ts";
import type { StaffRole } from "../domain/staff.ts";
import { firstLanguage } from "../domain/vocabulary.ts";
import { queuedMail } from "./commit.ts";
import type { Change } from "./identity-ports.ts";
import type { Random } from "./ports.ts";

export interface NewsDeps {
  readonly config: Pick<RegardConfig, "dpo" | "approver" | "languages">;
  readonly random: Random;
}

/** The company's people hear that something waits for them under a reference, and nothing else. */
export const deskNews = ({ config, random }: NewsDeps, to: StaffRole, now: number, reference: string): Change =>
  queuedMail(
    random,
    { address: config[to].email, language: firstLanguage(config), content: { kind: "desk-news", reference, to } },
    now,
    now + REQUEST_LIFE_MS,
  );

/** The data protection officer hears that a deadline of a matter has passed. */
export const overdueNews = ({ config, random }: NewsDeps, what: Overdue, now: number, reference: string): Change =>
  queuedMail(
    random,
    {
      address: config.dpo.email,
      language: firstLanguage(config),
      content: { kind: "desk-overdue", reference, what },
    },
    now,
    now + REQUEST_LIFE_MS,
  );

/** The data protection officer hears how many signals came up, and nothing of any of them. */
export const signalNews = ({ config, random }: NewsDeps, count: number, now: number): Change =>
  queuedMail(
    random,
    { address: config.dpo.email, language: firstLanguage(config), content: { kind: "signals", count } },
    now,
    now + REQUEST_LIFE_MS,
  );

/** The customer hears that something changed, never what. Nothing for whoever knows nothing of the matter. */
export const customerNews = ({ random }: Pick<NewsDeps, "random">, matter: Matter, now: number): readonly Change[] => {
  const { address, language, reference } = matter;
  if (address === undefined) return [];
  return [queuedMail(random, { address, language, content: { kind: "news", reference } }, now, now + REQUEST_LIFE_MS)];
};
