import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import type { ProcessLog } from "./process-log.ts";

export interface Mail {
  /** SES for the SDK; its root shows the messages in a browser, `/store` as JSON. */
  readonly endpoint: string;
  stop(): Promise<void>;
}

/** Starts a mail service that sends nothing anywhere. It lives in a process of its own: its messages are global to it. */
export const startMail = async (log: ProcessLog): Promise<Mail> => {
  const port = await freePort();
  const child = fork(join(import.meta.dirname, "mail-process.ts"), [String(port)], {
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (child.stdout !== null) log.follow("mail", child.stdout);
  if (child.stderr !== null) log.follow("mail", child.stderr, "error");
  const ended = once(child, "exit");
  await Promise.race([
    once(child, "message"),
    ended.then(() => Promise.reject(new Error("The local mail service could not be started."))),
  ]);
  return {
    endpoint: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
};
