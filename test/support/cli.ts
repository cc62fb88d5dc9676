import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll } from "vitest";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { type LocalPortal, localPortalFile } from "../../functions/contract/local-portal.ts";
import { startSecrets } from "../../infra/local/secret.ts";
import { useEngine } from "./engine.ts";

const ENTRY = resolve(import.meta.dirname, "../../functions/cli/regard.ts");
const SECRET = "a secret for tests only, as long as it has to be";
const PORT = 4_000;

/** What a command line left behind. `code` is null where it was killed. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * The command line in a process of its own, and as much of a portal as it looks for: a real engine, a secret, and the
 * file by which it finds them. For the test file that awaits it at its top; all is gone behind the last test.
 */
export const useCli = async () => {
  const engine = await useEngine();
  const secrets = await startSecrets("regard-secret", SECRET);
  const directory = await mkdtemp(join(tmpdir(), "regard-"));
  const portal: LocalPortal = {
    pid: process.pid,
    port: PORT,
    endpoints: {
      dynamodb: engine.endpoint,
      secretsManager: secrets.endpoint,
      ...{ ses: "http://127.0.0.1:1", intake: "http://127.0.0.1:1", eventBridge: "http://127.0.0.1:1" },
    },
    environment: {
      ACCESS_LOG_TABLE: engine.accessLogTable,
      PORTAL_TABLE: engine.portalTable,
      SECRET_ID: "regard-secret",
      PORTAL_ORIGIN: `http://127.0.0.1:${PORT}`,
    },
  };
  await writeFile(join(directory, localPortalFile(PORT)), JSON.stringify(portal));

  // A reader that has left hears nothing.
  const nothingMore = () => "";

  /** `flags` are Node's own; `started` gets what ends the process, or its reader, early. */
  const run = async (
    words: readonly string[],
    options: {
      flags?: readonly string[];
      port?: number;
      env?: Record<string, string>;
      started?: (kill: () => void, stopReading: () => void) => void;
    } = {},
  ): Promise<Ran> => {
    const child = spawn(process.execPath, [...(options.flags ?? []), ENTRY, ...words], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { REGARD_LOCAL_DIR: directory, PORT: String(options.port ?? PORT), ...options.env },
    });
    options.started?.(
      () => child.kill("SIGKILL"),
      () => child.stdout.destroy(),
    );
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
    const [code, stdout, stderr] = await Promise.all([
      ended,
      text(child.stdout).catch(nothingMore),
      text(child.stderr),
    ]);
    return { code, stdout, stderr };
  };

  afterAll(async () => {
    await secrets.stop();
    await rm(directory, { recursive: true });
  });
  /** @returns Where it lies. */
  const file = (name: string, content: string | Buffer): string => {
    writeFileSync(join(directory, name), content);
    return join(directory, name);
  };
  return { engine, directory, keyring: createKeyring(SECRET), run, file };
};
