import type { PreviewLetter } from "../../functions/contract/desk-acts.ts";
import { DESK_PATHS } from "../../functions/contract/desk-paths.ts";
import { Failure, read, readFile, send } from "../api.ts";
import { signInEnded, staffWatch } from "../desk-session.ts";
import { language } from "../say.ts";
import type { Is } from "../shape.ts";
import { isLetter } from "./entry-shapes.ts";
import { areFindings } from "./finding-shapes.ts";
import { areMonths, isNumbersDescription } from "./numbers-shapes.ts";
import { isActed, isDeskMatter, isLookBack, isOpened, isQueue } from "./shapes.ts";

/** Asks the service as somebody of the desk. A sign-in that is over leads to the door, and from there back. */
const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    const answer = await work();
    staffWatch.answered();
    return answer;
  } catch (error) {
    if (error instanceof Failure && error.code === "STAFF_SIGN_IN_NEEDED") signInEnded();
    throw error;
  }
};

const ask = <T>(route: { method: string; path: string }, is: Is<T>, body?: object): Promise<T> =>
  guarded(async () => read(is, await send(route, body)));

export const readQueue = async () => (await ask(DESK_PATHS.readQueue, isQueue)).matters;

export const readMatter = (reference: string) => ask(DESK_PATHS.readDeskMatter, isDeskMatter, { reference, language });

type Preview<P> = P extends PreviewLetter ? Omit<P, "reference"> : never;
/** What a letter is made of, beside the matter it is about. */
export type LetterDraft = Preview<PreviewLetter>;
export const previewLetter = (reference: string, draft: LetterDraft) =>
  ask(DESK_PATHS.previewLetter, isLetter, { reference, ...draft });

export const readMonths = async () => (await ask(DESK_PATHS.listNumbers, areMonths)).months;

export const readNumbers = (month: string) => ask(DESK_PATHS.readNumbers, isNumbersDescription, { month, language });

/** The numbers of a month as a file. */
export const exportNumbers = (month: string, format: "csv" | "pdf") =>
  guarded(async () => readFile(await send(DESK_PATHS.exportNumbers, { month, language, format })));

export const readFindings = async () => (await ask(DESK_PATHS.readFindings, areFindings)).findings;

export const acknowledgeFinding = (findingId: string, revision: number, words: string) =>
  ask(DESK_PATHS.acknowledgeFinding, isActed, { findingId, revision, words });

export interface On {
  readonly reference: string;
  readonly revision: number;
}
export const act = (route: { method: string; path: string }, on: On, body: object) =>
  ask(route, isActed, { ...on, ...body });

export const lookBack = (on: On, body: object) => ask(DESK_PATHS.lookBack, isLookBack, { ...on, ...body });

export const openForOthers = (reference: string, employeeId: string, customerKeys: readonly string[]) =>
  ask(DESK_PATHS.openForOthers, isOpened, { reference, employeeId, customerKeys });
