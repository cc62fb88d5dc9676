import { randomUUID } from "node:crypto";
import { join } from "node:path";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import { type FunctionEnvironment, type LocalFunction, startEnvironment } from "./function-environment.ts";
import type { ProcessLog } from "./process-log.ts";

const lambda = z.object({
  Code: z.object({ S3Key: z.string() }),
  Handler: z.string(),
  Timeout: z.int(),
  MemorySize: z.int(),
  Environment: z._default(z.object({ Variables: z.record(z.string(), z.string()) }), { Variables: {} }),
});

/** Processes of one function at the same time; further events wait. */
const MOST_AT_ONCE = 4;

/** The functions of the template. */
export interface Functions {
  readonly ids: readonly string[];
  /** Starts a process for each and waits until it has loaded, so that nobody's first click has to. */
  warm(): Promise<void>;
  /**
   * Runs one event through a function, in a process that is idle or a new one. A process that ended is replaced by the
   * next event, as on Lambda.
   * @throws where the function throws, ends, or takes longer than its timeout.
   */
  invoke(id: string, event: unknown): Promise<unknown>;
  /** The processes of a function at this moment. */
  processIds(id: string): number[];
  stop(): Promise<void>;
}

export const functionsOf = (
  assembly: Assembly,
  surroundingsOf: (functionId: string) => Readonly<Record<string, string>>,
  log: ProcessLog,
): Functions => {
  const pools = new Map(
    assembly.resources("AWS::Lambda::Function", lambda).map(({ id, properties }) => {
      const [module = "", handler = ""] = properties.Handler.split(".");
      const fn: LocalFunction = {
        id,
        handler,
        file: join(assembly.assetOf(properties.Code.S3Key), `${module}.mjs`),
        timeoutSeconds: properties.Timeout,
        memoryLimitInMB: properties.MemorySize,
        environment: {
          ...surroundingsOf(id),
          AWS_LAMBDA_FUNCTION_NAME: id,
          AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(properties.MemorySize),
          ...properties.Environment.Variables,
        },
      };
      return [id, poolOf(fn, log)];
    }),
  );
  const poolNamed = (id: string) => {
    const pool = pools.get(id);
    if (pool === undefined) throw new Error(`The template has no function ${id}.`);
    return pool;
  };
  return {
    ids: [...pools.keys()],
    warm: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.warm()));
    },
    invoke: (id, event) => poolNamed(id).invoke(event),
    processIds: (id) => poolNamed(id).processIds(),
    stop: async () => {
      await Promise.all([...pools.values()].map((pool) => pool.stop()));
    },
  };
};

const poolOf = (fn: LocalFunction, log: ProcessLog) => {
  const all = new Set<FunctionEnvironment>();
  const idle: FunctionEnvironment[] = [];
  const waiting: (() => void)[] = [];

  const start = (): FunctionEnvironment => {
    const environment = startEnvironment(fn, log);
    all.add(environment);
    environment.ended.then(() => {
      all.delete(environment);
      waiting.shift()?.();
    });
    return environment;
  };
  const take = async (): Promise<FunctionEnvironment> => {
    const free = idle.pop();
    if (free !== undefined) return free.alive() ? free : take();
    if (all.size < MOST_AT_ONCE) return start();
    await new Promise<void>((wake) => waiting.push(wake));
    return take();
  };
  const giveBack = (environment: FunctionEnvironment): void => {
    if (environment.alive()) idle.push(environment);
    waiting.shift()?.();
  };

  return {
    warm: async () => {
      const environment = start();
      await environment.ready;
      giveBack(environment);
    },
    invoke: async (event: unknown): Promise<unknown> => {
      const environment = await take();
      try {
        return await environment.invoke({
          event,
          requestId: randomUUID(),
          deadline: Date.now() + fn.timeoutSeconds * 1000,
          functionName: fn.id,
          memoryLimitInMB: fn.memoryLimitInMB,
        });
      } finally {
        giveBack(environment);
      }
    },
    processIds: () => [...all].flatMap(({ pid }) => pid ?? []),
    stop: async () => {
      await Promise.all([...all].map((environment) => environment.stop()));
    },
  };
};
