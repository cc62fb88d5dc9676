import { type ParseArgsConfig, parseArgs } from "node:util";
import type * as z from "zod/mini";
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

/** Whether an error says that nobody reads what is written any more. */
export const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "EPIPE";

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

/**
 * What a command that takes options alone was given, as `schema` reads it.
 * @throws {Refusal} COMMAND_INVALID naming the first option that is missing or not valid.
 */
export const readOptions = <S extends z.ZodMiniType>(
  words: readonly string[],
  options: Options,
  schema: S,
): z.output<S> => {
  const { values, positionals } = readWords(words, options);
  const read = schema.safeParse(values);
  if (read.success && positionals.length === 0) return read.data;
  const field = read.error?.issues[0]?.path.join(".");
  throw new Refusal("COMMAND_INVALID", { detail: field ? `Give a valid --${field}.` : "Give options only." });
};

/** The one word that a command is about, such as the file to read. */
export const onlyWord = (words: readonly string[], meaning: string): string => {
  const [word, ...more] = words;
  if (word !== undefined && more.length === 0) return word;
  throw new Refusal("COMMAND_INVALID", { detail: `Give one ${meaning}.` });
};
