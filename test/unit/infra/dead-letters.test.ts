import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import * as z from "zod/mini";
import { outboxItemKey } from "../../../functions/adapters/table-keys.ts";
import { ERASED_WITHIN_MS } from "../../../functions/domain/erasure.ts";
import { queuedMail } from "../../../functions/use-cases/commit.ts";
import { NOW } from "../../support/arrivals.ts";
import { templateOf } from "../../support/stack.ts";

const production = templateOf();

it("end within the time that an erasure promises, also those that were sent through once more", () => {
  const kept = z.object({ MessageRetentionPeriod: z.number() });
  const seconds = production
    .ofType("AWS::SQS::Queue")
    .map(([, queue]) => kept.parse(queue.Properties).MessageRetentionPeriod);
  expect(seconds).toHaveLength(3);
  expect(seconds.reduce((sum, one) => sum + one) * 1_000).toBeLessThan(ERASED_WITHIN_MS);
});

it("are positions and keys alone where they come from the stream: when a mail was queued, and a random word", () => {
  const [, table] = production.ofType("AWS::DynamoDB::Table").find(([id]) => id === "PortalTable") ?? [];
  expect(table?.Properties["StreamSpecification"]).toEqual({ StreamViewType: "KEYS_ONLY" });
  const mail = { address: "ana@example.com", language: "en", content: { kind: "paused" } } as const;
  const change = queuedMail(randomBytes, mail, Date.parse(NOW), 0);
  const { pk, sk } = outboxItemKey(change.kind === "queue-mail" ? change.mail.mailKey : "");
  expect([pk, sk]).toEqual(["outbox", expect.stringMatching(/^2026-06-15T12:00:00\.000Z#[\w-]{22}$/)]);
});
