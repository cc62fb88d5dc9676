import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import * as z from "zod/mini";
import type { Assembly } from "./assembly.ts";
import { resourceOf } from "./references.ts";

const queue = z.object({
  RedrivePolicy: z.optional(z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: z.int() })),
});
const mapping = z.object({
  FunctionName: z.string(),
  EventSourceArn: z.string(),
  BatchSize: z._default(z.int(), 10),
  FunctionResponseTypes: z._default(z.array(z.literal("ReportBatchItemFailures")), []),
});
const report = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) });

const POLL_MS = 100;
/** Minutes on AWS. */
const VISIBLE_AGAIN_MS = 500;

interface Message {
  readonly messageId: string;
  readonly body: string;
  /** How often a function was handed it. */
  received: number;
  /** Not before this instant, in ms since 1970. */
  visibleAt: number;
}

export interface Queues {
  /** @param id The queue's logical id. */
  send(id: string, body: string): void;
  /** The bodies of all messages of a queue, also of those that a function works on. */
  messagesOf(id: string): readonly string[];
  /** Moves everything among some dead letters back to where it came from. */
  redrive(deadLettersId: string): void;
  stop(): Promise<void>;
}

/**
 * The template's queues, in memory, and the functions that take from them.
 *
 * @param died Told where a message went that was tried often enough.
 */
export const startQueues = (
  assembly: Assembly,
  invoke: (functionId: string, event: unknown) => Promise<unknown>,
  died: (deadLettersId: string) => void,
): Queues => {
  const queues = new Map(
    assembly
      .resources("AWS::SQS::Queue", queue)
      .map(({ id, properties: { RedrivePolicy } }) => [id, { redrive: RedrivePolicy, messages: new Set<Message>() }]),
  );
  const queueOf = (id: string) => {
    const found = queues.get(id);
    if (found === undefined) throw new Error(`The template has no queue ${id}.`);
    return found;
  };
  const send = (id: string, body: string): void => {
    queueOf(id).messages.add({ messageId: randomUUID(), body, received: 0, visibleAt: 0 });
  };

  const stopping = new AbortController();
  const deliver = async ({
    FunctionName,
    BatchSize,
    FunctionResponseTypes,
    EventSourceArn,
  }: z.infer<typeof mapping>) => {
    const { messages, redrive } = queueOf(resourceOf(EventSourceArn));
    const isVisible = ({ visibleAt }: Message) => visibleAt <= Date.now();
    const batch = [...messages].filter(isVisible).slice(0, BatchSize);
    if (batch.length === 0) return;
    for (const message of batch) message.received += 1;
    const failed = await invoke(resourceOf(FunctionName), {
      Records: batch.map(({ messageId, body }) => ({ messageId, body, eventSource: "aws:sqs" })),
    }).then(
      (answer) => {
        const { data } = report.safeParse(answer);
        const ids = (data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
        return FunctionResponseTypes.length > 0 ? batch.filter(({ messageId }) => ids.includes(messageId)) : [];
      },
      () => batch, // the function's own log has said why
    );
    for (const message of batch) {
      const again = failed.includes(message);
      const isDead = redrive !== undefined && message.received >= redrive.maxReceiveCount;
      if (again && !isDead) message.visibleAt = Date.now() + VISIBLE_AGAIN_MS;
      else messages.delete(message);
      if (!again || !isDead) continue;
      const deadLettersId = resourceOf(redrive.deadLetterTargetArn);
      send(deadLettersId, message.body);
      died(deadLettersId);
    }
  };
  const follow = async (properties: z.infer<typeof mapping>): Promise<void> => {
    while (!stopping.signal.aborted) {
      await deliver(properties);
      await sleep(POLL_MS);
    }
  };
  const following = assembly
    .resources("AWS::Lambda::EventSourceMapping", mapping)
    .filter(({ properties }) => queues.has(resourceOf(properties.EventSourceArn)))
    .map(({ properties }) => follow(properties));

  return {
    send,
    messagesOf: (id) => [...queueOf(id).messages].map(({ body }) => body),
    redrive: (deadLettersId) => {
      const { messages } = queueOf(deadLettersId);
      const [source] = [...queues].find(
        ([, { redrive }]) => redrive !== undefined && resourceOf(redrive.deadLetterTargetArn) === deadLettersId,
      ) ?? [deadLettersId];
      for (const message of [...messages]) {
        messages.delete(message);
        send(source, message.body);
      }
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(following);
    },
  };
};
