import type { Access } from "../../../functions/domain/access.ts";
import { contentDigest } from "../../../functions/domain/event-content.ts";
import type { AccessLog, AppendOutcome, Arrival, Clock } from "../../../functions/use-cases/ports.ts";

interface Kept {
  readonly digest: string;
  readonly accesses: readonly Access[];
  readonly eraseAt: string;
  readonly day: string | undefined;
}

const byteOrder = (one: string, other: string): number => Buffer.compare(Buffer.from(one), Buffer.from(other));

const inOrder = (one: Access, other: Access): number =>
  byteOrder(one.occurredAt, other.occurredAt) ||
  byteOrder(one.source, other.source) ||
  byteOrder(one.eventId, other.eventId);

/** The access log in memory: passes the same contract tests as the one on DynamoDB. */
export const memoryAccessLog = (clock: Clock, rowsPerPage = 100): AccessLog => {
  const kept = new Map<string, Kept>();
  const held = ({ eraseAt }: { eraseAt: string }) => Date.parse(eraseAt) > clock();

  const appendOne = ({ access, customerKeys, erasedKeys = [], eraseAt, day }: Arrival): AppendOutcome => {
    const id = `${access.source}#${access.eventId}`;
    const digest = contentDigest(access, [...customerKeys, ...erasedKeys]);
    const before = kept.get(id);
    if (before && held(before)) return before.digest === digest ? "duplicate" : "conflict";
    const accesses = customerKeys.map((customerKey) => structuredClone({ ...access, customerKey }));
    kept.set(id, { digest, accesses, eraseAt, day });
    return "accepted";
  };

  const pages = async function* (wanted: (access: Access) => boolean) {
    const rows = [...kept.values()]
      .filter(held)
      .flatMap(({ accesses }) => accesses.filter(wanted))
      .sort(inOrder);
    for (let at = 0; at < rows.length; at += rowsPerPage) yield structuredClone(rows.slice(at, at + rowsPerPage));
  };

  return {
    append: async (arrivals) => arrivals.map(appendOne),
    ofCustomer: (customerKey, { from, to }) =>
      pages((access) => access.customerKey === customerKey && access.occurredAt >= from && access.occurredAt < to),
    ofEmployee: (employeeId, month) =>
      pages((access) => access.employee.id === employeeId && access.occurredAt.startsWith(`${month}-`)),
    eventsOn: async (source, day) =>
      [...kept.values()].filter((one) => held(one) && one.day === day && one.accesses[0]?.source === source).length,
    employeeMonths: async function* () {
      for await (const page of pages(() => true)) {
        yield page.map(({ employee, occurredAt }) => ({ employeeId: employee.id, month: occurredAt.slice(0, 7) }));
      }
    },
  };
};
