import { fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type * as z from "zod/mini";
import { fromEnvironment, type toEnvironment } from "./function-messages.ts";
import type { ProcessLog } from "./process-log.ts";

/** A function of the template, ready to be started. */
export interface LocalFunction {
  readonly id: string;
  /** The bundle's file and the name of what it exports. */
  readonly file: string;
  readonly handler: string;
  readonly timeoutSeconds: number;
  readonly memoryLimitInMB: number;
  /** All that its processes find in `process.env`. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A function did not answer. The message is for the log, never for a customer. */
class FunctionFailure extends Error {
  override readonly name = "FunctionFailure";
}

/** One process of a function. Takes one event at a time. */
export interface FunctionEnvironment {
  readonly pid: number | undefined;
  /** False once the process is gone. */
  alive(): boolean;
  /** Fulfils when the process is gone, however it went. */
  readonly ended: Promise<void>;
  /** Fulfils when the function has loaded, rejects where it could not. */
  readonly ready: Promise<void>;
  /** Rejects with `FunctionFailure` where the function throws, ends, or takes longer than its timeout. */
  invoke(message: z.infer<typeof toEnvironment>): Promise<unknown>;
  stop(): Promise<void>;
}

const BOOTSTRAP = join(import.meta.dirname, "function-process.ts");

export const startEnvironment = (fn: LocalFunction, log: ProcessLog): FunctionEnvironment => {
  const child = fork(BOOTSTRAP, [fn.file, fn.handler], {
    env: fn.environment,
    execArgv: [],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  if (child.stdout !== null) log.follow(fn.id, child.stdout);
  if (child.stderr !== null) log.follow(fn.id, child.stderr, "error");
  const ended = once(child, "exit").then(() => {});
  child.on("error", ({ message }) => log.line(fn.id, message, "error"));

  /** The next message of the process; rejects where it ends first. */
  const next = (): Promise<z.infer<typeof fromEnvironment>> =>
    new Promise((fulfil, reject) => {
      const settle = () => {
        child.off("message", onMessage);
        child.off("exit", onExit);
      };
      const onMessage = (message: unknown) => {
        settle();
        fulfil(fromEnvironment.parse(message));
      };
      const onExit = () => {
        settle();
        reject(new FunctionFailure("The process ended before it answered."));
      };
      child.once("message", onMessage);
      child.once("exit", onExit);
    });

  const ready = next().then(() => {});
  ready.catch(() => {}); // whoever invokes it hears of it

  return {
    pid: child.pid,
    alive: () => child.exitCode === null && child.signalCode === null,
    ended,
    ready,
    invoke: async (message) => {
      await ready;
      const timer = setTimeout(() => {
        log.line(fn.id, `Task timed out after ${fn.timeoutSeconds} seconds`, "error");
        child.kill("SIGKILL");
      }, fn.timeoutSeconds * 1000);
      try {
        const answer = next();
        child.send(message);
        const outcome = await answer;
        if ("failure" in outcome) throw new FunctionFailure(outcome.failure);
        return "result" in outcome ? outcome.result : undefined;
      } finally {
        clearTimeout(timer);
      }
    },
    stop: () => {
      child.kill("SIGKILL");
      return ended;
    },
  };
};
