import { type ParseArgsConfig, parseArgs } from "node:util";
import { Refusal } from "../domain/errors.ts";

/** One command of `regard`. Results go to standard output, everything else to standard error. */
export interface Command {
  /** For the overview of all commands, in one line. */
  readonly summary: string;
  /** The whole help, with examples. */
  readonly help: string;
  /** Runs the command with the words after its name and answers with the exit code. */
  readonly run: (words: readonly string[]) => Promise<number>;
}

type Options = NonNullable<ParseArgsConfig["options"]>;

/**
 * The options and other words of a command line.
 * @throws {Refusal} COMMAND_INVALID for an option that the command does not know, or that lacks its value.
 */
export const readWords = <const O extends Options>(words: readonly string[], options: O) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Refusal("COMMAND_INVALID", { ...(error instanceof Error && { detail: error.message }), cause: error });
  }
};

/** The one word that a command is about, such as the file to read. */
export const onlyWord = (words: readonly string[], meaning: string): string => {
  const [word, ...more] = words;
  if (word !== undefined && more.length === 0) return word;
  throw new Refusal("COMMAND_INVALID", { detail: `Give one ${meaning}.` });
};
