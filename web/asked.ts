import type { AskShown } from "../functions/contract/desk-acts.ts";
import { DESK_PATHS } from "../functions/contract/desk-paths.ts";
import { ASKED } from "../functions/domain/matter-vocabulary.ts";
import { read, send } from "./api.ts";
import { isText, listOf, oneOf, shape } from "./shape.ts";

const isAskShown = shape<AskShown>(
  {
    ...{ company: isText, to: oneOf(...ASKED), words: isText, answerBy: isText },
    looks: listOf(
      shape<AskShown["looks"][number]>(
        { occurredAt: isText, source: isText, saw: isText, why: isText },
        { case: isText },
      ),
    ),
  },
  {},
);

export const readAsk = async (token: string): Promise<AskShown> =>
  read(isAskShown, await send(DESK_PATHS.readAsk, { token }));

export const answerAsk = async (token: string, words: string): Promise<void> => {
  await send(DESK_PATHS.answerAsk, { token, words });
};

/** Under what the draft of an answer is kept on this device: nobody who finds it can make the link of it again. */
export const draftKeyOf = async (token: string): Promise<string> => {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
  const hex = Array.from(new Uint8Array(digest).slice(0, 12), (byte) => byte.toString(16).padStart(2, "0"));
  return `regard-answer ${hex.join("")}`;
};
