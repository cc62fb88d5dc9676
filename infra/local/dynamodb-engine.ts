import { spawn } from "node:child_process";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { createRequire } from "node:module";
import { connect } from "node:net";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.ts";

/** A DynamoDB engine that answers at `endpoint`. */
export interface DynamoDbEngine {
  readonly endpoint: string;
  /** Ends the engine if it was started here; an engine from elsewhere is left alone. */
  stop(): Promise<void>;
}

// The pipe on standard input closes with this process, however it ends, and takes the engine along.
const WITH_THE_PARENT = `exec 3<&0; "$0" "$@" & engine=$!; (cat <&3 >/dev/null; kill "$engine") & wait "$engine"`;

const binary = (): string => {
  const name = `@dynoxide/${process.platform}-${process.arch}`;
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`);
  } catch {
    throw new Error(
      `The local database has no binary for this kind of machine (npm package ${name}). Set REGARD_DYNAMODB_ENDPOINT ` +
        "to the address of any other DynamoDB engine, for example Amazon's DynamoDB Local: http://127.0.0.1:8000",
    );
  }
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => socket.end(() => resolve(true)));
    socket.once("error", () => resolve(false));
  });

/** Where Linux keeps files in memory; containers may have little room there. */
const MEMORY = "/dev/shm";
const ENOUGH_BYTES = 256 * 2 ** 20;

/** A directory in memory, where this computer has room for one and lets us in. */
const roomInMemory = async (): Promise<string | undefined> => {
  const { bavail, bsize } = await statfs(MEMORY).catch(() => ({ bavail: 0, bsize: 0 }));
  if (bavail * bsize < ENOUGH_BYTES) return undefined;
  return mkdtemp(join(MEMORY, "regard-")).catch(() => undefined);
};

/**
 * The engine looks through all records of all streams at every write and at every read of one (1.2.1), so that some
 * thousand writes make both slow; an index in its file spares it that. As on AWS, a record ends after a day.
 */
const easeStreams = (file: string): void => {
  const database = new DatabaseSync(file);
  database.exec(`
    CREATE INDEX IF NOT EXISTS in_their_order ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
    DELETE FROM _stream_records WHERE created_at < unixepoch() - 24 * 60 * 60`);
  database.close();
};

/**
 * Starts the DynamoDB engine that comes with the project on a free port, or takes the one that
 * `REGARD_DYNAMODB_ENDPOINT` names.
 *
 * @param options `file`: keeps the data in this file between runs; without it everything is in memory.
 */
export const startDynamoDbEngine = async (options: { readonly file?: string } = {}): Promise<DynamoDbEngine> => {
  const elsewhere = process.env["REGARD_DYNAMODB_ENDPOINT"];
  if (elsewhere) {
    await fetch(elsewhere).catch(() => {
      throw new Error(`No database answers at REGARD_DYNAMODB_ENDPOINT, ${elsewhere}.`);
    });
    return { endpoint: elsewhere, stop: async () => {} };
  }

  const port = await freePort();
  const room = options.file === undefined ? await roomInMemory() : undefined;
  const file = room === undefined ? options.file : join(room, "database");
  const kept = file === undefined ? [] : ["--db-path", file];
  // A process group of its own: Ctrl-C reaches this process only, which then stops the engine last.
  const shell = spawn("/bin/sh", ["-c", WITH_THE_PARENT, binary(), "--port", String(port), ...kept], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => shell.once("close", () => resolve()));

  try {
    while (!(await answers(port))) {
      if (shell.exitCode !== null) throw new Error("The local database could not be started.");
      await sleep(10);
    }
    if (file !== undefined) easeStreams(file);
  } finally {
    // An open file lives on without its name: however the engine ends, nothing of it is left.
    if (room !== undefined) await rm(room, { recursive: true });
  }
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: () => {
      shell.stdin.end();
      return ended;
    },
  };
};
