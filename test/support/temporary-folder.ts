import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** With the run's process in it. */
const OURS = /^regard-tests-(\d+)$/;

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/**
 * One temporary folder for a whole run: whatever tests, and what they start, put into the system's goes into it, and with
 * the run's end it goes too. What a run that was killed has left goes with the next.
 */
export const setup = (): (() => void) => {
  if (!OURS.test(basename(tmpdir()))) {
    for (const name of readdirSync(tmpdir())) {
      const [, pid] = OURS.exec(name) ?? [];
      if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
    }
    const folder = join(tmpdir(), `regard-tests-${process.pid}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    process.env["TMPDIR"] = folder;
  }
  const folder = tmpdir();
  // A test that ran out of time may still be writing.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
};
