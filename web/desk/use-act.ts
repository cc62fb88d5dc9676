import { useRef, useState } from "preact/hooks";
import type { DeskMatter, LookBackAnswer } from "../../functions/contract/desk-matters.ts";
import type { Entry, Letter } from "../../functions/contract/matter-entry.ts";
import { ACT_ROUTES, type DeskAct } from "./act-names.ts";
import { lookBack, previewLetter, act as send } from "./desk-api.ts";
import type { Values } from "./drafts.ts";
import type { FormContext, FormSpec } from "./form-spec.ts";
import { codeOf, problemWords } from "./problem-words.ts";
import { isTheSame, newSince } from "./since.ts";

/** How far a form is. */
export interface Standing {
  readonly doing?: "preview" | "send";
  /** The letter as it would go, with what it was made from: a change makes it old. */
  readonly letter?: { readonly of: string; readonly letter: Letter };
  readonly problem?: string;
  /** Somebody else acted: what they did. */
  readonly changed?: readonly Entry[];
  /** Whoever decides has to show once more who they are. */
  readonly stale?: boolean;
}

/** What came of an act that was done; a look-back answers with what it found. */
export interface Done {
  readonly arrivedBefore: boolean;
  readonly found?: LookBackAnswer;
}

interface Acting {
  readonly act: DeskAct;
  readonly context: FormContext;
  readonly spec: FormSpec;
  readonly values: Values;
  /** Fetches the matter anew, and shows it beside the form. */
  readonly reload: () => Promise<DeskMatter>;
  /** Over once the matter is on the page as it is now: until then the form is still being sent. */
  readonly done: (done: Done) => Promise<void>;
}

/** From what a letter is made: what was typed, and the matter as it was. */
const madeOf = ({ matter }: FormContext, values: Values): string => JSON.stringify([matter.revision, values]);

/**
 * Sends one act, once. Where somebody else was faster, nothing of it is lost: the matter is fetched again and the form
 * stays; where it turns out that the act had arrived and only its answer was lost, it is done.
 */
export const useAct = ({ act, context, spec, values, reload, done }: Acting) => {
  const [standing, setStanding] = useState<Standing>({});
  const isBusy = useRef(false);
  const { matter, staff } = context;
  const made = madeOf(context, values);
  const letter = standing.letter?.of === made ? standing.letter.letter : undefined;
  const draft = spec.letter?.(values);

  const once = async (doing: "preview" | "send", work: () => Promise<Standing>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    const { changed, letter: read } = standing;
    setStanding({ doing, ...(read && { letter: read }), ...(changed && { changed }) });
    try {
      setStanding(await work());
    } catch (error) {
      setStanding({ problem: problemWords(error), ...(read && { letter: read }) });
    } finally {
      isBusy.current = false;
    }
  };

  const preview = (): Promise<void> =>
    once("preview", async () => {
      if (draft === undefined) return {};
      return { letter: { of: made, letter: await previewLetter(matter.reference, draft) } };
    });

  const somebodyWasFaster = async (): Promise<Standing> => {
    const changed = newSince(matter, await reload());
    if (!changed.some((entry) => isTheSame(entry, act, staff.id, spec.body(values)))) return { changed };
    await done({ arrivedBefore: true });
    return {};
  };

  const go = (): Promise<void> =>
    once("send", async () => {
      const { reference, revision } = matter;
      try {
        if (act === "look-back")
          await done({ arrivedBefore: false, found: await lookBack({ reference, revision }, spec.body(values)) });
        else {
          await send(ACT_ROUTES[act], { reference, revision }, spec.body(values));
          await done({ arrivedBefore: false });
        }
        return {};
      } catch (error) {
        if (codeOf(error) === "MATTER_CHANGED") return somebodyWasFaster();
        if (codeOf(error) === "STAFF_SIGN_IN_STALE") return { stale: true };
        throw error;
      }
    });

  return { standing, letter, goesWithLetter: draft !== undefined, preview, go };
};
