import type { RegardConfig } from "../../contract/config.ts";
import type { QueueRow } from "../../contract/desk-matters.ts";
import type { Matter } from "../../contract/matter.ts";
import { URGENCIES } from "../../domain/matter-vocabulary.ts";
import type { MatterStore } from "../matter-ports.ts";
import type { Clock } from "../ports.ts";
import { standingOf } from "./describe-clock.ts";

const rowOf = (config: RegardConfig, matter: Matter, now: number): QueueRow => {
  const { reference, state, kinds, openedAt, handler } = matter;
  return { reference, state, kinds, openedAt, ...(handler && { handler }), ...standingOf(config, matter, now) };
};

const rank = ({ urgency }: QueueRow): number => URGENCIES.indexOf(urgency);
/** What has no date comes after what has one. */
const date = ({ notifyBy, dueOn }: QueueRow): string =>
  [notifyBy?.slice(0, 10), dueOn].filter((one) => one !== undefined).sort()[0] ?? "9999";

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/**
 * Every open matter: overdue first, then what is due soon, then by due date. A row says what a matter is and how far it
 * is, and nothing of whose it is: reading the queue is no look at anybody.
 */
export const readQueue = async ({
  matters,
  config,
  clock,
}: {
  readonly matters: Pick<MatterStore, "openMatters">;
  readonly config: RegardConfig;
  readonly clock: Clock;
}): Promise<readonly QueueRow[]> => {
  const now = clock();
  return (await matters.openMatters())
    .map((matter) => rowOf(config, matter, now))
    .sort((a, b) => rank(a) - rank(b) || compare(date(a), date(b)) || compare(a.openedAt, b.openedAt));
};
