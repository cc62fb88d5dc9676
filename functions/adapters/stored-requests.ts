import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import * as z from "zod/mini";
import { requestState } from "../contract/customer-api.ts";
import { reference, utcInstant } from "../contract/text.ts";
import { REQUEST_HELD_MS } from "../domain/holds.ts";
import { REQUEST_LIFE_MS, REQUEST_PRIOR, type RequestState } from "../domain/request.ts";
import type { Change, StoredRequest } from "../use-cases/identity-ports.ts";
import { ABSENT, type Condition, type PortalTable, priorState, put, ttl } from "./portal-items.ts";
import { putHold } from "./stored-holds.ts";
import { askedForKey, referenceItemKey, requestItemKey } from "./table-keys.ts";

type ChangeOf<Kind extends Change["kind"]> = Extract<Change, { kind: Kind }>;

export const requestItem = z.object({
  state: requestState,
  customerKey: z.string(),
  reference,
  receivedAt: utcInstant,
  answeredAt: z.optional(utcInstant),
  from: utcInstant,
  to: utcInstant,
});

/** Which request a sign-in opened. */
export const askedForItem = z.object({ customerKey: z.string(), receivedAt: utcInstant, reference });

export const storedRequest = ({ from, to, ...rest }: z.infer<typeof requestItem>): StoredRequest => ({
  ...rest,
  period: { from, to },
});

const keptUntil = (request: StoredRequest) => ttl(Date.parse(request.receivedAt) + REQUEST_LIFE_MS);

const putRequest = (table: PortalTable, request: StoredRequest, ...conditions: Condition[]): TransactWriteItem => {
  const { period, ...rest } = request;
  const key = requestItemKey(request.customerKey, request.receivedAt, request.reference);
  return put(table, key, { ...rest, ...period, ...keptUntil(request) }, ...conditions);
};

const follows = (state: RequestState): Condition =>
  REQUEST_PRIOR[state].length === 0 ? ABSENT : priorState(REQUEST_PRIOR[state]);

export const openRequest = (
  table: PortalTable,
  { request, asked, askedUntil }: ChangeOf<"open-request">,
): TransactWriteItem[] => {
  const { customerKey, receivedAt, reference } = request;
  const pointer = { customerKey, receivedAt, reference };
  return [
    putRequest(table, request, follows("received")),
    put(table, referenceItemKey(reference), { ...pointer, ...keptUntil(request) }, ABSENT),
    putHold(table, reference, { customerKey, since: receivedAt }, Date.parse(receivedAt) + REQUEST_HELD_MS),
    put(
      table,
      askedForKey(asked.sessionKey, asked.account, asked.dates),
      { ...pointer, ...ttl(Date.parse(askedUntil)) },
      ABSENT,
    ),
  ];
};

export const answerRequest = (
  table: PortalTable,
  { request, answeredAt }: ChangeOf<"answer-request">,
): TransactWriteItem[] => {
  const { customerKey, receivedAt: since, reference } = request;
  return [
    putRequest(table, { ...request, state: "answered", answeredAt }, follows("answered")),
    putHold(table, reference, { customerKey, since }, Date.parse(answeredAt)),
  ];
};
