import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { PROJECT_ROOT } from "../../infra/build-pages.ts";
import { freePort } from "../../infra/local/free-port.ts";

/** The processes of a process group, and those below them that left it. */
const family = async (pid: number): Promise<number[]> => {
  const ps = spawn("ps", ["-e", "-o", "pid=,ppid="]);
  const chunks: Buffer[] = [];
  ps.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(ps, "close");
  const rows = Buffer.concat(chunks)
    .toString()
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const below = (parent: number): number[] =>
    rows.flatMap(([child = 0, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
  return [pid, ...below(pid)];
};

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const allEnded = async (pids: readonly number[]): Promise<boolean> => {
  for (let tries = 0; tries < 100 && pids.some(isAlive); tries += 1) await sleep(50);
  return !pids.some(isAlive);
};

const launch = (args: readonly string[], environment: Record<string, string>) => {
  const child = spawn(process.execPath, args, {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  child.stdout.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    output += chunk;
  });
  const says = async (words: string): Promise<string> => {
    while (!output.includes(words)) {
      if (child.exitCode !== null) throw new Error(`It ended: ${output}`);
      await sleep(50);
    }
    return output;
  };
  return { child, pid: child.pid ?? 0, says };
};

describe("npm start", () => {
  it("takes the next port where the wanted one is taken, says what to do, and leaves nothing behind after Ctrl-C", async () => {
    const taken = await freePort();
    const other = createServer();
    await once(other.listen(taken, "127.0.0.1"), "listening");
    const { child, pid, says } = launch(["infra/local/start.ts"], { PORT: String(taken) });
    const output = await says("Ctrl-C");
    other.close();
    const [, port = ""] = /the portal takes (\d+)/.exec(output) ?? [];
    expect(output).toContain(`Port ${taken} is taken`);
    expect(output).toContain("amelia.hart@example.com");
    expect(output).toMatch(/eleanor\.ashby +[0-9a-f]{4}(-[0-9a-f]{4}){2} {2}\d{6} {2}/);
    expect(output).toContain(`PORT=${port} npx regard`);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
    const file = join(PROJECT_ROOT, ".regard", `local-${port}.json`);
    expect(existsSync(file)).toBe(true);

    const processes = await family(pid);
    expect(processes.length).toBeGreaterThan(5);
    process.kill(-pid, "SIGINT");
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect(await allEnded(processes)).toBe(true);
    expect(existsSync(file)).toBe(false);
    await rm(file.replace(".json", ".log"));
  });

  it("takes everything along even where it is killed", async () => {
    const port = await freePort();
    const program = `
      import { startPortal } from "./infra/local/portal.ts";
      await startPortal({ port: ${port}, assemblyDir: process.env.ASSEMBLY, empty: true });
      console.log("ready");`;
    const { pid, says } = launch(["--input-type=module", "--eval", program], { ASSEMBLY: inject("assemblyDir") });
    await says("ready");
    const processes = await family(pid);
    expect(processes.length).toBeGreaterThan(5);
    process.kill(pid, "SIGKILL");
    expect(await allEnded(processes)).toBe(true);
    for (const left of [`local-${port}`, `local-${port}.json`, `local-${port}.log`])
      await rm(join(PROJECT_ROOT, ".regard", left), { recursive: true });
  });

  it("says what is wrong with a port that is none", async () => {
    const { child, says } = launch(["infra/local/start.ts"], { PORT: "http" });
    const ended = once(child, "exit");
    expect(await says("PORT must be a port number.")).not.toContain("    at ");
    expect((await ended)[0]).toBe(1);
  });
});
