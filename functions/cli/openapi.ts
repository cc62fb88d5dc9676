import { readFileSync } from "node:fs";
import * as z from "zod/mini";
import { openApiDocument } from "../contract/openapi.ts";
import { Refusal } from "../domain/errors.ts";
import { type Command, readWords } from "./command.ts";

const help = `Usage: regard openapi

Writes the portal's contract as an OpenAPI 3.1 document (JSON) to standard output: every route, the access
event as a company sends it, the record as a customer gets it, and the problems that refusals are. It is made
from the schemas that the portal itself parses with. Needs no running portal.

Example:
  npx regard openapi > regard.openapi.json
`;

const manifest = z.object({ version: z.string() });

/** `regard openapi`: the contract for whoever reads or generates code from it. */
export const openApiCommand: Command = {
  summary: "writes the contract as an OpenAPI document",
  help,
  run: async (words) => {
    if (readWords(words, {}).positionals.length > 0) {
      throw new Refusal("COMMAND_INVALID", { detail: "This command takes no other words." });
    }
    const { version } = manifest.parse(
      JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")),
    );
    process.stdout.write(`${JSON.stringify(openApiDocument(version), null, 2)}\n`);
    return 0;
  },
};
