import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { createAccessLog } from "../../functions/adapters/access-log.ts";
import { createAuditLog } from "../../functions/adapters/audit-log.ts";
import { createFacts } from "../../functions/adapters/facts.ts";
import { createKeyring } from "../../functions/adapters/keyring.ts";
import { createMatterStore, createRulings } from "../../functions/adapters/matter-store.ts";
import { createNumbersStore } from "../../functions/adapters/numbers-store.ts";
import { createPortalStore } from "../../functions/adapters/portal-store.ts";
import type { AccessEventInput } from "../../functions/contract/access-event.ts";
import type { Part } from "../../functions/contract/matter-entry.ts";
import { answerRequest } from "../../functions/use-cases/answer-request.ts";
import { countMonth } from "../../functions/use-cases/count-month.ts";
import { askEmployee } from "../../functions/use-cases/desk/ask-employee.ts";
import { closeMatter } from "../../functions/use-cases/desk/close-matter.ts";
import { decideBreach } from "../../functions/use-cases/desk/decide-breach.ts";
import { declineRelease } from "../../functions/use-cases/desk/decide-release.ts";
import { markMisuse } from "../../functions/use-cases/desk/mark-misuse.ts";
import { proposeRelease } from "../../functions/use-cases/desk/propose-release.ts";
import { takeMatter } from "../../functions/use-cases/desk/take-matter.ts";
import { tickMatters } from "../../functions/use-cases/desk/tick-matters.ts";
import { openRequest } from "../../functions/use-cases/open-request.ts";
import { raisePart } from "../../functions/use-cases/raise-part.ts";
import { arrival } from "../support/arrivals.ts";
import { company } from "../support/company.ts";
import { type Engine, useEngine } from "../support/engine.ts";

const DPO = { id: "dpo-1", name: "Ada Okoro", unit: "Privacy" };
const APPROVER = { id: "app-1", name: "Sam Lee", unit: "Audit" };
const LOOK = { source: "orders", eventId: "late-look" };
const SAID = "This is all that there is to say.";
const BALANCING = { essentialFor: SAID, otherMeans: SAID, employeeView: SAID, safety: SAID };

const engine = await useEngine();
let now = 0;
const on = (instant: string): void => {
  now = Date.parse(instant);
};
const open = ({ client, accessLogTable, portalTable }: Engine) => {
  const keyring = createKeyring("0123456789abcdef0123456789abcdef");
  const table = { name: portalTable, keyring };
  const clock = () => now;
  return {
    ...{ keyring, clock, random: randomBytes, config: company() },
    accessLog: createAccessLog(client, accessLogTable, clock),
    facts: createFacts(client, portalTable),
    store: createPortalStore(client, table),
    matters: createMatterStore(client, table),
    rulings: createRulings(client, table),
    auditLog: createAuditLog(client, table),
    numbers: createNumbersStore(client, table),
  };
};
let parts: ReturnType<typeof open>;

const raise = async (customerKey: string, part: Part): Promise<string> => {
  const isRule = part.kind === "signal";
  const by = { kind: isRule ? "rule" : "customer" } as const;
  const raised = { customerKey, part, by, language: "en", ...(!isRule && { address: "a@example.org" }) } as const;
  return (await raisePart(parts, raised)).reference;
};
const question = (customerKey: string) => raise(customerKey, { kind: "question", accesses: [LOOK], words: SAID });

/** What the desk says of a matter, as of whatever revision it has. */
const at = async (reference: string, staff = DPO) => {
  const revision = (await parts.matters.matterOf(reference))?.revision ?? 0;
  return { reference, revision, staff, words: SAID };
};
const close = async (reference: string, outcome: "explained" | "no-finding" | "misuse") => {
  await takeMatter(parts, await at(reference));
  await closeMatter(parts, { ...(await at(reference)), outcome });
};

const looks = (employee: number, unit: string | undefined, changes: Partial<AccessEventInput> = {}) =>
  arrival({
    eventId: `look-${employee}-${unit}`,
    occurredAt: "2026-10-14T09:00:00.000Z",
    employee: { id: `emp-${employee}`, ...(unit !== undefined && { unit }) },
    case: undefined,
    ...changes,
  });

beforeAll(async () => {
  parts = open(engine);
  on("2026-10-31T23:00:00.000Z");
  await parts.accessLog.append([
    ...[1, 2, 3, 4, 5, 6].map((one) => looks(one, "North")),
    ...[11, 12, 13, 14, 15].map((one) => looks(one, "South", { purpose: "NOT_RECORDED" })),
    looks(21, "Board", { purpose: "NOT_RECORDED" }),
    looks(1, "North", { eventId: "refused", outcome: "denied" }),
    looks(1, "North", { eventId: "before", occurredAt: "2026-09-30T23:59:59.999Z" }),
    looks(99, undefined, { eventId: "after", occurredAt: "2026-11-01T00:00:00.000Z" }),
    // Corrected by its source: it counts once, as the correction has it.
    looks(2, "North", { eventId: "corrected", purpose: "NOT_RECORDED" }),
    looks(2, "North", { eventId: "correction", supersedes: "corrected" }),
    arrival({
      ...{ eventId: "job", occurredAt: "2026-10-02T01:00:00.000Z", purpose: "SYSTEM_AUTOMATED", case: undefined },
      employee: { id: "billing-job", type: "system" },
    }),
    arrival(
      { ...LOOK, occurredAt: "2026-08-03T20:00:00.000Z", employee: { id: "emp-7", name: "Robin Vance" } },
      { customerKeys: ["c-report"] },
    ),
  ]);

  on("2026-08-01T09:00:00.000Z");
  await question("c-forgotten");
  on("2026-08-20T09:00:00.000Z");
  const late = await question("c-late");
  on("2026-10-01T22:30:00.000Z");
  const quick = await question("c-quick");
  const report = await raise("c-report", {
    ...{ kind: "contact-report", contactedOn: "2026-09-30", channel: "text", safety: "safe" },
    words: SAID,
  });
  await raise("c-quick", { kind: "contact-report", contactedOn: "2026-09-30", channel: "call", safety: "safe" });
  const found = await raise("c-found", {
    ...{ kind: "signal", rule: "volume", employeeId: "emp-7", accesses: [LOOK], words: SAID },
  });
  on("2026-10-04T22:59:59.999Z");
  await close(quick, "no-finding");
  await close(found, "no-finding");
  on("2026-10-05T09:00:00.000Z");
  await close(late, "explained");

  await takeMatter(parts, await at(report));
  const ask = { to: "manager", employeeId: "emp-7", email: "boss@example.org", accesses: [LOOK] } as const;
  await askEmployee(parts, { ...(await at(report)), ...ask });
  on("2026-10-15T09:00:00.000Z");
  await tickMatters(parts);
  await proposeRelease(parts, { ...(await at(report)), employeeId: "emp-7", balancing: BALANCING });
  await declineRelease(parts, await at(report, APPROVER));
  await markMisuse(parts, { ...(await at(report)), employeeId: "emp-7", accesses: [LOOK] });
  on("2026-10-18T08:59:59.999Z");
  const decision = { kind: "notified", reasons: SAID } as const;
  await decideBreach(parts, { ...(await at(report)), decision });
  on("2026-10-31T10:00:00.000Z");
  await close(report, "misuse");

  const customer = { sessionKey: "s", addressKey: "a", address: "a@example.org", accounts: ["c-quick"] };
  const times = { idleEndsAt: "2026-10-31T11:00:00.000Z", endsAt: "2026-10-31T11:00:00.000Z" };
  const period = { from: "2026-01-01T00:00:00.000Z", to: "2026-10-31T00:00:00.000Z" };
  const asked = { customer: { ...customer, ...times }, account: 1, dates: {}, period, language: "en" } as const;
  await answerRequest(parts, await openRequest(parts, asked));
});

test("a month is counted from the log, the matters and the audit log, and kept", async () => {
  on("2026-11-09T03:00:00.000Z");
  const made = await countMonth(parts, { month: "2026-10", by: "board" });
  const none = { confirmed: 0, stated: 0, contradicted: 0, missing: 0 };
  expect(made).toEqual({
    month: "2026-10",
    madeAt: "2026-11-09T03:00:00.000Z",
    automated: 1,
    people: {
      refused: 1,
      all: { people: 12, looks: 13, byEvidence: { ...none, stated: 7, missing: 6 } },
      units: [{ unit: "North", people: 6, looks: 7, byEvidence: { ...none, stated: 7 } }],
      // The one of the board could be worked out, so the next larger unit goes with them.
      others: { units: 2, people: 6, looks: 6, byEvidence: { ...none, missing: 6 } },
    },
    desk: {
      recordsAtOnce: 1,
      times: {
        all: { closed: 3, medianDays: 30, ninetiethDays: 46, overdue: 1 },
        question: { closed: 2, medianDays: 3, ninetiethDays: 46, overdue: 1 },
        "contact-report": { closed: 2, medianDays: 3, ninetiethDays: 30, overdue: 0 },
      },
      closedSignals: 1,
      outcomes: { explained: 1, misuse: 1, "no-finding": 2, refused: 0, "partly-refused": 0, withdrawn: 0 },
      open: 1,
      openOverdue: 1,
      breaches: { marked: 1, notifiedInTime: 1, notifiedLate: 0, riskUnlikely: 0 },
      releases: { proposed: 1, approved: 0, declined: 1, expired: 0 },
    },
  });
  expect(await parts.numbers.of("2026-10")).toEqual(made);
});

test("a month in which nobody did anything has numbers too", async () => {
  on("2026-11-09T03:00:00.000Z");
  const made = await countMonth(parts, { month: "2026-02", by: "board" });
  expect(made?.people).toBeUndefined();
  expect(made?.desk.times.all).toEqual({ closed: 0, overdue: 0 });
});

test("that numbers were made stands in the audit log, and whoever made them as a hash", async () => {
  on("2026-11-10T03:00:00.000Z");
  await countMonth(parts, { month: "2026-10", by: "board" });
  const acts = (await Array.fromAsync(parts.auditLog.actsOf("2026-11-10"))).flat();
  expect(acts).toEqual([{ act: "numbers-counted" }]);
});
