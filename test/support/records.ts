import { createKeyring } from "../../functions/adapters/keyring.ts";
import { type AccessEventInput, accessEvent } from "../../functions/contract/access-event.ts";
import type { RegardConfigInput } from "../../functions/contract/config.ts";
import type { RecordDocument } from "../../functions/contract/record.ts";
import type { Ruling } from "../../functions/contract/ruling.ts";
import type { CaseReference } from "../../functions/domain/access.ts";
import { appendAccesses } from "../../functions/use-cases/append-accesses.ts";
import { type RecordQuestion, readRecord } from "../../functions/use-cases/read-record.ts";
import { arrival, eventInput, NOW } from "./arrivals.ts";
import { company } from "./company.ts";
import { memoryAccessLog } from "./fakes/memory-access-log.ts";
import { memoryApart } from "./fakes/memory-apart.ts";
import { memoryErasures } from "./fakes/memory-erasures.ts";
import { memoryFacts } from "./fakes/memory-facts.ts";
import { memorySources } from "./fakes/memory-sources.ts";

export { NOW };
export type Question = RecordQuestion;

const fail = (cause: unknown): never => {
  throw cause;
};

/** A company with an empty log whose records can be read; every look is at `customer-1` where nothing else is said. */
export const keptCompany = (config: Partial<RegardConfigInput> = {}) => {
  const accessLog = memoryAccessLog(() => Date.parse(NOW));
  const facts = memoryFacts();
  const sources = memorySources();
  const questions: (readonly CaseReference[])[] = [];
  const rulings: Ruling[] = [];
  const clock = () => Date.parse(NOW);
  const parts = {
    accessLog,
    sources,
    apart: memoryApart(clock),
    facts: {
      ...facts,
      cases: (references: readonly CaseReference[]) => {
        questions.push(references);
        return facts.cases(references);
      },
    },
    rulings: { of: async () => rulings },
    erasures: memoryErasures(),
    keyring: createKeyring("a secret of at least thirty-two characters"),
    config: company(config),
  };

  const append = async (
    kept: { readonly receivedAt?: string; readonly customerKeys?: readonly string[] },
    events: readonly Partial<AccessEventInput>[],
  ): Promise<void> => {
    await accessLog.append(events.map((event) => arrival(event, kept)));
  };
  const open = (question: Partial<RecordQuestion> = {}) =>
    readRecord(parts, {
      customerKey: "customer-1",
      reference: "RG-7K2M-9QXD",
      period: {},
      language: "en",
      generatedAt: NOW,
      ...question,
    });

  return {
    parts,
    facts,
    sources,
    /** What was decided for every customer who asks. */
    rulings,
    customerKey: parts.keyring.customerKey,
    /** Takes an event in as a company sends it, customer ids and all. */
    take: (event: Partial<AccessEventInput>) =>
      appendAccesses({ ...parts, facts, clock, missed: fail }, { events: [accessEvent.parse(eventInput(event))] }),
    /** The cases that were asked about, question by question. */
    questions,
    open,
    read: async (question: Partial<RecordQuestion> = {}): Promise<RecordDocument> => {
      const { header, accesses } = await open(question);
      return { ...header, accesses: (await Array.fromAsync(accesses)).flat() };
    },
    log: (...events: readonly Partial<AccessEventInput>[]) => append({}, events),
    logAt: (receivedAt: string, ...events: readonly Partial<AccessEventInput>[]) => append({ receivedAt }, events),
    logFor: (customerKeys: readonly string[], ...events: readonly Partial<AccessEventInput>[]) =>
      append({ customerKeys }, events),
  };
};
