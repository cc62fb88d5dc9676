import { Refusal } from "../domain/errors.ts";
import { type Command, isClosedPipe } from "./command.ts";

/** Loaded when they are asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  import: async () => (await import("./import.ts")).importCommand,
  record: async () => (await import("./record.ts")).recordCommand,
  due: async () => (await import("./due.ts")).dueCommand,
  signals: async () => (await import("./signals.ts")).signalsCommand,
  numbers: async () => (await import("./numbers.ts")).numbersCommand,
  "facts import": async () => (await import("./facts-import.ts")).factsImportCommand,
  "customers import": async () => (await import("./customers-import.ts")).customersImportCommand,
  "quarantine list": async () => (await import("./quarantine.ts")).quarantineListCommand,
  "quarantine show": async () => (await import("./quarantine.ts")).quarantineShowCommand,
  "quarantine replay": async () => (await import("./quarantine-replay.ts")).quarantineReplayCommand,
  sources: async () => (await import("./sources.ts")).sourcesCommand,
  cost: async () => (await import("./cost.ts")).costCommand,
  init: async () => (await import("./init.ts")).initCommand,
  doctor: async () => (await import("./doctor.ts")).doctorCommand,
  erase: async () => (await import("./erase.ts")).eraseCommand,
  openapi: async () => (await import("./openapi.ts")).openApiCommand,
};

const overview = async (): Promise<string> => {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(18)} ${(await load()).summary}`),
  );
  return `Usage: regard COMMAND [options]

${lines.join("\n")}

regard COMMAND --help explains a command, with examples. Commands talk to the portal that runs on this
computer (npm start; PORT, 4000) or, with --stage NAME, to the one on AWS. Results go to standard output,
everything else to standard error.
`;
};

const find = (words: readonly string[]) => {
  const found = Object.entries(COMMANDS).find(([name]) => name.split(" ").every((word, n) => words[n] === word));
  return found && { name: found[0], load: found[1], rest: words.slice(found[0].split(" ").length) };
};

const dispatch = async (words: readonly string[]): Promise<number> => {
  const wantsHelp = words.includes("--help") || words.includes("-h");
  const command = find(words);
  if (!command) {
    const asked = words.length === 0 || wantsHelp || words[0] === "help";
    if (!asked) throw new Refusal("COMMAND_INVALID", { detail: "There is no such command." });
    process.stdout.write(await overview());
    return 0;
  }
  const { help, run } = await command.load();
  if (!wantsHelp) return run(command.rest);
  process.stdout.write(help);
  return 0;
};

// Whoever read the output (head, less) has seen enough; what a command does beside writing, it still does.
process.stdout.on("error", (error) => {
  if (!isClosedPipe(error)) throw error;
});

/** Exit codes: 0 all is well, 1 something was refused or failed, 2 the command line itself is wrong. */
export const main = async (words: readonly string[]): Promise<number> => {
  try {
    return await dispatch(words);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const isUsage = error.code === "COMMAND_INVALID";
    const name = find(words)?.name;
    const hint = isUsage ? `\nSee: npx regard ${name ? `${name} ` : ""}--help` : "";
    process.stderr.write(`${error.code}: ${error.detail}${hint}\n`);
    return isUsage ? 2 : 1;
  }
};
