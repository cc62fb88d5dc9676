import { Cron } from "croner";
import * as z from "zod/mini";
import { LOCAL_REGION } from "../../functions/contract/local-portal.ts";
import type { Assembly } from "./assembly.ts";
import { LOCAL_ACCOUNT, resourceOf } from "./references.ts";

const rule = z.object({
  /** Rules without one wait for events (event-bus.ts). */
  ScheduleExpression: z.optional(z.string()),
  State: z._default(z.enum(["ENABLED", "DISABLED"]), "ENABLED"),
  Targets: z.array(z.object({ Arn: z.string() })),
});

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };
const RATE = /^rate\((\d+) (minute|hour|day)s?\)$/;
const CRON = /^cron\((\S+ \S+ \S+ \S+ \S+) (\S+)\)$/;

export interface Schedules {
  /** Does at once what every schedule would do next. */
  runNow(): Promise<void>;
  stop(): Promise<void>;
}

/** Runs the template's scheduled rules. A failure is in the function's log; the next time comes anyway. */
export const startSchedules = (
  assembly: Assembly,
  invoke: (functionId: string, event: unknown) => Promise<unknown>,
): Schedules => {
  const rules = assembly
    .resources("AWS::Events::Rule", rule)
    .flatMap(({ id, properties: { ScheduleExpression, State, Targets } }) =>
      ScheduleExpression !== undefined && State === "ENABLED" ? [{ id, ScheduleExpression, Targets }] : [],
    );
  const run = async ({ id, Targets }: (typeof rules)[number]): Promise<void> => {
    const event = {
      version: "0",
      "detail-type": "Scheduled Event",
      source: "aws.events",
      account: LOCAL_ACCOUNT,
      time: new Date().toISOString(),
      region: LOCAL_REGION,
      resources: [id],
      detail: {},
    };
    await Promise.allSettled(Targets.map(({ Arn }) => invoke(resourceOf(Arn), event)));
  };
  const ends = rules.map((one) => every(one.ScheduleExpression, () => void run(one)));
  return {
    runNow: async () => {
      await Promise.all(rules.map(run));
    },
    stop: async () => {
      for (const end of ends) end();
    },
  };
};

/** Calls `act` as an EventBridge expression says (UTC); answers how to end it. */
const every = (expression: string, act: () => void): (() => void) => {
  const [, count, unit] = RATE.exec(expression) ?? [];
  if (unit !== undefined) {
    const timer = setInterval(act, Number(count) * (UNIT_MS[unit] ?? 0));
    return () => clearInterval(timer);
  }
  const [, fields, year] = CRON.exec(expression) ?? [];
  if (fields === undefined) throw new Error("The template has a schedule that is neither rate(…) nor cron(…).");
  const job = new Cron(`0 ${fields} ${year}`, { timezone: "UTC" }, act);
  return () => job.stop();
};
