import { TOKEN_BYTES, tokenKey } from "../domain/session.ts";
import type { Language } from "../domain/vocabulary.ts";
import { commitDecision } from "./commit.ts";
import { type GrantDeps, grantMailedCode } from "./grant-mailed-code.ts";
import type { PortalStore } from "./identity-ports.ts";
import type { Clock } from "./ports.ts";

export interface RequestCodeDeps extends GrantDeps {
  readonly store: Pick<PortalStore, "commit" | "guardOf">;
  readonly clock: Clock;
}

/**
 * Grants a code to a browser and queues its mail. It never looks into the directory: known and unknown addresses take
 * the same steps and get the same answer, and only the sender of the mail, later and elsewhere, tells them apart.
 *
 * @returns The browser's token, new each time. Where a cap is met it opens nothing, and nothing else tells so.
 */
export const requestCode = async (
  deps: RequestCodeDeps,
  { email, language }: { readonly email: string; readonly language: Language },
): Promise<{ readonly browserToken: string }> => {
  const browserToken = deps.random(TOKEN_BYTES).toString("base64url");
  const to = { address: email, language, challengeKey: tokenKey(browserToken), kind: "code" } as const;
  await commitDecision(deps.store, async () => ({
    changes: (await grantMailedCode(deps, to, deps.clock())) ?? [],
    result: undefined,
  }));
  return { browserToken };
};
